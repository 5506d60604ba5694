import { show, type Issue, type Severity } from '../../values/issue';

/** What the checks of this directory yield: one after the other, nothing thrown. */
export type Issues = Generator<Issue, void, undefined>;

/** The words of an issue; its code and place are given beside them. */
export interface Words {
  /** What was given. */
  readonly got: string;
  /** What would be right. */
  readonly expected: string;
  /** What to do about it, without its full stop. */
  readonly remedy: string;
}

/** Makes an issue of this room. */
export function issue(severity: Severity, code: string, property: string, words: Words): Issue {
  return { code: `monit/${code}`, severity, property, ...words, remedy: `${words.remedy}.` };
}

/** Makes an issue of severity `error`. */
export function error(code: string, property: string, words: Words): Issue {
  return issue('error', code, property, words);
}

/** A place inside a place: `sidekiq.rules[2]`. */
export function at(place: string, property: string, index?: number): string {
  return index === undefined ? `${place}.${property}` : `${place}.${property}[${index}]`;
}

/** How a check is called in the place of an issue. */
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

/** Yields an error unless the word is one of those that Monit has. From JavaScript any may come. */
export function* wordIssues(property: string, word: unknown, words: readonly string[]): Issues {
  if (words.some((known) => known === word)) return;
  yield error('unknown-word', property, {
    got: show(word),
    expected: `one of ${words.join(', ')}`,
    remedy: 'Use one of these: Monit would refuse the whole control file, or read the word as something else',
  });
}

/** Yields an error where something is given that says nothing. */
export function* nothingSaidIssues(property: string, expected: string, said: boolean): Issues {
  if (said) return;
  yield error('nothing-said', property, {
    got: 'nothing',
    expected,
    remedy: 'Say it, or leave the whole out: Monit refuses it, or takes it for something else',
  });
}
