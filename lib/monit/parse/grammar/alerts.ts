import { EVENTS, type Alert, type EventName, type MailAddress, type MailFormat } from '../../model';
import { KEYWORD_OF } from '../../lexer/keywords';
import type { Context } from '../../kinds/parse/context';
import { text, whole } from '../../kinds/parse/values';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const EVENT_OF = new Map<string, EventName>(EVENTS.map((name) => [KEYWORD_OF.get(name)!, name]));

/** Parses `alert ops@example.com only on { … }`, from its first token. */
export function alert(context: Context): Alert {
  const { cursor } = context;
  cursor.expect('ALERT');
  const who: Mutable<Alert> = { mail: text(context, 'MAILADDR') };
  const not = cursor.comes('NOT', '{');
  if (not) cursor.as('not on', 'NOT');
  if (not || cursor.comes('{')) {
    if (!not) cursor.insert('only on');
    who.events = not ? { not: events(context) } : { only: events(context) };
  } else cursor.accept('NOT', '{');
  if (cursor.comes('MAILFORMAT')) {
    cursor.as('with mail-format', 'MAILFORMAT');
    who.mailFormat = mailFormat(context);
  } else cursor.accept('MAILFORMAT');
  if (cursor.comes('REMINDER')) {
    cursor.as('with reminder on', 'REMINDER');
    who.reminder = whole(context);
    cursor.accept('CYCLE');
  } else cursor.accept('REMINDER');
  return who;
}

function events(context: Context): EventName[] {
  const { cursor } = context;
  cursor.expect('{');
  const found = [EVENT_OF.get(cursor.expect(...EVENT_OF.keys()).kind)!];
  while (cursor.accept('}') === undefined) {
    cursor.join(',');
    found.push(EVENT_OF.get(cursor.expect(...EVENT_OF.keys()).kind)!);
  }
  return found;
}

const PARTS = ['MAILFROM', 'MAILREPLYTO', 'MAILSUBJECT', 'MAILBODY'];

/** Parses `{ from: …, subject: … }` and writes each part on its own line. */
export function mailFormat(context: Context): MailFormat {
  const { cursor } = context;
  const format: Mutable<MailFormat> = {};
  cursor.expect('{');
  do {
    part(context, format);
    cursor.join('\n');
  } while (cursor.accept('}') === undefined);
  return format;
}

function part(context: Context, format: Mutable<MailFormat>): void {
  const { cursor } = context;
  const token = cursor.expect(...PARTS);
  switch (token.kind) {
    case 'MAILFROM':
      format.from = address(context, 'from:');
      return;
    case 'MAILREPLYTO':
      format.replyTo = address(context, 'reply-to:');
      return;
    case 'MAILSUBJECT':
      cursor.drop(1);
      cursor.insert(`subject: ${token.value}`);
      format.subject = token.value;
      return;
    default:
      cursor.drop(1);
      cursor.insert(`message: ${token.value}`);
      format.message = token.value;
  }
}

function address(context: Context, word: string): MailAddress {
  const { cursor } = context;
  const token = cursor.expect('ADDRESSOBJECT');
  const [name, mail] = token.value.split('\n') as [string, string];
  cursor.drop(2);
  cursor.insert(`${word} ${name === '' ? mail : `${name} <${mail}>`}`);
  if (mail === '') context.reject(token, { problem: `"${word}" has no mail address`, remedy: 'Add one, like monit@example.com.' });
  return name === '' ? { address: mail } : { address: mail, name };
}
