import { absolutePathProblem } from '../../../values/absolute-path';
import { show } from '../../../values/issue';
import { error } from '../../../values/make-issue';
import type { Place } from '../../../values/place';
import { userNameProblem } from '../../../values/user-name';
import { type Issues } from './report';

/**
 * Reason why Monit can't hold a text, as words after "which". Line breaks and text that isn't normalised are fine: they are encoded.
 * @returns undefined when Monit can hold the text
 */
export function literalProblem(text: string): string | undefined {
  if (text.includes('\0')) return 'holds a NUL character';
  return /\p{Surrogate}/u.test(text) ? 'holds half a surrogate pair' : undefined;
}

/** Issues of text that must reach Monit unchanged. The text isn't shown: it may hold something that must not appear in a log. */
export function* literalIssues(place: Place, text: string): Issues {
  const problem = literalProblem(text);
  if (problem === undefined) return;
  yield error('monit/unrepresentable-text', place, {
    got: `a text which ${problem}`,
    expected: 'text that UTF-8 can hold, without NUL',
    remedy: 'Remove that character: no program can be given it.',
  });
}

/** Issues of a regular expression. Monit compiles it on the host, so only an empty one and invalid text are found here. */
export function* patternIssues(place: Place, pattern: string): Issues {
  yield* literalIssues(place, pattern);
  if (pattern !== '') return;
  yield error('monit/empty-pattern', place, {
    got: show(pattern),
    expected: 'a POSIX extended regular expression',
    remedy: 'Say what to look for: an empty pattern matches everything.',
  });
}

/** Issues of a path on the host. */
export function* pathIssues(place: Place, path: string): Issues {
  const problem = absolutePathProblem(path);
  if (problem === undefined) return;
  yield error('monit/invalid-path', place, {
    got: `${show(path)}, which ${problem}`,
    expected: 'an absolute path',
    remedy: 'Give the whole path: Monit runs in / and knows no working directory.',
  });
}

/** Issues of a check's name. Monit compares names without regard to the case of ASCII letters. */
export function* nameIssues(place: Place, name: string): Issues {
  const problem = nameProblem(name);
  if (problem === undefined) return;
  yield error('monit/invalid-name', place, {
    got: `${show(name)}, which ${problem}`,
    expected: 'a name of one or more printable characters that does not start with /',
    remedy: 'Choose another name: it is what `monit summary` shows and `monit restart` takes.',
  });
}

function nameProblem(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name.startsWith('/')) return 'starts with /';
  return /\p{Cc}/u.test(name) ? 'holds a control character' : literalProblem(name);
}

/** Issues of a filesystem's location: a path, or a share as `mount` shows it. */
export function* filesystemIssues(place: Place, path: string): Issues {
  if (/^\/(?!\/)/.test(path)) return yield* pathIssues(place, path);
  yield* addressIssues(place, path);
}

/** Issues of a name or address of a host or an interface. */
export function* addressIssues(place: Place, address: unknown): Issues {
  if (typeof address === 'string' && /^[^\s\p{Cc}]+$/u.test(address) && literalProblem(address) === undefined) return;
  yield error('monit/invalid-address', place, {
    got: show(address),
    expected: 'a name or an address, without blanks',
    remedy: 'Give one: Monit takes any text and then finds no such host.',
  });
}

/** Issues of a service group's name, which can't be escaped. */
export function* groupIssues(place: Place, group: string): Issues {
  if (/^[^\s\p{Cc}@:{}"';(),%\\/]+$/u.test(group) && literalProblem(group) === undefined) return;
  yield error('monit/invalid-group-name', place, {
    got: show(group),
    expected: 'one or more characters, no blanks and none of @ : { } " \' ; ( ) , % \\ /',
    remedy: 'Use letters, digits, - and _.',
  });
}

/** Issues of a user or group on the host. */
export function* accountIssues(place: Place, account: string | number): Issues {
  const problem =
    typeof account === 'number' && !Number.isSafeInteger(account) ? 'is not a whole number' : userNameProblem(String(account));
  if (problem === undefined) return;
  yield error('monit/invalid-account', place, {
    got: `${show(account)}, which ${problem}`,
    expected: 'a user or group that the host has, by name or number',
    remedy: 'Give its name as in /etc/passwd or /etc/group: Monit refuses the whole file for one that is not there.',
  });
}
