import { isIPv4, isIPv6 } from '../values/ip-address';
import { tokens } from './filters';
import type { Kind } from './kind';

const WORDS: readonly string[] = ['any', 'localhost', 'link-local', 'multicast'];

/** IPAddressAllow= and IPAddressDeny=: a word, or an address with or without a prefix length. */
export const addresses: Kind<readonly string[]> = tokens(
  { noun: 'an IP address', allowed: 'any, localhost, link-local, multicast, or an IPv4 or IPv6 address with or without /prefix' },
  (word) => WORDS.includes(word) || isAddress(word),
);

function isAddress(word: string): boolean {
  const [address = '', prefix, ...rest] = word.split('/');
  const bits = address.includes(':') ? 128 : 32;
  if (rest.length > 0 || (prefix !== undefined && (!/^(0|[1-9][0-9]{0,2})$/.test(prefix) || Number(prefix) > bits))) return false;
  return bits === 32 ? isIPv4(address) : isIPv6(address);
}
