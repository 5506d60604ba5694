import { environmentNameProblem, error, show, unrepresentableCharacter, type Issue } from '../../values';
import { escapeWordC } from '../escape';
import type { UnitString } from '../values/specified';
import { invalid, ok, together, within, type Kind, type Rendered } from './kind';
import { recordProblem } from './records';
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
    problem: `${show(value)} ${problem}`,
    remedy: 'Use letters, digits and _, with no digit first: systemd drops a variable with any other name.',
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
            problem: `${show(name)} is not a journal field name`,
            remedy: 'Use up to 64 capital letters, digits and _, with a letter first: the journal drops any other field.',
          }),
    ),
};

function assignments(value: unknown, nameProblem: (name: string) => Issue | undefined): Rendered {
  const notRecord = recordProblem(value, '{ NAME: "value" }');
  if (notRecord !== undefined) return invalid(notRecord);
  return together(
    Object.entries(value as Readonly<Record<string, unknown>>).map(([name, text]) => {
      const rendered = renderSpecified(text, (literal) => {
        const problem = nameProblem(name) ?? assignedTextProblem(name, literal);
        return problem === undefined ? ok(escapeWordC(`${name}=${String(literal)}`)) : invalid(problem);
      });
      return within([name], rendered);
    }),
  );
}

/** Problems with text that C escapes can't represent. */
function assignedTextProblem(name: string, value: unknown): Issue | undefined {
  const problem = typeof value === 'string' ? quotableProblem(`${name}=${value}`) : 'is not a string';
  if (problem === undefined) return undefined;
  return hiddenTextIssue(value, problem, `Use ${PASSABLE}: systemd can’t pass any other value to a process.`);
}

/** Texts that systemd can pass to a process, for remedies. */
export const PASSABLE = 'text of less than 128 KiB without NUL and noncharacters';

/** Creates the issue about text that may be a secret, and therefore isn't shown. */
export function hiddenTextIssue(value: unknown, problem: string, remedy: string): Issue {
  const shown = typeof value === 'string' ? `the text of ${value.length} characters` : `a value of type ${typeof value}`;
  return error('unit/unrepresentable-text', [], { problem: `${shown} ${problem}`, remedy });
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
