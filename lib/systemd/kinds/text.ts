import { error, show, textProblem, type Issue } from '../../values';
import { escapeRaw } from '../escape';
import type { UnitString } from '../values/specified';
import { invalid, ok, type Kind, type Rendered } from './kind';
import { renderSpecified } from './specifiers';

/**
 * Returns the reason that text can't be the rest of a line: the line layer strips blanks, joins lines at a backslash and reads an empty
 * value as a reset.
 */
export function lineProblem(value: unknown): string | undefined {
  const problem = textProblem(value);
  if (problem !== undefined || typeof value !== 'string') return problem;
  if (value === '') return 'is empty';
  if (/^[ \t]|[ \t]$/.test(value)) return 'starts or ends with whitespace, which systemd strips';
  if (/(?<!\\)(\\\\)*\\$/.test(value)) return 'ends with a backslash, which continues the line';
  // NFC combines `=` and U+0338 into one character, and Terraform normalises to NFC.
  return `=${value}`.normalize('NFC') === `=${value}` ? undefined : 'starts with a combining character';
}

/** Free text that extends to the end of the line. */
export const text: Kind<UnitString> = { class: 'raw-spec', render: (value) => renderSpecified(value, renderLine) };

/** Renders literal text that extends to the end of the line. */
export function renderLine(value: unknown): Rendered {
  const problem = lineProblem(value);
  return problem === undefined ? ok(escapeRaw(String(value))) : invalid(badText(value, problem));
}

function badText(value: unknown, problem: string, remedy = 'Use one line of text: a unit file can’t represent this here.'): Issue {
  return error('unit/unrepresentable-text', [], { problem: `${show(value)} ${problem}`, remedy });
}

/** RebootArgument= and similar: systemd accepts only ASCII, up to the maximum length of a file name. */
export const rebootArgument: Kind<UnitString> = {
  class: 'raw-spec',
  render: (value) =>
    typeof value === 'string' && !/^[\x20-\x7e]{1,255}$/.test(value)
      ? invalid(badText(value, 'is not 1 to 255 characters of printable ASCII', 'Shorten it, and use ASCII: systemd ignores it otherwise.'))
      : text.render(value),
};
