/**
 * Refuses paths that another user of a host could change, in the programs that root runs there.
 *
 * Root must not mount, link, list, read or follow by name anything inside a directory that another user can change: between the check and
 * the use, the name can become a link to anything (this once made the application's user root). One module enters such directories, by
 * descriptors: `MODULE`. Everywhere else, a path in a command is a constant, or a variable in the tables below, each with its reason.
 * `tsx tools/shell-paths.ts` prints the findings, and fails if there are any.
 */
import { resolve } from 'node:path';
import { MODULES, shellFiles } from './embed-shell';
import { OWN_PATHS, OWN_PATHS_IN } from './shell-own-paths';
import { commandsOf, type Command, type Word } from './shell-words';

/** The one file that may name files in directories that others can change. */
export const MODULE = 'base/directories.sh';

/** Commands whose operands are paths: the number of operands before the paths, and the options with a value. */
const TAKES_PATHS: Readonly<
  Record<string, { readonly before?: number; readonly values?: readonly string[]; readonly unless?: readonly string[] }>
> = {
  '.': {},
  awk: { before: 1, values: ['-v', '-F'] },
  base64: { values: ['-w'] },
  cat: {},
  cd: {},
  chmod: { before: 1 },
  chown: { before: 1 },
  cmp: {},
  cp: { values: [] },
  cut: { values: ['-d', '-f', '-c', '-b'] },
  cksum: {},
  dd: {},
  diff: {},
  find: {},
  grep: { before: 1, values: ['-e'], unless: ['-e', '-f'] },
  head: { values: ['-n', '-c'] },
  install: { values: ['-m', '-o', '-g'] },
  ln: { values: ['-t'] },
  ls: {},
  mkdir: { values: ['-m'] },
  mkfifo: { values: ['-m'] },
  mktemp: {},
  mount: { values: ['-t', '-o'] },
  mv: {},
  od: {},
  paste: { values: ['-d'] },
  readlink: {},
  rm: {},
  rmdir: {},
  sed: { before: 1, values: ['-e'], unless: ['-e', '-f'] },
  sha256sum: {},
  sort: { values: ['-k', '-t'] },
  stat: { values: ['-c'] },
  sync: {},
  tac: {},
  tail: { values: ['-n', '-c'] },
  tar: {},
  tee: {},
  touch: { values: ['-d', '-r'] },
  tr: { before: 2 },
  truncate: { values: ['-s'] },
  umount: {},
  wc: {},
  xargs: {},
};

/** Options whose value is a path. */
const PATH_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  grep: ['-f'],
  sed: ['-f'],
  awk: ['-f'],
  sort: ['-o'],
  date: ['-r'],
  cp: ['-t'],
  ln: ['-t'],
};

/** Tests of a path, by `[`. */
const FILE_TESTS = new Set('a b c d e f g h k p r s u w x L O G N S'.split(' ').map((letter) => `-${letter}`));

/** Shell keywords and commands that never get a path. `setpriv` is here because the command that it runs doesn't run as root. */
const TAKES_NONE = new Set(
  `: $AT_FAILURE break case command continue echo eval exit export false for getopts kill local logger printf read return set shift sleep trap true ulimit umask unset wait
   curl sudo setpriv date flock getconf getent iconv id journalctl loginctl monit systemctl systemd-analyze systemd-run uname exec`.split(
    /\s+/,
  ),
);

/** Commands that run another one, after options, assignments and other arguments. */
const RUNS_ANOTHER = new Set([
  'timeout',
  'exec',
  'command',
  'env',
  '/usr/bin/env',
  'sudo',
  'as_root',
  'unshare',
  'nice',
  'setsid',
  'flock',
]);

/** A forbidden use of a path. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Returns the findings in a program's text. `functions` are those of the other files that are run with it. */
export function refusedPaths(file: string, text: string, functions: ReadonlySet<string> = new Set()): Finding[] {
  if (file === MODULE) return [];
  const known = new Set([...functions, ...functionsOf(text)]);
  return commandsOf(text).flatMap((command) =>
    new Check(file, known).of(command).map((message) => ({ file, line: command.line, message })),
  );
}

/** Returns the names of the functions that a text defines. */
export function functionsOf(text: string): string[] {
  return [...text.matchAll(/^\s*(\w+)\(\) \{/gm)].map(([, name]) => name!);
}

class Check {
  constructor(
    private readonly file: string,
    private readonly functions: ReadonlySet<string>,
  ) {}

  of(command: Command): string[] {
    const redirected = command.redirections.flatMap(({ operator, target }) => this.path(command, `${operator} of`, target));
    return [...this.named(command, command.words), ...redirected];
  }

  private named(command: Command, words: readonly Word[]): string[] {
    if (words.length === 0) return [];
    const name = bare(words[0]!.text);
    const operands = words.slice(1);
    if (name === '[' || name === 'test') return this.test(command, operands);
    if (name === 'for') return operands.slice(2).flatMap((word) => (isList(word.text) ? this.path(command, 'for', word) : []));
    if (RUNS_ANOTHER.has(name)) {
      const inner = operands.findIndex(({ text }) => this.isCommand(bare(text)));
      if (inner >= 0) return this.named(command, operands.slice(inner));
    }
    if (name in TAKES_PATHS) return this.operands(command, name, operands);
    if (TAKES_NONE.has(name) || this.functions.has(name) || name === '"$@"') return this.options(command, name, operands);
    return name === 'sh' || name === '/bin/sh'
      ? this.shell(command, operands)
      : [`\`${name}\` is not known: add it to a table in tools/shell-paths.ts`];
  }

  private isCommand(name: string): boolean {
    return (
      name in TAKES_PATHS ||
      TAKES_NONE.has(name) ||
      this.functions.has(name) ||
      RUNS_ANOTHER.has(name) ||
      ['sh', '/bin/sh', 'test', '['].includes(name)
    );
  }

  /** `sh -c TEXT`: the text is a separate program. */
  private shell(command: Command, operands: readonly Word[]): string[] {
    if (bare(operands[0]?.text ?? '') !== '-c') return this.path(command, 'sh', operands[0]!);
    const text = operands[1]!.text;
    if (!/^'[^']*'$/.test(text)) return text === ':' ? [] : ['the text of `sh -c` is put together: write it as a constant'];
    return refusedPaths(this.file, text.slice(1, -1), this.functions).map(({ message }) => message);
  }

  private test(command: Command, operands: readonly Word[]): string[] {
    return operands.flatMap(({ text }, index) => {
      const operand = operands[index + 1];
      return FILE_TESTS.has(text) && operand !== undefined && bare(operand.text) !== ']' ? this.path(command, `[ ${text}`, operand) : [];
    });
  }

  private options(command: Command, name: string, operands: readonly Word[]): string[] {
    return operands.flatMap(({ text }, index) =>
      (PATH_OPTIONS[name] ?? []).includes(text) && operands[index + 1] !== undefined
        ? this.path(command, `${name} ${text}`, operands[index + 1]!)
        : [],
    );
  }

  private operands(command: Command, name: string, words: readonly Word[]): string[] {
    const { before = 0, values = [], unless = [] } = TAKES_PATHS[name]!;
    const messages = this.options(command, name, words);
    let left = before;
    let options = true;
    if (words.some(({ text }) => unless.includes(text.slice(0, 2)))) left = 0;
    for (let index = 0; index < words.length; index += 1) {
      const { text } = words[index]!;
      if (options && text === '--') options = false;
      else if (options && (values.includes(text) || (PATH_OPTIONS[name] ?? []).includes(text))) index += 1;
      // find's own language begins at its first option.
      else if (options && name === 'find' && /^[-\\]/.test(text)) {
        const run = words.findIndex((word) => /^-(exec|execdir|ok|okdir)$/.test(word.text));
        return run < 0 ? messages : [...messages, '`find -exec` runs a command on names that it has found'];
      } else if (options && /^-./.test(text)) continue;
      else if (left > 0) left -= 1;
      else messages.push(...this.path(command, name, words[index]!));
    }
    return messages;
  }

  private path({ func }: Command, what: string, { text }: Word): string[] {
    const plain = text.replaceAll('"', '');
    if (/^-?$|^-$|^[0-9]+$/.test(plain)) return [];
    // Operands of dd and mount have names.
    const value = plain.replace(/^(if|of)=/, '');
    const variable = /^\$\{?(\w+|[@*])/.exec(value)?.[1];
    if (variable === undefined) {
      // A constant, optionally followed by the last part of a name.
      if (/^\/[^$`]*$/.test(value.replaceAll(/\$\{\w+##\*\/\}/g, '')) || /^\/proc\/\$/.test(value)) return [];
      return OWN_PATHS_IN[`${this.file} ${func}`]?.[value] === undefined
        ? [`\`${what}\` is given ${text}, a relative path, whose directory can vary`]
        : [];
    }
    if (OWN_PATHS[variable] !== undefined || OWN_PATHS_IN[`${this.file} ${func}`]?.[variable] !== undefined) return [];
    return [
      `\`${what}\` is given ${text}, and nothing shows that only root can change its directory: use ${MODULE}, or give the reason in tools/shell-own-paths.ts`,
    ];
  }
}

/** Returns the items of a `for` that can be names of files. */
function isList(text: string): boolean {
  return /[/*?[]/.test(text.replace(/\$\{[^}]*\}/g, ''));
}

function bare(text: string): string {
  return text === '"$@"' ? text : text.replace(/^['"]|['"]$/g, '');
}

/** Returns all findings in the programs of lib/. */
export function allRefusedPaths(root: string): Finding[] {
  return MODULES.flatMap(({ directory }) => {
    const files = shellFiles(root).filter((one) => one.directory === directory);
    const functions = new Set(files.flatMap(({ text }) => functionsOf(text)));
    return files.flatMap(({ file, text }) => refusedPaths(file, text, functions));
  });
}

if (require.main === module) {
  const findings = allRefusedPaths(resolve(__dirname, '..'));
  for (const { file, line, message } of findings) console.error(`${file}:${line}: ${message}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
