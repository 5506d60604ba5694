import { environmentNameProblem, error, type Issue } from '../../values';
import { EnvironmentReference } from '../values/environment-reference';
import { SpecifiedText, type SpecifiedPart } from '../values/specified';
import { listOf } from '../values/one-or-many';
import { invalid, type VersionRequirement, type Rendered } from './kind';

/**
 * Renders text that may contain specifiers. During the checks and escaping, a word of ASCII letters stands in for each specifier: every
 * check accepts it and no escaping changes it. The text that systemd substitutes later can't be checked here.
 *
 * @param value literal text or SpecifiedText.
 * @param speak renders literal text.
 * @param environment allows environment variables too.
 */
export function renderSpecified(value: unknown, speak: (text: unknown) => Rendered, environment = false): Rendered {
  if (!(value instanceof SpecifiedText)) return speak(value);
  // Untyped programs may have built one by hand.
  const parts = listOf<string | SpecifiedPart>(value.parts ?? []);
  const problem = parts.map((part) => partProblem(part, environment)).find((found) => found !== undefined);
  if (problem !== undefined) return invalid(problem);
  const literal = parts.filter((part) => typeof part === 'string').join('');
  const marks = new Map<string, SpecifiedPart>();
  const markOf = (part: SpecifiedPart): string => {
    const word = unusedMark(literal, marks.size);
    const mark = part instanceof EnvironmentReference || !part.isPath ? word : `/${word}`;
    marks.set(mark, part);
    return mark;
  };
  const spoken = speak(parts.map((part) => (typeof part === 'string' ? part : markOf(part))).join(''));
  const undo = (text: string): string => [...marks].reduce((all, [mark, part]) => all.replaceAll(mark, () => String(part)), text);
  const needs = [...marks.values()].flatMap((part): readonly VersionRequirement[] =>
    part instanceof EnvironmentReference || part.since === undefined ? [] : [{ what: String(part), since: part.since }],
  );
  return {
    lines: spoken.lines.map(undo),
    problems: spoken.problems.map((found) => ({ ...found, problem: undo(found.problem) })),
    needs: [...spoken.needs, ...needs],
  };
}

function partProblem(part: string | SpecifiedPart, environment: boolean): Issue | undefined {
  if (!(part instanceof EnvironmentReference)) return undefined;
  if (!environment) {
    return error('unit/environment-not-expanded', [], {
      got: String(part),
      expected: 'no environment variable outside the arguments of a command',
      remedy: 'Use the value itself or a Specifier: systemd expands variables only in commands, and only without noEnvironmentExpansion.',
    });
  }
  const problem = part.split ? 'would be split into words, which is not possible inside a word' : environmentNameProblem(part.name);
  if (problem === undefined) return undefined;
  return error('unit/invalid-environment-name', [], {
    got: `${String(part)}, which ${problem}`,
    expected: 'an environment variable’s name, Exec.env(name)',
    remedy: 'Correct it: systemd would not expand it.',
  });
}

/** Returns a word that the text doesn't contain. */
function unusedMark(literal: string, index: number): string {
  for (let attempt = 0; ; attempt++) {
    const mark = `specifier${index}x${attempt}x`;
    if (!literal.includes(mark)) return mark;
  }
}
