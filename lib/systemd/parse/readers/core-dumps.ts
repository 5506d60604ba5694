import { allWords } from '../first-word';
import { FINE, ignored, type Reader } from '../reader';

const FILTERS = [
  'elf-headers',
  'private-anonymous',
  'shared-anonymous',
  'private-file-backed',
  'shared-file-backed',
  'private-huge',
  'shared-huge',
];
const CORE_WORDS = ['default', 'all', 'private-dax', 'shared-dax', ...FILTERS];

/** Accepts hexadecimal digits of up to 64 bits, with or without `0x`. */
function isHex(word: string): boolean {
  const digits = /^(?:[+]?(?:0[xX])?([0-9a-fA-F]+)|-0+)$/.exec(word);
  return digits !== null && (digits[1] ?? '').replace(/^0+/, '').length <= 16;
}

/** CoredumpFilter=. Source: coredump_filter_mask_from_string. */
export const coredumpFilter: Reader = (value) => {
  const all = allWords(value);
  return all !== 'invalid' && all.every((word) => CORE_WORDS.includes(word) || isHex(word))
    ? FINE
    : ignored('has a word that is not a kind of memory');
};
