import { environmentNameProblem, error, show, type Issue } from '../../values';
import { EnvironmentReference } from '../values/environment-reference';
import { SpecifiedText, type SpecifiedPart } from '../values/specified';
import { listOf } from '../values/one-or-many';
import { invalid, type VersionRequirement, type Rendered } from './kind';

/**
 * Renders text that may contain specifiers. During the checks and escaping, a placeholder of ASCII letters replaces each specifier: every
 * check accepts it and no escaping changes it. The text that systemd substitutes later can't be checked here.
 *
 * @param value literal text or SpecifiedText.
 * @param render renders literal text.
 * @param environment allows environment variables too.
 */
export function renderSpecified(value: unknown, render: (text: unknown) => Rendered, environment = false): Rendered {
  if (!(value instanceof SpecifiedText)) return render(value);
  // Untyped programs may have built one by hand.
  const parts = listOf<string | SpecifiedPart>(value.parts ?? []);
  const problem = parts.map((part) => partProblem(part, environment)).find((found) => found !== undefined);
  if (problem !== undefined) return invalid(problem);
  const literal = parts.filter((part) => typeof part === 'string').join('');
  const placeholders = new Map<string, SpecifiedPart>();
  const placeholderOf = (part: SpecifiedPart): string => {
    const word = unusedWord(literal, placeholders.size);
    const placeholder = part instanceof EnvironmentReference || !part.isPath ? word : `/${word}`;
    placeholders.set(placeholder, part);
    return placeholder;
  };
  const plain = parts.map((part) => (typeof part === 'string' ? part : placeholderOf(part))).join('');
  const rendered = render(plain);
  const originals = [...placeholders].map(([placeholder, part]): Replacement => [placeholder, String(part)]);
  // A message may show only the beginning of the text, and end within a placeholder.
  const shown: readonly Replacement[] = [[show(plain), show(String(value))], ...originals];
  const needs = [...placeholders.values()].flatMap((part): readonly VersionRequirement[] =>
    part instanceof EnvironmentReference || part.since === undefined ? [] : [{ what: String(part), since: part.since }],
  );
  return {
    lines: rendered.lines.map((line) => replaced(line, originals)),
    problems: rendered.problems.map((found) => ({ ...found, problem: replaced(found.problem, shown) })),
    needs: [...rendered.needs, ...needs],
  };
}

type Replacement = readonly [from: string, to: string];

function replaced(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((all, [from, to]) => all.replaceAll(from, () => to), text);
}

function partProblem(part: string | SpecifiedPart, environment: boolean): Issue | undefined {
  if (!(part instanceof EnvironmentReference)) return undefined;
  if (!environment) {
    return error('unit/environment-not-expanded', [], {
      problem: `${String(part)} is not expanded here`,
      remedy: 'Use the value itself or a Specifier: systemd expands variables only in commands, and only without noEnvironmentExpansion.',
    });
  }
  if (!part.split) return referenceIssue(part);
  return error('unit/invalid-environment-name', [], {
    problem: `${String(part)} would be split into words, which is not possible inside a word`,
    remedy: 'Use Exec.env(name): systemd would not expand this.',
  });
}

/** Returns the issue with the name of an environment variable. */
export function referenceIssue({ name }: EnvironmentReference): Issue | undefined {
  const problem = environmentNameProblem(name);
  if (problem === undefined) return undefined;
  return error('unit/invalid-environment-name', [], {
    problem: `${show(name)} ${problem}`,
    remedy: 'Use letters, digits and _, with no digit first: systemd expands no variable with any other name.',
  });
}

/** Returns a word that the text doesn't contain. */
function unusedWord(literal: string, index: number): string {
  for (let attempt = 0; ; attempt++) {
    const word = `specifier${index}x${attempt}x`;
    if (!literal.includes(word)) return word;
  }
}
