import { allWords } from '../first-word';
import { FINE, ignored, partly, type Reader, type Remark } from '../reader';

const SOURCES = ['cgroup', 'user', 'group'];
const FAMILIES = ['arp', 'bridge', 'inet', 'ip', 'ip6', 'netdev'];

const isIdentifier = (word: string): boolean => /^[A-Za-z][A-Za-z0-9/\\_.]{0,30}$/.test(word);

/** Reads `source:family:table:set` words, separated by blanks. systemd stops at the first invalid one. Source: config_parse_nft_set. */
const nftSets: Reader = (value) => {
  const tuples = allWords(value, { unquote: true, keepBackslashes: true });
  if (tuples === 'invalid') return ignored('has unclosed quotes or ends with a backslash');
  return tuples.map(problemOf).find((each) => each !== undefined) ?? FINE;
};

function problemOf(tuple: string): readonly Remark[] | undefined {
  const fields = allWords(tuple, { separators: ':', unescapeC: true });
  if (fields === 'invalid' || fields.length !== 4)
    return partly('has a word that is not a source, family, table and set separated by colons');
  const [source, family, table, set] = fields as [string, string, string, string];
  if (!SOURCES.includes(source)) return partly(`has a source other than ${SOURCES.join(', ')}`);
  if (!FAMILIES.includes(family)) return partly(`has a family other than ${FAMILIES.join(', ')}`);
  return isIdentifier(table) && isIdentifier(set) ? undefined : partly('has an invalid name for a table or a set');
}

/** Readers of nftables sets, by the name of systemd's parser. */
export const NFT_SETS: Readonly<Record<string, Reader>> = { cgroup_nft_set: nftSets };
