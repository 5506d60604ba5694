import { quotedString } from '../escape';
import { fingerprintIssues } from '../kinds/issues/ssl';
import { fingerprint } from '../kinds/parse/ssl';
import type { Fingerprint } from '../kinds/ssl';
import type { Option } from './option';

/** Checksum of a MySQL server's public key. Monit's grammar accepts it for `mysqls`, too, and Monit then rejects it. */
export const rsaKey: Option<Fingerprint> = {
  kind: 'fingerprint',
  word: 'rsakey',
  issues: (place, value, host) => fingerprintIssues(place, value as Fingerprint, host),
  render: ({ checksum }) => `checksum ${quotedString(checksum)}`,
  parse(context, word, protocol) {
    if (protocol === 'mysqls') context.refuse(word, 'the key of a server over TLS', 'protocol mysql');
    return fingerprint(context);
  },
};
