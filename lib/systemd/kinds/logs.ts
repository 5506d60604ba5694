import { show } from '../../values';
import { AllExcept } from '../values/all-except';
import { listOf } from '../values/one-or-many';
import { refused, said, together, within, type Kind, type Spoken } from './kind';
import { lineProblem } from './text';
import { safeText } from '../values/safe-text';

/** LogFilterPatterns=: regular expressions, one per line. systemd undoes C escapes before it reads them. */
export const logPatterns: Kind<readonly (string | AllExcept)[]> = {
  class: 'raw-spec',
  joins: 'list',
  speak: (value) =>
    together(
      listOf(value).flatMap((one, index) =>
        (one instanceof AllExcept ? one.words : [one]).map((word) =>
          within(`[${index}]`, speakPattern(word, one instanceof AllExcept ? '~' : '')),
        ),
      ),
    ),
};

function speakPattern(pattern: unknown, prefix: string): Spoken {
  const problem = lineProblem(pattern) ?? (safeText(pattern).startsWith('~') ? 'starts with ~: see AllExcept' : undefined);
  if (problem === undefined) return said(prefix + String(pattern).replaceAll('\\', '\\\\'));
  return refused({
    code: 'systemd/unspeakable-text',
    got: `${show(pattern)}, which ${problem}`,
    expected: 'a regular expression of PCRE2 in one line',
    remedy: 'Change the pattern: a unit file cannot say it here.',
  });
}
