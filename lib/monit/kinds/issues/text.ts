import { absolutePathProblem } from '../../../values/absolute-path';
import { show } from '../../../values/issue';
import { error } from '../../../values/make-issue';
import type { Place } from '../../../values/place';
import { userNameProblem } from '../../../values/user-name';
import { type Issues } from './report';

/**
 * Reason why Monit can't represent a text, as a predicate. Line breaks and text that isn't normalised are fine: they are escaped.
 * @returns undefined when Monit can represent the text
 */
export function literalProblem(text: string): string | undefined {
  if (text.includes('\0')) return 'contains a NUL character';
  return /\p{Surrogate}/u.test(text) ? 'contains half a surrogate pair' : undefined;
}

/** Issues of text that must reach Monit unchanged. The text isn't shown, because it may be secret. */
export function* literalIssues(place: Place, text: string): Issues {
  const problem = literalProblem(text);
  if (problem === undefined) return;
  yield error('monit/unrepresentable-text', place, {
    problem: `the text ${problem}`,
    remedy: 'Remove that character: no program can receive it.',
  });
}

/** Issues of a regular expression: only an empty one and invalid text, because Monit compiles it on the host. */
export function* patternIssues(place: Place, pattern: string): Issues {
  yield* literalIssues(place, pattern);
  if (pattern !== '') return;
  yield error('monit/empty-pattern', place, {
    problem: `${show(pattern)} is an empty pattern, which matches everything`,
    remedy: 'Give a POSIX extended regular expression, like "^sidekiq ".',
  });
}

/** Issues of a path on the host. */
export function* pathIssues(place: Place, path: string): Issues {
  const problem = absolutePathProblem(path);
  if (problem === undefined) return;
  yield error('monit/invalid-path', place, {
    problem: `${show(path)} ${problem}`,
    remedy: 'Give a full path, like /run/myapp/myapp.pid: Monit runs in /.',
  });
}

/** Issues of a check's name. Monit ignores the case of ASCII letters in names. */
export function* nameIssues(place: Place, name: string): Issues {
  const problem = nameProblem(name);
  if (problem === undefined) return;
  yield error('monit/invalid-name', place, {
    problem: `${show(name)} ${problem}`,
    remedy: 'Use printable characters and no leading slash: `monit summary` shows this name, and `monit restart` expects it.',
  });
}

function nameProblem(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name.startsWith('/')) return 'starts with /';
  return /\p{Cc}/u.test(name) ? 'contains a control character' : literalProblem(name);
}

/** Issues of a filesystem's location: a path, or a share as `mount` shows it. */
export function* filesystemIssues(place: Place, path: string): Issues {
  if (/^\/(?!\/)/.test(path)) return yield* pathIssues(place, path);
  yield* addressIssues(place, path);
}

/** Issues of a name or address of a host or an interface. */
export function* addressIssues(place: Place, address: unknown): Issues {
  const problem = addressProblem(address);
  if (problem === undefined) return;
  yield error('monit/invalid-address', place, {
    problem: `${show(address)} ${problem}`,
    remedy: 'Give a name or an address: Monit accepts any text here, and then finds nothing by that name.',
  });
}

function addressProblem(address: unknown): string | undefined {
  if (typeof address !== 'string') return 'is not a name or an address';
  if (address === '') return 'is empty';
  return /[\s\p{Cc}]/u.test(address) ? 'contains whitespace or a control character' : literalProblem(address);
}

/** Issues of a service group's name, which can't be escaped. */
export function* groupIssues(place: Place, group: string): Issues {
  if (/^[^\s\p{Cc}@:{}"';(),%\\/]+$/u.test(group) && literalProblem(group) === undefined) return;
  yield error('monit/invalid-group-name', place, {
    problem: group === '' ? 'the group name is empty' : `${show(group)} contains a character that a group name can’t have`,
    remedy: 'Use letters, digits, - and _, without whitespace and @ : { } " \' ; ( ) , % \\ /.',
  });
}

/** Issues of a user or group on the host. */
export function* accountIssues(place: Place, account: string | number): Issues {
  const problem =
    typeof account === 'number' && !Number.isSafeInteger(account) ? 'is not a whole number' : userNameProblem(String(account));
  if (problem === undefined) return;
  yield error('monit/invalid-account', place, {
    problem: `${show(account)} ${problem}`,
    remedy: 'Give a name from /etc/passwd or /etc/group, or its number: Monit rejects the whole control file if it’s unknown.',
  });
}

/** Issues of text that must not be empty. */
export function* filledTextIssues(place: Place, text: unknown): Issues {
  if (typeof text === 'string' && text !== '') return yield* literalIssues(place, text);
  yield error('monit/empty-text', place, {
    problem: text === '' ? 'the text is empty' : `${show(text)} is not text`,
    remedy: 'Give a text: Monit doesn’t report an empty one.',
  });
}
