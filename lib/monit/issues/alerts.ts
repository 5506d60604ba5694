import type { Place } from '../../values/place';
import { EVENTS, type Alert, type MailAddress, type MailFormat } from '../model';
import { LARGEST_NUMBER } from '../units';
import { bareIssues } from '../kinds/issues/bare';
import { emptyIssues, wholeNumberIssues, wordIssues, type Issues } from '../kinds/issues/report';

/** Issues of `alert …`. */
export function* alertIssues(place: Place, { mail, events, mailFormat, reminder }: Alert): Issues {
  yield* bareIssues([...place, 'mail'], 'mail', mail);
  if (events !== undefined) {
    const [key, names] = 'only' in events ? ['only', events.only] : ['not', events.not];
    yield* emptyIssues([...place, 'events', key], names.length > 0, {
      problem: 'the list of events is empty',
      remedy: 'Name at least one event, or leave `events` out: Monit rejects an empty list.',
    });
    for (const [index, name] of names.entries()) yield* wordIssues([...place, 'events', key, index], name, EVENTS);
  }
  if (mailFormat !== undefined) yield* mailFormatIssues([...place, 'mailFormat'], mailFormat);
  if (reminder === undefined) return;
  const remedy = 'Use a number of cycles, such as 10.';
  yield* wholeNumberIssues('monit/invalid-number', [...place, 'reminder'], reminder, [1, LARGEST_NUMBER], remedy);
}

/** Issues of a mail format. */
export function* mailFormatIssues(place: Place, { from, replyTo, subject, message }: MailFormat): Issues {
  const isFilled = [from, replyTo, subject, message].some((part) => part !== undefined);
  yield* emptyIssues(place, isFilled, {
    problem: 'the mail format is empty',
    remedy: 'Set `from`, `replyTo`, `subject` or `message`, or remove the format: Monit rejects an empty one.',
  });
  if (from !== undefined) yield* addressIssues([...place, 'from'], from);
  if (replyTo !== undefined) yield* addressIssues([...place, 'replyTo'], replyTo);
  if (subject !== undefined) yield* bareIssues([...place, 'subject'], 'subject', subject);
  if (message !== undefined) yield* bareIssues([...place, 'message'], 'message', message);
}

function* addressIssues(place: Place, { name, address }: MailAddress): Issues {
  yield* bareIssues([...place, 'address'], 'address', address);
  if (name !== undefined) yield* bareIssues([...place, 'name'], 'addressName', name);
}
