import type { Bundle } from '../../../../lib/bundle';
import type { Outcome } from '../../../hosts/run';
import * as hand from '../../../installer/by-hand';
import { mutated, PAUSE_AND_LOOK, paused, type Mutant } from './pauses';
import { ATTACK, SECRET, SHARED, type Scene } from './scene';
import { attempts, type Tried, type Tries } from './attempts';
import { ownFunctions, WINDOWS, type Window } from './windows';

/** Last lines with which an attacked deployment may end. */
export const ENDS =
  /^(deployed|nothing to do|refused, nothing changed: .|failed, rolled back: .|failed, and not (everything could be rolled back|all files could be put back \(.+\)): .)/;

export interface Wanted {
  /** Makes the service's start fail, after the files are installed. */
  readonly failing?: boolean;
  /** Includes `gone.env`; otherwise `made/new.env`. */
  readonly gone?: boolean;
  readonly more?: readonly string[];
}

/** A service of `deploy` with files in its own directory: a public one, a secret, one in a new directory, one that alternates. */
export function bundle(number: number, { failing = false, gone = false, more = [] }: Wanted = {}): Bundle {
  const lines = ['User=deploy', 'TimeoutStartSec=10', ...more, ...(failing ? ['ExecStartPre=/bin/false'] : [])];
  return hand.bundle({
    files: [
      // A changed unit is previewed, and with it the directories of all files.
      hand.unitFile('attacked.service', `attacked ${number}`, lines),
      hand.file(`${SHARED}/app.env`, `LEVEL=${number}\n`, { user: 'deploy', group: 'deploy' }),
      hand.file(`${SHARED}/secret.env`, `KEY=${SECRET} ${number}\n`, { mode: '0600' }),
      hand.file(gone ? `${SHARED}/gone.env` : `${SHARED}/made/new.env`, `LEVEL=${number}\n`),
    ],
    services: [hand.service('attacked.service', { restartOn: [`${SHARED}/app.env`], stabilitySeconds: 0, stopSeconds: 2 })],
  });
}

let number = 0;

/** Deploys a change, by a program that may be a mutant: every second deployment has the alternating file. */
export async function deployNext(scene: Scene, wanted: Wanted = {}, program?: readonly string[]): Promise<Outcome> {
  number += 1;
  const gone = !scene.hasGone;
  const outcome = await hand.runScript(scene.host, hand.scriptFor(bundle(number, { ...wanted, gone }), {}, program));
  if (hand.lastLine(outcome) === 'deployed') scene.hasGone = gone;
  return outcome;
}

/** Deploys once without an attack: the attacked deployments change and remove these files. */
export async function establish(scene: Scene): Promise<void> {
  await scene.host.mustExec(`cd ${SHARED} && rm -f app.env gone.env`);
  for (let turn = 0; turn < 2; turn++) expect(hand.lastLine(await deployNext(scene))).toBe('deployed');
}

/** Attacks whole deployments, each at one moment of a window. */
export async function attackDeployments(scene: Scene, window: Window, tries: Tries, mutant: Mutant = {}): Promise<Tried> {
  const { host } = scene;
  const program = [...PAUSE_AND_LOOK, ...paused(mutated(mutant), ownFunctions(window))];
  const wanted = { failing: window.failing ?? false };
  // The moments of both kinds of deployment in turn; a failed one is followed by one of the same kind.
  const moments = new Map<boolean, number>();
  for (let kind = 0; kind < 2; kind++) {
    await scene.reset();
    await host.mustExec(`echo 0 >${ATTACK}/count`);
    const { hasGone } = scene;
    await deployNext(scene, wanted, program);
    moments.set(hasGone, Number(await host.readFile(`${ATTACK}/count`)));
  }
  const place = WINDOWS.findIndex(({ name }) => name === window.name);
  return scene.takingTurns(() =>
    attempts(scene, tries, async (attempt) => {
      const kind = moments.get(scene.hasGone) ?? Math.max(...moments.values());
      // Steps of the golden ratio spread few tries over all moments, those of another one over all tricks; each window begins elsewhere.
      const first = Math.floor(((attempt * 0.618034) % 1) * kind) + 1;
      const part = ((attempt + place) * Math.SQRT2) % 1;
      const trick = window.tricks[Math.floor(part * window.tricks.length)]!;
      await host.mustExec(`echo 0 >${ATTACK}/count; echo ${trick} ${first} ${attempt % 3 === 0 ? first + 1 : 0} >${ATTACK}/turns`);
      const outcome = await deployNext(scene, wanted, program);
      expect(hand.lastLine(outcome)).toMatch(ENDS);
      const answer = await host.mustExec(`echo wait >${ATTACK}/go; head -n 1 ${ATTACK}/answer; cat ${ATTACK}/taken 2>/dev/null; true`);
      if (answer.trim() === 'ok') return undefined;
      return { outcomes: [outcome], effects: answer.split('\n').filter((line) => /(^| )read | disclosed$/.test(line)) };
    }),
  );
}
