/**
 * Keeps the phases of the installer's program apart. `lib/installer/sh/` has a directory for each phase, in the order of `PHASES`
 * (embed-shell.ts), and `main.sh` above them. A function calls functions of its own phase and of earlier ones. The first comment of a
 * file reports what it does, and names the capitals that it reads of other files (`Reads:`) and those that it sets for them
 * (`Sets:`). `tsx tools/shell-arrows.ts` prints what is rejected, and fails if there is anything; with `--write` it fills in the names.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PHASES, PROGRAM_FILES, shellText } from './embed-shell';
import { allCommands, assignedBy, namedInHead } from './shell-locals';
import { functionsOf, type Finding } from './shell-paths';
import type { Command } from './shell-words';

/** A file of the program, by its path below `lib/installer/sh/`. */
export interface ProgramFile {
  readonly file: string;
  readonly text: string;
}

const ORDER: readonly string[] = [...Object.keys(PHASES), 'main'];

/** Capitals of the shell itself, and of the environment that a program starts with. */
const FROM_OUTSIDE = new Set(['IFS', 'PATH', 'PWD', 'HOME', 'CLEAN_ENVIRONMENT', 'CALLER', 'SUDO_USER']);
const CAPITAL = /^[A-Z][A-Z0-9_]*$/;
const WIDTH = 130;

/** Calls against the arrows, functions that are defined twice, and first comments that aren't complete. */
export function refusedArrows(files: readonly ProgramFile[]): Finding[] {
  const commands = new Map(files.map(({ file, text }) => [file, allCommands(text)]));
  const owners = new Map<string, string>();
  const twice: Finding[] = [];
  for (const { file, text } of files) {
    for (const name of functionsOf(text)) {
      const other = owners.get(name);
      if (other === undefined) owners.set(name, file);
      else twice.push({ file, line: 1, message: `${name} is defined in ${other}, too: a program has one function of a name` });
    }
  }
  return [
    ...twice,
    ...files.flatMap(({ file }) => commands.get(file)!.flatMap((command) => upward(file, command, owners))),
    ...heads(files, commands),
  ];
}

function upward(file: string, command: Command, owners: ReadonlyMap<string, string>): Finding[] {
  return calls(command).flatMap((name) => {
    const callee = owners.get(name);
    if (callee === undefined || rank(callee) <= rank(file)) return [];
    const message = `${command.func} calls ${name} of the later phase \`${phaseOf(callee)}\`: ${ORDER.join(' < ')}`;
    return [{ file, line: command.line, message }];
  });
}

/** The names that a command may call: its own, and that of a trap. */
function calls({ words: [first, second] }: Command): string[] {
  if (first === undefined) return [];
  return first.text === 'trap' && second !== undefined ? [second.text] : [first.text];
}

function heads(files: readonly ProgramFile[], commands: ReadonlyMap<string, readonly Command[]>): Finding[] {
  const wanted = wantedNames(files, commands);
  return files
    .filter(({ file }) => phaseOf(file) !== undefined && !isShared(file))
    .flatMap(({ file, text }) => {
      const refuse = (message: string): Finding => ({ file, line: 1, message });
      const first = /^# [A-Z].*\.$/.test(text.split('\n')[0]!) ? [] : [refuse('the first line is no sentence on what the file does')];
      const { reads, sets } = wanted.get(file)!;
      return [
        ...first,
        ...differences(reads, namedInHead(text, 'Reads'), 'read', 'Reads').map(refuse),
        ...[...sets]
          .filter((name) => !namedInHead(text, 'Sets').has(name))
          .map((name) => refuse(`${name} is set for other files, and not named behind \`Sets:\``)),
      ];
    });
}

function differences(wanted: ReadonlySet<string>, named: ReadonlySet<string>, verb: string, label: string): string[] {
  return [
    ...[...wanted].filter((name) => !named.has(name)).map((name) => `${name} is ${verb}, and not named behind \`${label}:\``),
    ...[...named].filter((name) => !wanted.has(name)).map((name) => `${name} is named behind \`${label}:\`, and not ${verb}`),
  ];
}

interface Names {
  readonly reads: ReadonlySet<string>;
  readonly sets: ReadonlySet<string>;
}

/** The capitals that a file reads of others; and those that it sets in functions, or for others. */
function wantedNames(files: readonly ProgramFile[], commands: ReadonlyMap<string, readonly Command[]>): Map<string, Names> {
  const isCapital = (name: string): boolean => CAPITAL.test(name) && !FROM_OUTSIDE.has(name);
  const all = files.map(({ file }) => {
    const own = commands.get(file)!;
    return {
      file,
      assigned: new Set(own.flatMap(assignedBy).filter(isCapital)),
      inFunctions: new Set(
        own
          .filter(({ func }) => func !== '')
          .flatMap(assignedBy)
          .filter(isCapital),
      ),
      expanded: new Set(own.flatMap(({ expanded }) => expanded).filter(isCapital)),
    };
  });
  return new Map(
    all.map(({ file, assigned, inFunctions, expanded }) => {
      const elsewhere = new Set(all.filter((other) => other.file !== file).flatMap((other) => [...other.expanded]));
      const reads = new Set([...expanded].filter((name) => !assigned.has(name)).sort());
      const sets = new Set([...inFunctions, ...[...assigned].filter((name) => elsewhere.has(name))].sort());
      return [file, { reads, sets }];
    }),
  );
}

/** Returns the phase of a file. What the program shares with others belongs to the first one. */
export function phaseOf(file: string): string {
  if (isShared(file)) return ORDER[0]!;
  return file === 'main.sh' ? 'main' : file.split('/')[0]!;
}

function rank(file: string): number {
  return ORDER.indexOf(phaseOf(file));
}

function isShared(file: string): boolean {
  return file.startsWith('../');
}

/** Returns a file's text with the names of its first comment filled in, behind its first line. */
function withNames(text: string, { reads, sets }: Names): string {
  const [first, ...rest] = text.split('\n');
  const end = rest.findIndex((line) => !line.startsWith('#'));
  const isName = (line: string): boolean => /^# (Reads|Sets): |^# {7,}[A-Z0-9_, ]*[,.]$|^# [A-Z0-9_]+(, [A-Z0-9_]+)*[.,]$/.test(line);
  const head = rest.slice(0, end).filter((line) => !isName(line));
  return [first, ...list('Reads', reads), ...list('Sets', sets), ...head, ...rest.slice(end)].join('\n');
}

function list(label: string, names: ReadonlySet<string>): string[] {
  if (names.size === 0) return [];
  const lines = [`# ${label}:`];
  for (const [index, name] of [...names].entries()) {
    const word = ` ${name}${index === names.size - 1 ? '.' : ','}`;
    const longer = `${lines.at(-1)!}${word}`;
    if (longer.length <= WIDTH) lines.splice(-1, 1, longer);
    else lines.push(`#${word}`);
  }
  return lines;
}

/** Returns all files of the installer's program. */
export function programFiles(root: string): ProgramFile[] {
  return PROGRAM_FILES.map((file) => ({ file, text: shellText(root, 'lib/installer/sh', file) }));
}

function main(argv: readonly string[]): void {
  const root = resolve(__dirname, '..');
  const files = programFiles(root);
  if (argv.includes('--write')) {
    const names = wantedNames(files, new Map(files.map(({ file, text }) => [file, allCommands(text)])));
    for (const { file } of files.filter((one) => !isShared(one.file))) {
      const path = join(root, 'lib/installer/sh', file);
      writeFileSync(path, withNames(readFileSync(path, 'utf8'), names.get(file)!));
    }
    return;
  }
  const findings = refusedArrows(files);
  for (const { file, line, message } of findings) console.error(`${file}:${line}: ${message}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

if (require.main === module) main(process.argv.slice(2));
