import { EVENTS, type Alert, type MailAddress, type MailFormat } from '../model';
import { LARGEST_NUMBER } from '../units';
import { bareIssues } from './bare';
import { at, nothingSaidIssues, wholeNumberIssues, wordIssues, type Issues } from './report';

/** Issues of `alert …`. */
export function* alertIssues(place: string, { mail, events, mailFormat, reminder }: Alert): Issues {
  yield* bareIssues(at(place, 'mail'), 'mail', mail);
  if (events !== undefined) {
    const [key, names] = 'only' in events ? ['only', events.only] : ['not', events.not];
    yield* nothingSaidIssues(at(place, `events.${key}`), 'at least one event', names.length > 0);
    for (const [index, name] of names.entries()) yield* wordIssues(at(place, `events.${key}`, index), name, EVENTS);
  }
  if (mailFormat !== undefined) yield* mailFormatIssues(at(place, 'mailFormat'), mailFormat);
  if (reminder === undefined) return;
  yield* wholeNumberIssues('number', at(place, 'reminder'), reminder, [1, LARGEST_NUMBER], 'Give whole cycles');
}

/** Issues of a mail format. */
export function* mailFormatIssues(place: string, { from, replyTo, subject, message }: MailFormat): Issues {
  yield* nothingSaidIssues(
    place,
    'a part of a mail',
    [from, replyTo, subject, message].some((part) => part !== undefined),
  );
  if (from !== undefined) yield* addressIssues(at(place, 'from'), from);
  if (replyTo !== undefined) yield* addressIssues(at(place, 'replyTo'), replyTo);
  if (subject !== undefined) yield* bareIssues(at(place, 'subject'), 'subject', subject);
  if (message !== undefined) yield* bareIssues(at(place, 'message'), 'message', message);
}

function* addressIssues(place: string, { name, address }: MailAddress): Issues {
  yield* bareIssues(at(place, 'address'), 'address', address);
  if (name !== undefined) yield* bareIssues(at(place, 'name'), 'addressName', name);
}
