import type { Certificate, Fingerprint, SslOptions } from '../ssl';
import { decimal, quotedPath, quotedString } from '../../escape';

/** Renders `using ssl` with its options. */
export function ssl(options: true | SslOptions | undefined): string[] {
  if (options === undefined) return [];
  return [options === true ? 'using ssl' : `using ssl with options ${sslOptions(options)}`];
}

/** Renders `{verify: enable, …}`. */
export function sslOptions(options: SslOptions): string {
  const { verify, selfSigned, versions, ciphers } = options;
  const paths = [
    ['clientpemfile', options.clientPemFile],
    ['cacertificatefile', options.caCertificateFile],
    ['cacertificatepath', options.caCertificatePath],
    ['pemfile', options.pemFile],
    ['pemchain', options.pemChain],
    ['pemkey', options.pemKey],
  ] as const;
  const said = [
    ...(verify === undefined ? [] : [`verify: ${verify ? 'enable' : 'disable'}`]),
    ...(selfSigned === undefined ? [] : [`selfsigned: ${selfSigned}`]),
    ...(versions === undefined ? [] : [`version: ${versions.join(' ')}`]),
    ...(ciphers === undefined ? [] : [`ciphers: ${quotedString(ciphers)}`]),
    ...paths.flatMap(([word, path]) => (path === undefined ? [] : [`${word}: ${quotedPath(path)}`])),
  ];
  return `{${said.join(', ')}}`;
}

/** Renders `certificate checksum …`. Monit derives the algorithm from the length, and doesn't accept its own word for SHA-256 here. */
export function fingerprint(given: Fingerprint | undefined): string[] {
  return given === undefined ? [] : [`certificate checksum ${quotedString(given.checksum)}`];
}

/** Renders the requirements on a certificate. */
export function certificate(given: Certificate | undefined): string[] {
  if (given === undefined) return [];
  return [
    ...(given.validDays === undefined ? [] : [`certificate valid > ${decimal(given.validDays)} days`]),
    ...fingerprint(given.fingerprint),
  ];
}
