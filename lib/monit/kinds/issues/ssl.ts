import { show } from '../../../values/issue';
import { error } from '../../../values/make-issue';
import type { Place } from '../../../values/place';
import { TLS_VERSIONS, type Certificate, type Fingerprint, type SslOptions } from '../ssl';
import { hashTypeOf, type HashType } from '../../hash';
import { LARGEST_NUMBER } from '../../units';
import { newerThanHostIssues, type Host } from './host';
import { nothingSaidIssues, wholeNumberIssues, wordIssues, type Issues } from './report';
import { literalIssues, pathIssues } from './text';

const SERVER_PATHS = ['pemFile', 'pemChain', 'pemKey'] as const;
const PATHS = ['clientPemFile', 'caCertificateFile', 'caCertificatePath', ...SERVER_PATHS] as const;

/** Place of TLS options: Monit accepts all of them everywhere, and uses those of a server in `set httpd` only. */
export type SslSide = 'client' | 'server' | 'default';

/** Issues of TLS options. */
export function* sslIssues(place: Place, ssl: true | SslOptions, side: SslSide): Issues {
  if (ssl === true) return;
  yield* nothingSaidIssues(
    place,
    'an option, or true',
    Object.values(ssl).some((value) => value !== undefined),
  );
  if (ssl.selfSigned !== undefined) yield* wordIssues([...place, 'selfSigned'], ssl.selfSigned, ['allow', 'reject']);
  if (ssl.versions !== undefined) {
    yield* nothingSaidIssues([...place, 'versions'], 'a version', ssl.versions.length > 0);
    for (const [index, version] of ssl.versions.entries()) yield* wordIssues([...place, 'versions', index], version, TLS_VERSIONS);
  }
  if (ssl.ciphers !== undefined) yield* literalIssues([...place, 'ciphers'], ssl.ciphers);
  for (const name of PATHS) if (ssl[name] !== undefined) yield* pathIssues([...place, name], ssl[name]);
  if (side !== 'client') return;
  for (const name of SERVER_PATHS) if (ssl[name] !== undefined) yield unheeded([...place, name]);
}

function unheeded(place: Place) {
  return error('monit/ignored-option', place, {
    got: 'a path of a server’s key',
    expected: 'it in `set httpd` only',
    remedy: 'Remove it, or give clientPemFile: Monit takes it here and does not look at it.',
  });
}

/** Issues of a checksum, which must match its algorithm if one is given. */
export function* checksumIssues(place: Place, checksum: string, hash: HashType | undefined, host: Host): Issues {
  const type = hashTypeOf(checksum);
  if (type === undefined || (hash !== undefined && hash !== type)) {
    yield error('monit/invalid-checksum', place, {
      got: show(checksum),
      expected: hash === undefined ? '32, 40 or 64 hexadecimal digits' : `the hexadecimal digits of ${hash}`,
      remedy: 'Give the whole checksum, as md5sum, sha1sum or sha256sum write it.',
    });
  } else if (type === 'sha256') yield* newerThanHostIssues(place, 'sha256', '6.0', host);
}

/** Issues of the checksum of a certificate or key. */
export function* fingerprintIssues(place: Place, { checksum, hash }: Fingerprint, host: Host): Issues {
  yield* checksumIssues([...place, 'checksum'], checksum, hash, host);
}

/** Issues of the requirements on a certificate. */
export function* certificateIssues(place: Place, { fingerprint, validDays }: Certificate, host: Host): Issues {
  yield* nothingSaidIssues(place, 'fingerprint or validDays', fingerprint !== undefined || validDays !== undefined);
  if (fingerprint !== undefined) yield* fingerprintIssues([...place, 'fingerprint'], fingerprint, host);
  if (validDays === undefined) return;
  yield* wholeNumberIssues('monit/invalid-number', [...place, 'validDays'], validDays, [1, LARGEST_NUMBER], 'Give whole days.');
}
