import { absolutePathProblem, error, show, warning, type Issue } from '../../values';
import { escapeExecProgram, escapeExecWord } from '../escape';
import { ExecCommand } from '../exec';
import { EnvironmentReference } from '../values/environment-reference';
import { listOf, type OneOrMany } from '../values/one-or-many';
import { invalid, ok, together, within, type Kind, type Rendered } from './kind';
import { PASSABLE, quotableProblem } from './environment';
import { referenceIssue, renderSpecified } from './specifiers';

/** Exec…=: one line per command. */
export const commands: Kind<OneOrMany<ExecCommand>> = {
  class: 'exec',
  joins: 'list',
  render: (value) => {
    const list = listOf(value);
    return together(list.map((command, index) => within(Array.isArray(value) ? [index] : [], renderCommand(command))));
  },
};

function renderCommand(command: unknown): Rendered {
  if (!isCommand(command)) {
    return invalid(
      error('unit/invalid-command', [], {
        problem: `${show(command)} is not a command made by Exec.command`,
        remedy: 'Use Exec.command(program, [argument, …]), in which arguments stay separate and need no quoting.',
      }),
    );
  }
  const { options } = command;
  const expandsEnvironment = options.noEnvironmentExpansion !== true;
  const argv0 = options.argv0 === undefined ? [] : [within(['argv0'], renderWord(options.argv0, expandsEnvironment))];
  const words = [
    within(['program'], renderProgram(command.program)),
    ...argv0,
    ...command.args.map((arg, index) => within(['args', index], renderArgument(arg, expandsEnvironment))),
  ];
  const all = together(words);
  return all.problems.some(({ severity }) => severity !== 'warning')
    ? { ...all, lines: [] }
    : { ...all, lines: [prefixOf(command) + all.lines.join(' ')] };
}

/** Also checks the fields, because JavaScript programs can pass anything to Exec.command. */
function isCommand(value: unknown): value is ExecCommand {
  return (
    value instanceof ExecCommand && Array.isArray(value.args) && typeof value.options === 'object' && (value.options as unknown) !== null
  );
}

/** systemd accepts the prefixes in any order; this library writes them in this one. */
function prefixOf({ options }: ExecCommand): string {
  return [
    options.ignoreFailure === true ? '-' : '',
    options.argv0 === undefined ? '' : '@',
    options.noEnvironmentExpansion === true ? ':' : '',
    options.fullPrivileges === true ? '+' : '',
  ].join('');
}

function renderProgram(program: unknown): Rendered {
  return renderSpecified(program, renderLiteralProgram);
}

function renderLiteralProgram(program: unknown): Rendered {
  const problem = programProblem(program);
  if (problem !== undefined) {
    return invalid(
      error('unit/invalid-program', [], {
        problem: `${show(program)} ${problem}`,
        remedy: 'Give the program’s full path or bare name, with its arguments in the list after it.',
      }),
    );
  }
  const rendered = ok(escapeExecProgram(String(program)));
  return /\s/.test(String(program)) ? { ...rendered, problems: [argumentsInProgram(program)] } : rendered;
}

/** Some program paths contain a blank, but usually the text is a whole command. */
function argumentsInProgram(program: unknown): Issue {
  return warning('unit/arguments-in-program', [], {
    problem: `${show(program)} contains whitespace`,
    remedy:
      'Move the arguments to the list after it, unless the path itself contains whitespace: systemd reads all of it as the file name.',
  });
}

function programProblem(program: unknown): string | undefined {
  if (typeof program !== 'string') return 'is not a string';
  if (program.includes('$')) return 'contains a $, which systemd would expand in the name that the program sees';
  if (/["'\\]/.test(program)) return 'contains a quote or a backslash, which systemd refuses in a program’s path';
  // systemd looks up a bare name; a path with a slash must be absolute.
  if (!program.includes('/')) return /^[A-Za-z0-9_][A-Za-z0-9_.+@-]{0,254}$/.test(program) ? undefined : 'is not a program name';
  return absolutePathProblem(program) ?? (program === '/' ? 'is a directory' : undefined);
}

function renderArgument(argument: unknown, expandsEnvironment: boolean): Rendered {
  if (!(argument instanceof EnvironmentReference)) return renderWord(argument, expandsEnvironment);
  if (!expandsEnvironment) {
    return invalid(
      error('unit/environment-not-expanded', [], {
        problem: `${String(argument)} is not expanded in a command with noEnvironmentExpansion`,
        remedy: 'Remove noEnvironmentExpansion: literal text is safe without it.',
      }),
    );
  }
  const problem = referenceIssue(argument);
  return problem === undefined ? ok(String(argument)) : invalid(problem);
}

function renderWord(word: unknown, expandsEnvironment: boolean): Rendered {
  return renderSpecified(word, (literal) => renderLiteral(literal, expandsEnvironment), expandsEnvironment);
}

function renderLiteral(word: unknown, expandsEnvironment: boolean): Rendered {
  const problem = quotableProblem(word);
  if (problem === undefined) return ok(escapeExecWord(String(word), { expandsEnvironment }));
  return invalid(
    error('unit/unrepresentable-text', [], {
      problem: `${show(word)} ${problem}`,
      remedy:
        typeof word === 'string' ? `Use ${PASSABLE}: systemd can’t pass any other to a process.` : 'Convert it to text: String(value).',
    }),
  );
}
