import { PROGRAM } from '../../../../lib/installer/shell.generated';
import { beginsStatement } from '../../installer/transaction/steps';
import { ATTACK } from './scene';

/** Functions that take the place of the program's own, by name: a check that is taken out, or the code as it once was. */
export type Mutant = Readonly<Record<string, readonly string[]>>;

/** The end of the program: functions that are defined right before it win. */
const MAIN = 'main "$@"';

/**
 * Gives the attacker a turn at the moments that the file `turns` numbers: root waits until it has been taken. `count` holds how
 * many moments there were so far; without it nothing pauses. Each turn leaves a line in `taken`.
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
];

/** The lines of a program, with a pause before each command of some of its functions. */
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

/** The program with some functions replaced. */
export function mutated(mutant: Mutant, program: readonly string[] = PROGRAM): readonly string[] {
  const missing = Object.keys(mutant).filter((name) => !program.includes(`${name}() {`));
  if (missing.length > 0) throw new Error(`the program has no function ${missing.join(', ')}: the mutant changes nothing`);
  const replaced = Object.entries(mutant).flatMap(([name, body]) => [`${name}() {`, ...body.map((line) => `  ${line}`), '}']);
  return program.flatMap((line) => (line === MAIN ? [...replaced, line] : [line]));
}

/** The functions of a program, for a script that calls them itself. */
export function functionsOf(program: readonly string[]): readonly string[] {
  return program.filter((line) => line !== MAIN);
}
