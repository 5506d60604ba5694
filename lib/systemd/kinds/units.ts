import { show, unitNameProblem } from '../../values';
import type { OneOrMany } from '../values/one-or-many';
import { refused, said, type Kind, type Problem, type Spoken } from './kind';
import { wordsOf } from './words';

/** Names of units. */
export const units: Kind<OneOrMany<string>> = { class: 'unit-words', joins: 'list', speak: (value) => wordsOf(value, speakUnit) };

/**
 * Names of units where systemd takes a backslash for an escape, as nowhere else: Also= (install.c, config_parse_also). The name
 * of a unit may well have one, `dev-disk\x2dby.mount`.
 */
export const unescapedUnits: Kind<OneOrMany<string>> = {
  ...units,
  speak: (value) =>
    wordsOf(value, (name) => {
      const spoken = speakUnit(name);
      return { ...spoken, lines: spoken.lines.map((line) => line.replaceAll('\\', '\\\\')) };
    }),
};

/** The name of one unit of one type. */
export function unitOfType(suffix: string): Kind<string> {
  return {
    class: 'unit-words',
    speak: (value) =>
      typeof value === 'string' && value.endsWith(suffix) ? speakUnit(value) : refused(badUnit(value, `does not end in ${suffix}`)),
  };
}

function speakUnit(value: unknown): Spoken {
  const problem = unitNameProblem(value);
  return problem === undefined ? said(String(value)) : refused(badUnit(value, problem));
}

function badUnit(value: unknown, problem: string): Problem {
  return {
    code: 'systemd/bad-unit-name',
    got: `${show(value)}, which ${problem}`,
    expected: 'the full name of a unit, like redis-server.service',
    remedy: 'Write one name for each element, with its suffix.',
  };
}
