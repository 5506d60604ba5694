/** A checksum algorithm. `sha256` needs Monit 6.0. */
export type HashType = 'md5' | 'sha1' | 'sha256';

/** Number of hexadecimal digits in a checksum, by algorithm. */
export const HASH_DIGITS: Readonly<Record<HashType, number>> = { md5: 32, sha1: 40, sha256: 64 };

/**
 * Algorithm of a checksum, by its length.
 * @returns undefined when the text isn't such a checksum
 */
export function hashTypeOf(checksum: string): HashType | undefined {
  if (!/^[0-9a-fA-F]+$/.test(checksum)) return undefined;
  return (Object.keys(HASH_DIGITS) as HashType[]).find((type) => HASH_DIGITS[type] === checksum.length);
}
