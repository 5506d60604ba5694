import type { Place } from '../../values/place';
import { quotedString } from '../escape';
import { hashTypeOf, type HashType } from '../hash';
import { newerThanHostIssues, type Host } from '../kinds/issues/host';
import { wordIssues, type Issues } from '../kinds/issues/report';
import { checksumIssues } from '../kinds/issues/checksum';
import type { Context } from '../kinds/parse/context';
import { checksum as parseDigits, hash as parseHash } from '../kinds/parse/values';
import type { Operand } from './operand';

interface Hash {
  readonly hash?: HashType;
}

interface Checksum extends Hash {
  readonly expect?: string;
}

/** Checksum that must stay the same. */
export const hash: Operand<Hash> = {
  kind: 'hash',
  issues: (place, test, _words, host) => checksumOperandIssues(place, test, host),
  render: (test) => `changed ${test.hash ?? 'md5'} checksum`,
};

/** A checksum. */
export const checksum: Operand<Checksum> = {
  kind: 'checksum',
  issues: (place, test, _words, host) => checksumOperandIssues(place, test, host),
  // Always names the algorithm: without it, Monit 6.0 would use SHA-256 and older versions MD5.
  render: ({ hash: given, expect }) => {
    const type = given ?? hashTypeOf(expect ?? '') ?? 'md5';
    return `failed ${type} checksum${expect === undefined ? '' : ` expect ${quotedString(expect)}`}`;
  },
};

function* checksumOperandIssues(place: Place, test: Checksum, host: Host): Issues {
  if (test.hash !== undefined) {
    yield* wordIssues([...place, 'hash'], test.hash, ['md5', 'sha1', 'sha256']);
    if (test.hash === 'sha256') yield* newerThanHostIssues([...place, 'hash'], 'sha256 checksum', '6.0', host);
  }
  if (test.expect !== undefined) yield* checksumIssues([...place, 'expect'], test.expect, test.hash, host);
}

/** A test of a checksum with its name. */
export type ChecksumTest = ({ readonly test: 'changedChecksum' } & Hash) | ({ readonly test: 'failedChecksum' } & Checksum);

/** Parses `changed md5 checksum` and `failed sha1 checksum expect "…"`, in which the algorithm is between the words. */
export function parseChecksum(context: Context): ChecksumTest {
  const { cursor } = context;
  const changed = cursor.expect('FAILED', 'CHANGED').kind === 'CHANGED';
  const type = parseHash(context);
  cursor.expect('CHECKSUM');
  const named = type === undefined ? {} : { hash: type };
  if (changed) return { test: 'changedChecksum', ...named };
  if (cursor.accept('EXPECT') === undefined) return { test: 'failedChecksum', ...named };
  const token = cursor.expect('STRING');
  return { test: 'failedChecksum', ...named, expect: parseDigits(context, token, type) };
}
