import { bare } from '../bare';
import { decimal } from '../escape';
import type { Alert, MailAddress, MailFormat } from '../model';

/** Renders `alert ops@example.com only on { … }`. */
export function alert({ mail, events, mailFormat: format, reminder }: Alert): string {
  return [
    `alert ${bare('mail', mail)}`,
    ...(events === undefined ? [] : ['only' in events ? `only on { ${events.only.join(', ')} }` : `not on { ${events.not.join(', ')} }`]),
    ...(format === undefined ? [] : [`with mail-format ${mailFormat(format)}`]),
    ...(reminder === undefined ? [] : [`with reminder on ${decimal(reminder)} cycles`]),
  ].join(' ');
}

/** Renders `{ from: …, subject: … }`. Each part ends at its line break, the message at the brace. */
export function mailFormat({ from, replyTo, subject, message }: MailFormat): string {
  const parts = [
    ...(from === undefined ? [] : [`from: ${address(from)}`]),
    ...(replyTo === undefined ? [] : [`reply-to: ${address(replyTo)}`]),
    ...(subject === undefined ? [] : [`subject: ${bare('subject', subject)}`]),
    ...(message === undefined ? [] : [`message: ${bare('message', message)}`]),
  ];
  return `{ ${parts.join('\n')}\n}`;
}

function address({ name, address: mail }: MailAddress): string {
  const plain = bare('address', mail);
  return name === undefined ? plain : `${bare('addressName', name)} <${plain}>`;
}
