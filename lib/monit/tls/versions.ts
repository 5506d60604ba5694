import type { Place } from '../../values/place';
import { emptyIssues, wordIssues, type Issues } from '../kinds/issues/report';
import type { Context } from '../kinds/parse/context';
import { KEYWORD_OF } from '../lexer/keywords';
import type { Option } from './option';

/** TLS versions that Monit accepts. `auto` is 1.2 and 1.3; a `-` in front disables a version. */
export const TLS_VERSIONS = [
  'tlsv1', 'tlsv11', 'tlsv12', 'tlsv13', 'auto', '-sslv2', '-sslv3', '-tlsv1', '-tlsv11', '-tlsv12', '-tlsv13',
] as const; // prettier-ignore

/** A TLS version that Monit accepts. */
export type TlsVersion = (typeof TLS_VERSIONS)[number];

/** Versions by the kinds of their tokens. */
const BY_TOKEN = new Map(TLS_VERSIONS.map((version) => [KEYWORD_OF.get(version)!, version] as const));

/** Tokens of versions that Debian's OpenSSL is built without. */
const REMOVED = ['SSLV2', 'SSLV3'];

/** Tokens of TLS versions. */
export const VERSION_TOKENS: readonly string[] = [...BY_TOKEN.keys(), ...REMOVED];

/** Versions that are allowed. */
export const versions: Option<readonly TlsVersion[]> = {
  kind: 'versions',
  word: 'version',
  issues: versionsIssues,
  render: (given) => given.join(' '),
  parse: parseVersions,
};

function* versionsIssues(place: Place, given: readonly TlsVersion[]): Issues {
  yield* emptyIssues(place, given.length > 0, {
    problem: 'the list of TLS versions is empty',
    remedy: 'Add a version, such as "tlsv13", or remove `versions` to use Monit’s default.',
  });
  for (const [index, version] of given.entries()) yield* wordIssues([...place, index], version, TLS_VERSIONS);
}

/** Parses any number of TLS versions. */
export function parseVersions(context: Context): TlsVersion[] {
  const { cursor } = context;
  const found: TlsVersion[] = [];
  for (let token = cursor.accept(...VERSION_TOKENS); token !== undefined; token = cursor.accept(...VERSION_TOKENS)) {
    const version = BY_TOKEN.get(token.kind);
    if (version !== undefined) found.push(version);
    else context.reject(token, { problem: `Debian’s OpenSSL is built without ${token.text}`, remedy: 'Use tlsv12 or tlsv13.' });
  }
  return found;
}
