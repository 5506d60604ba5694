import { readFileSync } from 'node:fs';
import path from 'node:path';
import { functionsOf, mutated, PAUSE, paused, type Mutant } from '../pauses';
import { ATTACK, type Scene } from '../scene';
import { type Tried, type Tries } from '../attempts';
import { family, type Attack } from '../suite';
import { MUTANTS } from '../mutants';
import { DIFF, forMutant, windowProgram, WINDOWS, type Window } from '../windows';

const RACE = '/root/race.sh';
const PROGRAM_FILE = '/root/attack-window';

/** Runs only one window, so many times, on the host itself: a whole deployment would take seconds for each. */
async function race(scene: Scene, window: Window, { most, enough }: Tries, mutant?: Mutant): Promise<Tried> {
  const { host } = scene;
  const functions = functionsOf([...PAUSE, ...paused(mutated(mutant ?? {}), window.functions)]);
  await scene.reset();
  await host.writeFile(RACE, readFileSync(path.join(__dirname, '../race.sh'), 'utf8'), '0700');
  await host.writeFile(PROGRAM_FILE, windowProgram(functions, window, ATTACK), '0700');
  const printed = await scene.takingTurns(() =>
    host.mustExec(['sh', RACE, String(most), enough === Infinity ? '1000000' : String(enough), PROGRAM_FILE, ...window.tricks], {
      timeout: 3_600_000,
    }),
  );
  const [counts = '', ...effects] = printed.trimEnd().split('\n');
  return { tries: Number(counts.split(' ')[0]), effects };
}

function row(window: Window): Attack<Mutant> {
  return {
    attack: 'changes names between two commands of root',
    window: `${window.name}, by itself`,
    tries: { sample: ['stage', 'put back'].includes(window.name) ? 12 : 0, small: 40, all: 1000 },
    mutant: MUTANTS[window.name],
    run: (scene, tries, mutant) => race(scene, forMutant(window, mutant && MUTANTS[window.name]?.tricks), tries, mutant),
  };
}

/** Names that change in the middle of one part of the transaction. */
export const WINDOWS_ATTACKS = family('Windows', [...WINDOWS, DIFF].map(row));
