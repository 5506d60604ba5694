import { show, textProblem } from '../../values';
import { escapeRaw } from '../escape';
import type { UnitString } from '../values/specified';
import { refused, said, type Kind, type Problem, type Spoken } from './kind';
import { speakSpecified } from './specifiers';

/**
 * What keeps text from being the rest of a line: the line layer strips blanks, joins lines at a backslash and reads an
 * empty value as a reset.
 */
export function lineProblem(value: unknown): string | undefined {
  const problem = textProblem(value);
  if (problem !== undefined || typeof value !== 'string') return problem;
  if (value === '') return 'is empty';
  if (/^[ \t]|[ \t]$/.test(value)) return 'starts or ends in a blank, which systemd strips';
  if (/(?<!\\)(\\\\)*\\$/.test(value)) return 'ends in a backslash, which joins the next line';
  // U+0338 after `=` becomes one character in normalisation form C, and Terraform normalises.
  return `=${value}`.normalize('NFC') === `=${value}` ? undefined : 'starts with a combining character';
}

/** Free text that ends with its line. */
export const text: Kind<UnitString> = { class: 'raw-spec', speak: (value) => speakSpecified(value, speakLine) };

/** Literal text that ends with its line. */
export function speakLine(value: unknown): Spoken {
  const problem = lineProblem(value);
  return problem === undefined ? said(escapeRaw(String(value))) : refused(badText(value, problem));
}

function badText(value: unknown, problem: string): Problem {
  return {
    code: 'systemd/unspeakable-text',
    got: `${show(value)}, which ${problem}`,
    expected: 'one line of text',
    remedy: 'Change the text: a unit file cannot say it here.',
  };
}

/** RebootArgument= and its like: systemd takes ASCII alone, as long as a file name can be. */
export const rebootArgument: Kind<UnitString> = {
  class: 'raw-spec',
  speak: (value) =>
    typeof value === 'string' && !/^[\x20-\x7e]{1,255}$/.test(value)
      ? refused(badText(value, 'is not 1 to 255 characters of printable ASCII'))
      : text.speak(value),
};
