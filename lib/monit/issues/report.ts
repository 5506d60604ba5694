import { show, type Issue, type Severity } from '../../values/issue';

/** Issues that the checks of this directory yield one by one; nothing is thrown. */
export type Issues = Generator<Issue, void, undefined>;

/** Text of an issue, without its code and place. */
export interface Words {
  /** The value that was given. */
  readonly got: string;
  /** A valid value. */
  readonly expected: string;
  /** Action for the user, without its full stop. */
  readonly remedy: string;
}

/** Makes an issue with a `monit/` code. */
export function issue(severity: Severity, code: string, property: string, words: Words): Issue {
  return { code: `monit/${code}`, severity, property, ...words, remedy: `${words.remedy}.` };
}

/** Makes an issue of severity `error`. */
export function error(code: string, property: string, words: Words): Issue {
  return issue('error', code, property, words);
}

/** Name of a place inside another: `sidekiq.rules[2]`. */
export function at(place: string, property: string, index?: number): string {
  return index === undefined ? `${place}.${property}` : `${place}.${property}[${index}]`;
}

/** Name of a check in the place of an issue. */
export function nameOfPlace(name: string): string {
  return /^[A-Za-z0-9_@-]+$/.test(name) ? name : show(name);
}

/** Yields an error unless the number is whole and within the bounds. */
export function* wholeNumberIssues(
  code: string,
  property: string,
  value: number,
  bounds: readonly [number, number],
  remedy: string,
): Issues {
  const [least, most] = bounds;
  if (Number.isInteger(value) && value >= least && value <= most) return;
  yield error(code, property, { got: show(value), expected: `a whole number from ${least} to ${most}`, remedy });
}

/** Yields an error unless the word is one of Monit's. JavaScript callers can pass any word. */
export function* wordIssues(property: string, word: unknown, words: readonly string[]): Issues {
  if (words.some((known) => known === word)) return;
  yield error('unknown-word', property, {
    got: show(word),
    expected: `one of ${words.join(', ')}`,
    remedy: 'Use one of these: Monit would refuse the whole control file, or read the word as something else',
  });
}

/** Yields an error where a value is given but empty. */
export function* nothingSaidIssues(property: string, expected: string, said: boolean): Issues {
  if (said) return;
  yield error('nothing-said', property, {
    got: 'nothing',
    expected,
    remedy: 'Say it, or leave the whole out: Monit refuses it, or takes it for something else',
  });
}
