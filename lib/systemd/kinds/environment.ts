import { environmentNameProblem, error, show, unrepresentableCharacter, type Issue } from '../../values';
import { escapeWordC } from '../escape';
import type { UnitString } from '../values/specified';
import { invalid, ok, together, within, type Kind, type Rendered } from './kind';
import { renderSpecified } from './specifiers';
import { wordsOf } from './words';

/** Names of environment variables, where systemd reads no C escapes. */
export const variableNames: Kind<readonly string[]> = {
  class: 'words',
  joins: 'list',
  render: (value) => wordsOf(value, renderVariableName),
};

/** Names of environment variables, where systemd reads C escapes. */
export const unsetVariables: Kind<readonly string[]> = { ...variableNames, class: 'words-c' };

function renderVariableName(value: unknown): Rendered {
  const problem = environmentNameProblem(value);
  return problem === undefined ? ok(String(value)) : invalid(badVariableName(value, problem));
}

function badVariableName(value: unknown, problem: string): Issue {
  return error('unit/invalid-environment-name', [], {
    got: `${show(value)}, which ${problem}`,
    expected: 'letters, digits and _, not starting with a digit',
    remedy: 'Rename the variable: systemd drops it.',
  });
}

/** Environment=: one line per variable, so that a change shows as one line. */
export const environment: Kind<Readonly<Record<string, UnitString>>> = {
  class: 'words-c',
  joins: 'record',
  render: (value) =>
    assignments(value, (name) => {
      const problem = environmentNameProblem(name);
      return problem === undefined ? undefined : badVariableName(name, problem);
    }),
};

/** LogExtraFields=: one line per journal field. */
export const journalFields: Kind<Readonly<Record<string, UnitString>>> = {
  class: 'words-c',
  joins: 'record',
  render: (value) =>
    assignments(value, (name) =>
      /^[A-Z][A-Z0-9_]{0,63}$/.test(name)
        ? undefined
        : error('unit/invalid-journal-field', [], {
            got: show(name),
            expected: 'up to 64 capital letters, digits and _, starting with a letter',
            remedy: 'Rename the field: the journal drops it.',
          }),
    ),
};

function assignments(value: unknown, nameProblem: (name: string) => Issue | undefined): Rendered {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return invalid(
      error('unit/invalid-map', [], {
        got: show(value),
        expected: 'an object of names and values',
        remedy: 'Use an object like { NAME: "value" }.',
      }),
    );
  }
  return together(
    Object.entries(value as Readonly<Record<string, unknown>>).map(([name, text]) => {
      const spoken = renderSpecified(text, (literal) => {
        const problem = nameProblem(name) ?? assignedTextProblem(name, literal);
        return problem === undefined ? ok(escapeWordC(`${name}=${String(literal)}`)) : invalid(problem);
      });
      return within([name], spoken);
    }),
  );
}

/** Problems with text that C escapes can't represent. The text itself isn't shown, as it may be a secret. */
function assignedTextProblem(name: string, value: unknown): Issue | undefined {
  const problem = typeof value === 'string' ? quotableProblem(`${name}=${value}`) : 'is not a string';
  if (problem === undefined) return undefined;
  return error('unit/unrepresentable-text', [], {
    got: `${typeof value === 'string' ? `a text of ${value.length} characters` : `a value of type ${typeof value}`}, which ${problem}`,
    expected: 'text without NUL and noncharacters, of less than 128 KiB',
    remedy: 'Change the value: systemd can’t pass it to a process.',
  });
}

/** The longest string that the kernel accepts for a process, without its NUL (MAX_ARG_STRLEN, execve(2)). */
export const MAX_STRING_BYTES = 131_071;

/**
 * Returns the reason that text can't be a word with C escapes. Escapes could represent a noncharacter, but systemd drops an assignment that
 * contains one, and `systemctl show` shows nothing for a unit with such an argument.
 */
export function quotableProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'is not a string';
  if (value.includes('\0')) return 'contains a NUL character';
  const character = [...value].map(unrepresentableCharacter).find((problem) => problem !== undefined);
  if (character !== undefined) return character;
  return new TextEncoder().encode(value).length > MAX_STRING_BYTES ? 'is too long to pass to a process' : undefined;
}
