import fc from 'fast-check';

import { EVENTS, type Alert, type MailFormat } from '../../../lib/monit';
import { given, maybe, options, plainText, whole } from './text';

/** A mail address. */
export const mail = fc.constantFrom('ops@example.com', 'a+b@c.d', 'root@localhost', 'ü@example.com');

const mailAddress = fc
  .record({ address: fc.constantFrom('monit@$HOST', 'a.b@c.d'), name: maybe(plainText(/[@<>{}[\]"']/g).filter((name) => name !== '')) })
  .map(given);

/** Format of a mail. */
export const mailFormat: fc.Arbitrary<MailFormat> = options({
  from: mailAddress,
  replyTo: mailAddress,
  subject: plainText(/\}/g),
  message: plainText(/\}/g).map((text) => `${text}\n${text}`.trim()),
}).map((all) => (Object.keys(all).length === 0 ? { subject: '$SERVICE $EVENT' } : all));

const events = fc.subarray([...EVENTS], { minLength: 1 });

/** An alert. */
export const alert: fc.Arbitrary<Alert> = fc
  .record({
    mail,
    events: maybe(
      fc.oneof(
        events.map((only) => ({ only })),
        events.map((not) => ({ not })),
      ),
    ),
    mailFormat: maybe(mailFormat),
    reminder: maybe(whole(1, 1000)),
  })
  .map(given);
