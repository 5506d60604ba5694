import { fingerprintIssues, fingerprintText, parseFingerprint, type Fingerprint } from '../tls/certificate';
import type { Option } from './option';

/** Checksum of a MySQL server's public key. Monit's grammar accepts it for `mysqls`, too, and Monit then rejects it. */
export const rsaKey: Option<Fingerprint> = {
  kind: 'fingerprint',
  word: 'rsakey',
  issues: (place, value, host) => fingerprintIssues(place, value as Fingerprint, host),
  render: fingerprintText,
  parse(context, word, protocol) {
    if (protocol === 'mysqls') {
      context.reject(word, { problem: 'rsakey is not available over TLS', remedy: 'Use protocol mysql, or remove rsakey.' });
    }
    return parseFingerprint(context);
  },
};
