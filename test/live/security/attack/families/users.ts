import * as hand from '../../../../installer/by-hand';
import { attempts, type Tried, type Tries } from '../attempts';
import { deployNext, ENDS } from '../deployments';
import { ENTERS_NAMESPACES, FOLLOWS_LINKS } from '../mutants';
import { mutated, type Mutant } from '../pauses';
import { SHARED, VICTIM, type Scene } from '../scene';
import { family } from '../suite';

/** What the application's user does in a user namespace of his own, where he may mount, until `stop` exists. */
const MOUNTS: readonly (readonly [what: string, commands: string])[] = [
  ['root’s directory over its own', `mount --bind ${VICTIM} ${SHARED}`],
  [
    'root’s files over files',
    `touch ${SHARED}/app.env; mount --bind ${VICTIM}/shared ${SHARED}/new; mount --bind /etc/passwd ${SHARED}/app.env`,
  ],
  [
    'a tmpfs with links over its own',
    `mount -t tmpfs tmpfs ${SHARED}; for name in app.env secret.env gone.env made; do ln -s ${VICTIM}/hush ${SHARED}/$name; done`,
  ],
  ['its own directory over /run and /usr/bin', `mount --bind ${SHARED} /usr/bin; mount --rbind ${SHARED} /run 2>/dev/null; true`],
];

/** The mounts are there while root deploys. */
const namespaces = (scene: Scene, tries: Tries, mutant: Mutant = {}): Promise<Tried> =>
  attempts(scene, tries, async (number) => {
    const [what, commands] = MOUNTS[number % MOUNTS.length]!;
    const holding = scene.host.exec(
      `unshare --user --map-root-user --mount sh -c '${commands} && /opt/app/bin/sh -c ": >/opt/app/mounted; read -r end # attack/mounted"' <>/run/attack/hold`,
      {
        user: 'deploy',
      },
    );
    await scene.host.mustExec('until [ -e /opt/app/mounted ]; do sleep 0.02; done', { timeout: 20_000 });
    const outcome = await deployNext(scene, { failing: number % 2 === 1 }, mutated(mutant));
    await scene.host.mustExec('echo >/run/attack/hold');
    await holding;
    const expected = number % 2 === 1 ? /^failed, rolled back: / : /^deployed$/;
    const ended = hand.lastLine(outcome);
    return { outcomes: [outcome], effects: expected.test(ended) ? [] : [`${what}: it ended with "${ended}"`] };
  });

/** A process of the application's user, by whose /proc entry a link could lead root out of the directory. */
const MAGIC: readonly string[] = [
  '/proc/self/root/etc/victim',
  '/proc/self/cwd',
  '/proc/1/root/etc/victim',
  '/proc/thread-self/root/etc/victim',
  '/dev/fd',
  '/etc/../etc/victim',
];

const magicLinks = (scene: Scene, tries: Tries, mutant: Mutant = {}): Promise<Tried> =>
  attempts(scene, tries, async (number) => {
    await scene.asDeploy(`mv ${SHARED} ${SHARED}.away && ln -s ${MAGIC[number % MAGIC.length]!} ${SHARED}`);
    const outcome = await deployNext(scene, {}, mutated(mutant));
    const ended = hand.lastLine(outcome);
    return { outcomes: [outcome], effects: ended.startsWith('refused, nothing changed: ') ? [] : [`it ended with "${ended}"`] };
  });

/** What a stranger has made in /tmp, where a stack of another owner puts files, before root comes there. */
const STRANGER: readonly (readonly [what: string, commands: string])[] = [
  ['links in the place of the files', `mkdir -m 0777 /tmp/stack; ln -s ${VICTIM}/hush /tmp/stack/x.env; ln -s ${VICTIM}/hush /tmp/y.env`],
  ['a link in the place of the directory', `ln -s ${VICTIM} /tmp/stack`],
  ['pipes in the place of the files', 'mkdir -m 0777 /tmp/stack; mkfifo /tmp/stack/x.env /tmp/y.env'],
  ['directories in the place of the files', 'mkdir -p /tmp/stack/x.env/z /tmp/y.env/z'],
];

const stranger = (scene: Scene, tries: Tries, mutant: Mutant = {}): Promise<Tried> =>
  attempts(scene, tries, async (number) => {
    const { host } = scene;
    const [what, commands] = STRANGER[number % STRANGER.length]!;
    const deployer = { owner: 'b0000000-0000-4000-8000-00000000000b' };
    await host.mustExec(commands, { user: 'stranger' });
    const wanted = hand.bundle({
      files: [hand.file('/tmp/stack/x.env', `X=${number}\n`, { mode: '0600' }), hand.file('/tmp/y.env', 'Y=1\n')],
    });
    const outcome = await hand.runScript(host, hand.scriptFor(wanted, deployer, mutated(mutant)));
    const ended = hand.lastLine(outcome);
    const gone = await hand.uninstall(host, deployer);
    await host.mustExec('rm -rf /tmp/stack /tmp/y.env');
    return { outcomes: [outcome, gone], effects: ENDS.test(ended) ? [] : [`${what}: it ended with "${ended}"`] };
  });

/** What users of the host can do without a race. */
export const USERS_ATTACKS = family<Mutant>('Users', [
  {
    attack: 'mounts in a user namespace of its own',
    window: 'a deployment, and one that fails',
    tries: { sample: 1, small: MOUNTS.length, all: 50 },
    elsewhere: 10,
    mutant: { name: 'enters namespaces', change: ENTERS_NAMESPACES },
    run: namespaces,
  },
  {
    attack: 'puts a link through /proc in the place of its directory',
    window: 'the refusal of a directory',
    tries: { sample: 1, small: MAGIC.length, all: 50 },
    elsewhere: 10,
    mutant: { name: 'follows links', change: FOLLOWS_LINKS },
    run: magicLinks,
  },
  {
    attack: 'makes links, pipes and directories in /tmp, as a stranger, where files are to be',
    window: 'a deployment and its uninstallation',
    tries: { sample: 0, small: STRANGER.length, all: 50 },
    elsewhere: 10,
    mutant: { name: 'follows links', change: FOLLOWS_LINKS },
    run: stranger,
  },
]);
