import type { Place } from '../../values/place';
import { EVENTS, type Alert, type MailAddress, type MailFormat } from '../model';
import { LARGEST_NUMBER } from '../units';
import { bareIssues } from '../kinds/issues/bare';
import { nothingSaidIssues, wholeNumberIssues, wordIssues, type Issues } from '../kinds/issues/report';

/** Issues of `alert …`. */
export function* alertIssues(place: Place, { mail, events, mailFormat, reminder }: Alert): Issues {
  yield* bareIssues([...place, 'mail'], 'mail', mail);
  if (events !== undefined) {
    const [key, names] = 'only' in events ? ['only', events.only] : ['not', events.not];
    yield* nothingSaidIssues([...place, 'events', key], 'at least one event', names.length > 0);
    for (const [index, name] of names.entries()) yield* wordIssues([...place, 'events', key, index], name, EVENTS);
  }
  if (mailFormat !== undefined) yield* mailFormatIssues([...place, 'mailFormat'], mailFormat);
  if (reminder === undefined) return;
  yield* wholeNumberIssues('monit/invalid-number', [...place, 'reminder'], reminder, [1, LARGEST_NUMBER], 'Give whole cycles.');
}

/** Issues of a mail format. */
export function* mailFormatIssues(place: Place, { from, replyTo, subject, message }: MailFormat): Issues {
  yield* nothingSaidIssues(
    place,
    'a part of a mail',
    [from, replyTo, subject, message].some((part) => part !== undefined),
  );
  if (from !== undefined) yield* addressIssues([...place, 'from'], from);
  if (replyTo !== undefined) yield* addressIssues([...place, 'replyTo'], replyTo);
  if (subject !== undefined) yield* bareIssues([...place, 'subject'], 'subject', subject);
  if (message !== undefined) yield* bareIssues([...place, 'message'], 'message', message);
}

function* addressIssues(place: Place, { name, address }: MailAddress): Issues {
  yield* bareIssues([...place, 'address'], 'address', address);
  if (name !== undefined) yield* bareIssues([...place, 'name'], 'addressName', name);
}
