import { absolutePathProblem } from '../../values/absolute-path';
import { show } from '../../values/issue';
import { userNameProblem } from '../../values/user-name';
import { error, type Issues } from './report';

/** Why Monit can't hold a text, as words after "which"; line breaks and what isn't normalised are fine, they are encoded. */
export function literalProblem(text: string): string | undefined {
  if (text.includes('\0')) return 'holds a NUL character';
  return /\p{Surrogate}/u.test(text) ? 'holds half a surrogate pair' : undefined;
}

/** Text that must reach Monit unchanged. The text itself is not shown: it may hold what nobody should read in a log. */
export function* literalIssues(property: string, text: string): Issues {
  const problem = literalProblem(text);
  if (problem === undefined) return;
  yield error('unspeakable-text', property, {
    got: `a text which ${problem}`,
    expected: 'text that UTF-8 can hold, without NUL',
    remedy: 'Remove that character: no program can be given it',
  });
}

/** A regular expression: Monit compiles it on the host, here only what can't be one. */
export function* patternIssues(property: string, pattern: string): Issues {
  yield* literalIssues(property, pattern);
  if (pattern !== '') return;
  yield error('empty-pattern', property, {
    got: show(pattern),
    expected: 'a POSIX extended regular expression',
    remedy: 'Say what to look for: an empty pattern matches everything',
  });
}

/** A path on the host. */
export function* pathIssues(property: string, path: string): Issues {
  const problem = absolutePathProblem(path);
  if (problem === undefined) return;
  yield error('path', property, {
    got: `${show(path)}, which ${problem}`,
    expected: 'an absolute path',
    remedy: 'Give the whole path: Monit runs in / and knows no working directory',
  });
}

/** The name of a check. Monit compares names without regard to the case of ASCII letters. */
export function* nameIssues(property: string, name: string): Issues {
  const problem = nameProblem(name);
  if (problem === undefined) return;
  yield error('name', property, {
    got: `${show(name)}, which ${problem}`,
    expected: 'a name of one or more printable characters that does not start with /',
    remedy: 'Choose another name: it is what `monit summary` shows and `monit restart` takes',
  });
}

function nameProblem(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name.startsWith('/')) return 'starts with /';
  return /\p{Cc}/u.test(name) ? 'holds a control character' : literalProblem(name);
}

/** Where a filesystem is: a path, or a share as `mount` shows it. */
export function* filesystemIssues(property: string, path: string): Issues {
  if (/^\/(?!\/)/.test(path)) return yield* pathIssues(property, path);
  yield* addressIssues(property, path);
}

/** The name or address of a host, or of an interface. */
export function* addressIssues(property: string, address: unknown): Issues {
  if (typeof address === 'string' && /^[^\s\p{Cc}]+$/u.test(address) && literalProblem(address) === undefined) return;
  yield error('address', property, {
    got: show(address),
    expected: 'a name or an address, without blanks',
    remedy: 'Give one: Monit takes any text and then finds no such host',
  });
}

/** The name of a service group, which no quoting protects. */
export function* groupIssues(property: string, group: string): Issues {
  if (/^[^\s\p{Cc}@:{}"';(),%\\/]+$/u.test(group) && literalProblem(group) === undefined) return;
  yield error('group-name', property, {
    got: show(group),
    expected: 'one or more characters, no blanks and none of @ : { } " \' ; ( ) , % \\ /',
    remedy: 'Use letters, digits, - and _',
  });
}

/** A user or group on the host. */
export function* accountIssues(property: string, account: string | number): Issues {
  const problem =
    typeof account === 'number' && !Number.isSafeInteger(account) ? 'is not a whole number' : userNameProblem(String(account));
  if (problem === undefined) return;
  yield error('account', property, {
    got: `${show(account)}, which ${problem}`,
    expected: 'a user or group that the host has, by name or number',
    remedy: 'Give its name as in /etc/passwd or /etc/group: Monit refuses the whole file for one that is not there',
  });
}
