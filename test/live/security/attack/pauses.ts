import { PROGRAM } from '../../../../lib/installer/shell.generated';
import { beginsStatement } from '../../installer/transaction/steps';
import { ATTACK, SECRET, VICTIM } from './scene';

/** Functions that replace the program's own, by name: without a check, or as they once were. */
export type Mutant = Readonly<Record<string, readonly string[]>>;

/** The end of the program: functions that are defined right before it override the others. */
const MAIN = 'main "$@"';

/**
 * Gives the attacker a turn at the moments that the file `turns` numbers: root waits until the turn is over. `count` has the
 * number of moments so far; without it, nothing pauses. Each turn adds a line to `taken`.
 */
export const PAUSE: readonly string[] = [
  'pause() {',
  `  { read -r attack_count <${ATTACK}/count; } 2>/dev/null || return 0`,
  '  attack_count=$((attack_count + 1))',
  `  echo "$attack_count" >${ATTACK}/count`,
  `  { read -r attack_trick attack_first attack_second <${ATTACK}/turns; } 2>/dev/null || return 0`,
  '  case $attack_count in',
  '  "$attack_first" | "$attack_second")',
  `    echo "$attack_trick" >${ATTACK}/go && read -r attack_answer <${ATTACK}/answer || return 0`,
  `    echo "$1 $attack_trick $attack_answer" >>${ATTACK}/taken`,
  '    ;;',
  '  esac',
  '  return 0',
  '}',
  // Syncing a file system changes nothing that could be seen later, so the owner is checked at this moment.
  'sync() {',
  `  for attack_place in "$@"; do [ ! "$attack_place" -ef ${VICTIM} ] || echo 'sync disclosed' >>${ATTACK}/taken; done`,
  '  command sync "$@"',
  '}',
];

/**
 * Records where root has read one of its own files through a name of the attacker's: root stores such content in its own directory, which
 * is removed later. The file "back" is left out: hard links lead to it, and a process with access to it already has the content.
 */
const DISCLOSED = `grep -rqs --exclude-dir=real --devices=skip '^${SECRET} [^b]' "$WORK"`;

/** {@link PAUSE}, and a check of what root has read so far. */
export const PAUSE_AND_LOOK: readonly string[] = PAUSE.flatMap((line) =>
  line.startsWith('  { read -r attack_trick')
    ? [`  [ ! -s ${ATTACK}/taken ] || ! ${DISCLOSED} || echo "$1 disclosed" >>${ATTACK}/taken`, line]
    : [line],
);

/** The same check, at the end of a window. */
export const LOOK_AT_THE_END = `! ${DISCLOSED} || echo 'end disclosed' >>${ATTACK}/taken`;

/** Returns the lines of a program, with a pause before each command of some of its functions. */
export function paused(program: readonly string[], functions: readonly string[]): readonly string[] {
  const missing = functions.filter((name) => !program.includes(`${name}() {`));
  if (missing.length > 0) throw new Error(`the program has no function ${missing.join(', ')}: name its successor`);
  const lines: string[] = [];
  let current = '';
  let number = 0;
  let before = '';
  for (const line of program) {
    const opened = /^(\w+)\(\) \{$/.exec(line)?.[1];
    if (opened !== undefined) {
      current = opened;
      number = 0;
    } else if (line === '}') {
      current = '';
    } else if (functions.includes(current) && beginsStatement(before, line)) {
      lines.push(`pause ${current}:${(number += 1)}`);
    }
    lines.push(line);
    before = line;
  }
  return lines;
}

/** Returns the program with some functions replaced. */
export function mutated(mutant: Mutant, program: readonly string[] = PROGRAM): readonly string[] {
  const missing = Object.keys(mutant).filter((name) => !program.includes(`${name}() {`));
  if (missing.length > 0) throw new Error(`the program has no function ${missing.join(', ')}: the mutant changes nothing`);
  const replaced = Object.entries(mutant).flatMap(([name, body]) => [`${name}() {`, ...body.map((line) => `  ${line}`), '}']);
  return program.flatMap((line) => (line === MAIN ? [...replaced, line] : [line]));
}

/** Returns the functions of a program, for a script that calls them itself. */
export function functionsOf(program: readonly string[]): readonly string[] {
  return program.filter((line) => line !== MAIN);
}
