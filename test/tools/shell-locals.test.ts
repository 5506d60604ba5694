import path from 'node:path';
import { MODULES } from '../../tools/embed-shell';
import * as installer from '../../lib/installer/shell.generated';
import * as programs from '../../lib/programs/shell.generated';
import { allRefusedVariables, refusedVariables } from '../../tools/shell-locals';
import { SHELL_SCRIPTS } from '../../tools/shell-scripts';

const messages = (text: string): string[] => refusedVariables('any.sh', text).map(({ line, message }) => `${line}: ${message}`);
const inFunction = (...lines: readonly string[]): string => `f() {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

it('finds nothing in the programs of lib/', () => {
  expect(allRefusedVariables(path.resolve(__dirname, '../..'))).toEqual([]);
});

test.each([
  ['x=1'],
  ['x=1 y=2'],
  ['x=$(cat /etc/hostname) || return'],
  ['read -r x </etc/hostname'],
  ['while IFS= read -r x; do :; done </etc/hostname'],
  ['cat /etc/hostname | while read -r _ x; do :; done'],
  ['for x in a b; do :; done'],
  ['for x; do :; done'],
  ['getopts ab x'],
  ['export x=1'],
  ['if [ -n "$1" ]; then x=1; fi'],
  ['case $1 in a) x=1 ;; esac'],
  ['(x=1)'],
  ['{ x=1; }'],
  ['echo "$(x=1; echo 1)"'],
  ["trap 'x=1' EXIT"],
])('refuses a variable that is set but not local: %s', (line) => {
  expect(messages(inFunction(line))).toContain('2: f: x is set, and not local: declare it before, with a value');
});

test.each([
  ['echo "$x"'],
  ['echo "${x}"'],
  ['echo "${x:-none}"'],
  ['echo "${#x}"'],
  ['echo "${1:-$x}"'],
  ['echo "$((x + 1))"'],
  ['echo "$((2 * $x))"'],
  ['echo a >"$WORK/$x"'],
  ['case $x in a) ;; esac'],
  ['case $1 in "$x") ;; esac'],
  ['cat <<END\n$x\nEND'],
  ['trap \'rm -f "$x"\' EXIT'],
  ['local y="$x"'],
])('refuses to read a variable of another function: %s', (line) => {
  expect(messages(inFunction(line))).toEqual([
    expect.stringMatching(/^\d: f: x is read, and not declared here: pass it on, or make it a capital$/),
  ]);
});

test.each([
  ['local x', "2: f: `local x` has no value: dash keeps the caller's"],
  ['local a=1 x', "2: f: `local x` has no value: dash keeps the caller's"],
  ['local X=1', "2: f: X is local, and a capital is everyone's"],
  ['local x=$1', '2: f: `local x=$1` is split at blanks by older shells: put the value in quotes'],
])('refuses the declaration %s', (line, message) => {
  expect(messages(inFunction(line))).toEqual([message]);
});

it('counts a declaration only for its own function, and only after it', () => {
  expect(messages(inFunction('x=1', "local x=''", 'x=2') + 'g() {\n  x=3\n}\n')).toEqual([
    '2: f: x is set, and not local: declare it before, with a value',
    '7: g: x is set, and not local: declare it before, with a value',
  ]);
});

test.each([
  [inFunction('local x=\'\' y="$1" z="${1%/*}" n=0', 'x=$(cat "$y")', 'while read -r x _; do n=$((n + 1)); done <"$z"', 'echo "$x$n"')],
  // Only for the command.
  [inFunction('path=$1 env')],
  [inFunction('IFS=/ read -r _ _ </etc/hostname', "IFS=''")],
  // Not expanded.
  [inFunction("echo '$x' \\$x", "awk '{ x = 1; print x }' /etc/hostname")],
  // At the top of a program, which no function reads.
  ['x=1\necho "$x"\n'],
  // A program of its own.
  ['sh -c \'\n  x=1\n  echo "$x"\n\'\n'],
])('accepts %j', (text) => {
  expect(messages(text)).toEqual([]);
});

it('checks the programs that another shell runs', () => {
  expect(messages("sh -c '\n  f() {\n    x=1\n  }\n'\n")).toEqual(['3: f: x is set, and not local: declare it before, with a value']);
});

it('requires that the first comment names exactly the capitals that functions set', () => {
  const program = inFunction('A=1', 'read -r B </etc/hostname');
  expect(messages(program)).toEqual(['1: A is set, and not named behind `Sets:`', '1: B is set, and not named behind `Sets:`']);
  expect(messages(`# What it does. Sets: A,\n# B.\n\n${program}`)).toEqual([]);
  expect(messages(`# Sets: A, B, C.\n${program}`)).toEqual(['1: C is named behind `Sets:`, and not set']);
});

it('shellcheck checks every embedded shell program', () => {
  const lines: Readonly<Record<string, readonly string[]>> = { ...installer, ...programs };
  const scripts = Object.values(SHELL_SCRIPTS);
  const constants = MODULES.flatMap(({ embeddings }) => embeddings).filter(({ files }) => files.some((file) => file.endsWith('.sh')));
  expect(constants.map(({ constant }) => constant)).toContain('USER_UNIT');
  for (const { constant } of constants) {
    const text = `${lines[constant]!.join('\n')}\n`;
    expect([constant, scripts.some((script) => script.includes(text))]).toEqual([constant, true]);
  }
});
