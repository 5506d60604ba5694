import { show } from '../../values/issue';
import { TLS_VERSIONS, type Certificate, type Fingerprint, type SslOptions } from '../connections/ssl';
import { hashTypeOf, type HashType } from '../hash';
import { LARGEST_NUMBER } from '../units';
import { newerThanHostIssues, type Host } from './host';
import { at, error, nothingSaidIssues, wholeNumberIssues, wordIssues, type Issues } from './report';
import { literalIssues, pathIssues } from './text';

const SERVER_PATHS = ['pemFile', 'pemChain', 'pemKey'] as const;
const PATHS = ['clientPemFile', 'caCertificateFile', 'caCertificatePath', ...SERVER_PATHS] as const;

/** Place of TLS options: Monit accepts all of them everywhere, and uses those of a server in `set httpd` only. */
export type SslPlace = 'client' | 'server' | 'default';

/** Issues of TLS options. */
export function* sslIssues(property: string, ssl: true | SslOptions, place: SslPlace): Issues {
  if (ssl === true) return;
  yield* nothingSaidIssues(
    property,
    'an option, or true',
    Object.values(ssl).some((value) => value !== undefined),
  );
  if (ssl.selfSigned !== undefined) yield* wordIssues(at(property, 'selfSigned'), ssl.selfSigned, ['allow', 'reject']);
  if (ssl.versions !== undefined) {
    yield* nothingSaidIssues(at(property, 'versions'), 'a version', ssl.versions.length > 0);
    for (const [index, version] of ssl.versions.entries()) yield* wordIssues(at(property, 'versions', index), version, TLS_VERSIONS);
  }
  if (ssl.ciphers !== undefined) yield* literalIssues(at(property, 'ciphers'), ssl.ciphers);
  for (const name of PATHS) if (ssl[name] !== undefined) yield* pathIssues(at(property, name), ssl[name]);
  if (place !== 'client') return;
  for (const name of SERVER_PATHS) if (ssl[name] !== undefined) yield unheeded(at(property, name));
}

function unheeded(property: string) {
  return error('ignored-option', property, {
    got: 'a path of a server’s key',
    expected: 'it in `set httpd` only',
    remedy: 'Remove it, or give clientPemFile: Monit takes it here and does not look at it',
  });
}

/** Issues of a checksum, which must match its algorithm if one is given. */
export function* checksumIssues(property: string, checksum: string, hash: HashType | undefined, host: Host): Issues {
  const type = hashTypeOf(checksum);
  if (type === undefined || (hash !== undefined && hash !== type)) {
    yield error('checksum', property, {
      got: show(checksum),
      expected: hash === undefined ? '32, 40 or 64 hexadecimal digits' : `the hexadecimal digits of ${hash}`,
      remedy: 'Give the whole checksum, as md5sum, sha1sum or sha256sum write it',
    });
  } else if (type === 'sha256') yield* newerThanHostIssues(property, 'sha256', '6.0', host);
}

/** Issues of the checksum of a certificate or key. */
export function* fingerprintIssues(property: string, { checksum, hash }: Fingerprint, host: Host): Issues {
  yield* checksumIssues(at(property, 'checksum'), checksum, hash, host);
}

/** Issues of the requirements on a certificate. */
export function* certificateIssues(property: string, { fingerprint, validDays }: Certificate, host: Host): Issues {
  yield* nothingSaidIssues(property, 'fingerprint or validDays', fingerprint !== undefined || validDays !== undefined);
  if (fingerprint !== undefined) yield* fingerprintIssues(at(property, 'fingerprint'), fingerprint, host);
  if (validDays === undefined) return;
  yield* wholeNumberIssues('number', at(property, 'validDays'), validDays, [1, LARGEST_NUMBER], 'Give whole days');
}
