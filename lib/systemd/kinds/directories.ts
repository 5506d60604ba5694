import { absolutePathProblem, error, show } from '../../values';
import { escapeNestedField } from '../escape';
import type { OneOrMany } from '../values/one-or-many';
import type { UnitString } from '../values/specified';
import { invalid, ok, type Kind, type Rendered } from './kind';
import { renderSpecified } from './specifiers';
import { wordsOf } from './words';

/** RuntimeDirectory= and similar: paths relative to /run, /var/lib … */
export const directories: Kind<OneOrMany<UnitString>> = {
  class: 'words-nested',
  joins: 'list',
  render: (value) => wordsOf(value, (one) => renderSpecified(one, renderDirectory)),
};

/** systemd 247 reads `\x20` as `x20`. */
const ESCAPES_SINCE = 250;

function renderDirectory(value: unknown): Rendered {
  const problem = directoryProblem(value);
  if (problem === undefined) {
    const line = escapeNestedField(String(value));
    return line.includes('\\')
      ? { ...ok(line), needs: [{ what: 'a space, a quote, a colon or a backslash in the name', since: ESCAPES_SINCE }] }
      : ok(line);
  }
  return invalid(
    error('unit/invalid-directory', [], {
      problem: `${show(value)} ${problem}`,
      remedy: 'Use a path relative to /run, /var/lib, /var/cache, /var/log or /etc, like myapp/cache.',
    }),
  );
}

function directoryProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'is not a string';
  if (value === '') return 'is empty';
  return value.startsWith('/') ? 'is not relative' : absolutePathProblem(`/${value}`);
}
