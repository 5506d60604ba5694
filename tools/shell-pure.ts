/**
 * Keeps the planning of the installer's program pure: the files of `plan/`, and what they use of `base/`, read the tables that `read/`
 * has written into $WORK, write the plan there, and call no program that looks at or changes the host. So a plan can be tested
 * without one. `tsx tools/shell-pure.ts` prints what is rejected, and fails if there is anything.
 */
import { resolve } from 'node:path';
import { phaseOf, programFiles, type ProgramFile } from './shell-arrows';
import { allCommands } from './shell-locals';
import { OWN_PATHS } from './shell-own-paths';
import { functionsOf, type Finding } from './shell-paths';
import type { Command } from './shell-words';

/** Files of other phases that planning may use. They have to be pure, too. */
const PURE_FILES = new Set(['base/tables.sh', 'base/unit-names.sh']);
/** Functions of other files that planning may call: `problem` only adds a line to a table. */
const PURE_FUNCTIONS = ['problem'];

const BUILTINS = new Set(': [ break case continue echo false for local printf read return set shift test true'.split(' '));
/** Programs that read and write only what they are given. */
const FILTERS = new Set('awk cat cmp cut grep head mv paste sed sort tail tr uniq wc'.split(' '));

/** Capitals that hold a path outside of $WORK. NEW_OWNER is only named in the plan. */
const OUTSIDE = new Set(Object.keys(OWN_PATHS).filter((name) => name !== 'WORK' && name !== 'NEW_OWNER'));
const IN_WORK = /^"?\$\{?WORK\}?\//;
const FILE_TEST = /^-[a-hkprsuwxLOGNS]$/;

/** Commands in pure files that may look at or change the host. */
export function refusedImpurities(files: readonly ProgramFile[]): Finding[] {
  const pure = files.filter(({ file }) => phaseOf(file) === 'plan' || PURE_FILES.has(file));
  const functions = new Set([...PURE_FUNCTIONS, ...pure.flatMap(({ text }) => functionsOf(text))]);
  return pure.flatMap(({ file, text }) =>
    allCommands(text).flatMap((command) =>
      impurities(command, functions).map((what) => ({
        file,
        line: command.line,
        message: `${what}: a plan reads tables in $WORK, which read/ has written`,
      })),
    ),
  );
}

function impurities(command: Command, functions: ReadonlySet<string>): string[] {
  const { words, redirections, expanded } = command;
  return [
    ...expanded.filter((name) => OUTSIDE.has(name)).map((name) => `$${name} is outside of $WORK`),
    ...redirections
      .filter(({ target }) => !IN_WORK.test(target.text) && target.text !== '/dev/null')
      .map(({ operator, target }) => `\`${operator}${target.text}\` is outside of $WORK`),
    ...(words[0] === undefined ? [] : called(words[0].text, words.slice(1), functions)),
  ];
}

function called(name: string, operands: Command['words'], functions: ReadonlySet<string>): string[] {
  if (functions.has(name)) return [];
  if (name === '[' || name === 'test') {
    return operands.flatMap(({ text }, index) => {
      const path = operands[index + 1]?.text;
      return FILE_TEST.test(text) && path !== undefined && path !== ']' && !IN_WORK.test(path)
        ? [`\`[ ${text} ${path}\` looks at the host`]
        : [];
    });
  }
  if (BUILTINS.has(name)) return [];
  if (!FILTERS.has(name)) return [`\`${name}\` may look at or change the host`];
  return operands.flatMap(({ text }, index) => {
    const isValue = ['-e', '-v'].includes(operands[index - 1]?.text ?? '');
    return !isValue && /^"?[$/~]/.test(text) && !IN_WORK.test(text) ? [`\`${name}\` is given ${text}, which is outside of $WORK`] : [];
  });
}

if (require.main === module) {
  const findings = refusedImpurities(programFiles(resolve(__dirname, '..')));
  for (const { file, line, message } of findings) console.error(`${file}:${line}: ${message}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
