/**
 * Refuses variables that leak out of the functions of the shell programs, and functions that read those of another. A function's own
 * variables are lower-case and `local`, each declared with a value: dash's bare `local x` keeps the caller's. Shared variables are
 * upper-case, and the first comment of a file names those that it sets. `tsx tools/shell-locals.ts` prints the findings,
 * and fails if there are any.
 */
import { resolve } from 'node:path';
import { shellFiles } from './embed-shell';
import type { Finding } from './shell-paths';
import { commandsOf, quotedProgram, type Command } from './shell-words';

const ASSIGNMENT = /^([A-Za-z_]\w*)=/;
const NAME = /^[A-Za-z_]\w*$/;
const QUOTED = /^'([^']*)'$/;

/** Returns the findings in a program's text. */
export function refusedVariables(file: string, text: string): Finding[] {
  const commands = allCommands(text);
  return [...refusedIn(file, commands), ...undocumented(file, text, commands)];
}

function refusedIn(file: string, commands: readonly Command[]): Finding[] {
  const findings: Finding[] = [];
  let declared = new Set<string>();
  let current = '';
  for (const command of commands) {
    const { func, line } = command;
    if (func !== current) declared = new Set();
    current = func;
    if (func === '') continue;
    const refuse = (message: string): unknown => findings.push({ file, line, message: `${func}: ${message}` });
    for (const name of command.expanded.filter((one) => isOwn(one) && !declared.has(one))) {
      refuse(`${name} is read, and not declared here: pass it on, or make it a capital`);
    }
    for (const name of assignedBy(command).filter((one) => isOwn(one) && !declared.has(one))) {
      refuse(`${name} is set, and not local: declare it before, with a value`);
    }
    if (command.words[0]?.text !== 'local') continue;
    for (const { text: word } of command.words.slice(1)) {
      const name = ASSIGNMENT.exec(word)?.[1];
      if (name === undefined) refuse(`\`local ${word}\` has no value: dash keeps the caller's`);
      else if (!isOwn(name)) refuse(`${name} is local, and a capital is everyone's`);
      else if (isSplit(word)) refuse(`\`local ${word}\` is split at blanks by older shells: put the value in quotes`);
      declared.add(name ?? word);
    }
  }
  return findings;
}

/** Returns the upper-case names that a file's functions set, but its first comment doesn't list after `Sets:`, or the other way round. */
function undocumented(file: string, text: string, commands: readonly Command[]): Finding[] {
  const set = new Set(
    commands
      .filter(({ func }) => func !== '')
      .flatMap(assignedBy)
      .filter(isShared),
  );
  const named = namedInHead(text, 'Sets');
  const assigned = new Set(commands.flatMap(assignedBy));
  return [
    ...[...set]
      .filter((name) => !named.has(name))
      .map((name) => ({ file, line: 1, message: `${name} is set, and not named behind \`Sets:\`` })),
    ...[...named]
      .filter((name) => !assigned.has(name))
      .map((name) => ({ file, line: 1, message: `${name} is named behind \`Sets:\`, and not set` })),
  ];
}

/** Returns the capitals that the first comment of a file names behind `Reads:` or `Sets:`. */
export function namedInHead(text: string, label: 'Reads' | 'Sets'): Set<string> {
  const head = /^(#.*\n)*/.exec(text)![0].replaceAll(/\n# */g, ' ');
  return new Set(new RegExp(`\\b${label}: ([A-Z0-9_, ]*)\\.`).exec(head)?.[1]!.split(', '));
}

/** Returns the commands of a text, and those of the quoted programs that `sh -c` and `trap` run. */
export function allCommands(text: string, firstLine = 1, func = ''): Command[] {
  return commandsOf(text, firstLine, func).flatMap((command) => {
    // A separate shell has its own variables.
    const program = quotedProgram(command);
    if (program !== undefined) return [command, ...allCommands(program.text, program.line)];
    const trapped = command.words[0]?.text === 'trap' ? QUOTED.exec(command.words[1]!.text)?.[1] : undefined;
    return trapped === undefined ? [command] : [command, ...allCommands(trapped, command.line, command.func)];
  });
}

/** Returns the variables that a command sets for all following ones. Assignments before a command's name affect only that command. */
export function assignedBy({ words: [first, ...words], assignments }: Command): string[] {
  if (first === undefined) return assignments.map(({ text }) => ASSIGNMENT.exec(text)![1]!);
  const texts = words.map(({ text }) => text);
  switch (first.text) {
    case 'read':
      return texts.filter((text) => NAME.test(text) && text !== '_');
    case 'for':
      return texts.slice(0, 1).filter((text) => text !== '_');
    case 'getopts':
      return texts.slice(1, 2);
    case 'export':
    case 'readonly':
      return texts.flatMap((text) => ASSIGNMENT.exec(text)?.[1] ?? []);
    default:
      return [];
  }
}

const isOwn = (name: string): boolean => /[a-z]/.test(name);
const isShared = (name: string): boolean => !isOwn(name) && name !== 'IFS';

/** Checks whether a word has an expansion outside of quotes. */
function isSplit(word: string): boolean {
  return word
    .replaceAll(/'[^']*'|\\./g, '')
    .replaceAll(/"[^"]*"/g, '')
    .includes('$');
}

/** Returns all findings in the programs of lib/. */
export function allRefusedVariables(root: string): Finding[] {
  return shellFiles(root).flatMap(({ file, text }) => refusedVariables(file, text));
}

if (require.main === module) {
  const findings = allRefusedVariables(resolve(__dirname, '..'));
  for (const { file, line, message } of findings) console.error(`${file}:${line}: ${message}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
