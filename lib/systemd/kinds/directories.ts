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
  const problem = typeof value === 'string' && !value.startsWith('/') ? absolutePathProblem(`/${value}`) : 'is not relative';
  if (problem === undefined && value !== '') {
    const line = escapeNestedField(String(value));
    return line.includes('\\')
      ? { ...ok(line), needs: [{ what: 'a space, a quote, a colon or a backslash in the name', since: ESCAPES_SINCE }] }
      : ok(line);
  }
  return invalid(
    error('unit/invalid-directory', [], {
      got: `${show(value)}, which ${problem ?? 'is empty'}`,
      expected: 'a normalised path without a leading slash, like myapp/cache',
      remedy: 'Give it relative to /run, /var/lib, /var/cache, /var/log or /etc.',
    }),
  );
}
