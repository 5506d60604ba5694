import * as hand from '../../../../installer/by-hand';
import { deployNext, ENDS } from '../deployments';
import { FOLLOWS_LINKS, OLD_PREVIEW } from '../mutants';
import { mutated, type Mutant } from '../pauses';
import { SHARED, type Scene } from '../scene';
import { attempts, unlessEnded, type Tried, type Tries } from '../attempts';
import { family } from '../suite';
import { unlessQuick, watchingRun } from '../watching';

const program = (mutant?: Mutant): readonly string[] | undefined => (mutant === undefined ? undefined : mutated(mutant));

/** The attacker watches root's processes and exchanges the directory when one of them mounts or lists it for the preview. */
async function exchangeInPreview(scene: Scene, link: string, tries: Tries, mutant?: Mutant): Promise<Tried> {
  return attempts(scene, tries, async () => {
    // More files make a listing take longer.
    await scene.asDeploy(`cd ${SHARED} && seq -f 'f%.0f' 6000 | xargs -n 2000 touch`);
    const attacking = scene.attacker(['preview', link]);
    const outcome = await deployNext(scene, {}, program(mutant));
    await scene.stop();
    expect((await attacking).stderr).toBe('');
    expect(hand.lastLine(outcome)).toMatch(ENDS);
    return { outcomes: [outcome] };
  });
}

/** The attacker exchanges the directory as fast as possible, from the upload to the last line. */
async function exchangeAlways(scene: Scene, link: string, tries: Tries, mutant?: Mutant): Promise<Tried> {
  return attempts(scene, tries, async () => {
    const attacking = scene.attacker(['storm', link]);
    const outcome = await deployNext(scene, {}, program(mutant));
    await scene.stop();
    const { stdout, stderr } = await attacking;
    expect(stderr).toBe('');
    expect(hand.lastLine(outcome)).toMatch(ENDS);
    return Number(stdout) > 100 ? { outcomes: [outcome] } : undefined;
  });
}

/** Many files in the application's directory: the transaction neither lists nor mirrors them. */
async function flood(scene: Scene, { most: files }: Tries, mutant?: Mutant): Promise<Tried> {
  return attempts(scene, { most: 1, enough: 1 }, async () => {
    await scene.asDeploy(`mkdir -p ${SHARED}/flood && cd ${SHARED} && seq -f 'f%.0f' ${files} | xargs -n 2000 touch`);
    const watched = await watchingRun(scene, 'inodes', () => deployNext(scene, {}, program(mutant)));
    const { outcome, growth } = watched;
    const lines = outcome.stdout.split('\n').length;
    const effects = [
      ...(growth > 1000 ? [`${growth} inodes of /run were used`] : []),
      ...(lines > 60 ? [`${lines} lines were printed`] : []),
      ...unlessQuick(watched),
      ...unlessEnded(outcome, /^(deployed|nothing to do)$/),
    ];
    return { outcomes: [outcome], effects };
  });
}

/** Attacks on the preview of files that aren't installed yet. */
export const PREVIEW_ATTACKS = family<Mutant>('Preview', [
  {
    attack: 'exchanges its directory for a link to /usr/bin when root mounts or lists it',
    window: 'preview, by a look at /proc',
    tries: { sample: 1, small: 6, all: 50 },
    elsewhere: 10,
    mutant: { name: 'mounts over directories of others', change: OLD_PREVIEW, tries: 30 },
    run: (scene, tries, mutant) => exchangeInPreview(scene, '/opt/app/to-programs', tries, mutant),
  },
  {
    attack: 'exchanges its directory and a link to /usr/bin as fast as it can',
    window: 'a whole deployment',
    tries: { sample: 1, small: 4, all: 50 },
    elsewhere: 10,
    mutant: { name: 'follows links', change: FOLLOWS_LINKS, tries: 20 },
    run: (scene, tries, mutant) => exchangeAlways(scene, '/opt/app/to-programs', tries, mutant),
  },
  {
    attack: 'fills its directory with files',
    window: 'a whole deployment',
    tries: { sample: 0, small: 20_000, all: 400_000 },
    mutant: { name: 'mounts over directories of others', change: OLD_PREVIEW, tries: 5000 },
    run: (scene, files, mutant) => flood(scene, files, mutant),
  },
]);
