import { tokens } from './filters';
import type { Kind } from './kind';

const WORDS: readonly string[] = ['any', 'localhost', 'link-local', 'multicast'];

/** IPAddressAllow= and IPAddressDeny=: a word, an address, or an address with the length of its prefix. */
export const addresses: Kind<readonly string[]> = tokens(
  'any, localhost, link-local, multicast, or an IPv4 or IPv6 address with or without /prefix',
  (word) => WORDS.includes(word) || isAddress(word),
);

function isAddress(word: string): boolean {
  const [address = '', prefix, ...rest] = word.split('/');
  const bits = address.includes(':') ? 128 : 32;
  if (rest.length > 0 || (prefix !== undefined && (!/^(0|[1-9][0-9]{0,2})$/.test(prefix) || Number(prefix) > bits))) return false;
  return bits === 32 ? isIPv4(address) : isIPv6(address);
}

/** Whether a text is an IPv4 address. */
export function isIPv4(address: string): boolean {
  const parts = address.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255);
}

/** Whether a text is an IPv6 address. */
export function isIPv6(address: string): boolean {
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  return groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)) && (halves.length === 2 ? groups.length < 8 : groups.length === 8);
}
