import { error, show } from '../../values';
import { AllExcept } from '../values/all-except';
import { listOf } from '../values/one-or-many';
import { invalid, ok, together, within, type Kind, type Rendered } from './kind';
import { lineProblem } from './text';
import { safeText } from '../values/safe-text';

/** LogFilterPatterns=: regular expressions, one per line. systemd undoes C escapes before it reads them. */
export const logPatterns: Kind<readonly (string | AllExcept)[]> = {
  class: 'raw-spec',
  joins: 'list',
  render: (value) =>
    together(
      listOf(value).flatMap((one, index) =>
        (one instanceof AllExcept ? one.words : [one]).map((word) =>
          within([index], renderPattern(word, one instanceof AllExcept ? '~' : '')),
        ),
      ),
    ),
};

function renderPattern(pattern: unknown, prefix: string): Rendered {
  const problem = lineProblem(pattern) ?? (safeText(pattern).startsWith('~') ? 'starts with ~, which excludes lines' : undefined);
  if (problem === undefined) return ok(prefix + String(pattern).replaceAll('\\', '\\\\'));
  return invalid(
    error('unit/unrepresentable-text', [], {
      problem: `${show(pattern)} ${problem}`,
      remedy: 'Use a PCRE2 regular expression on one line, inside AllExcept.of() to exclude lines.',
    }),
  );
}
