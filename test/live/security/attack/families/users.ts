import * as hand from '../../../../installer/by-hand';
import { inTurn, unlessEnded } from '../attempts';
import { deployNext, ENDS } from '../deployments';
import { ENTERS_NAMESPACES, FOLLOWS_LINKS } from '../mutants';
import { mutated, type Mutant } from '../pauses';
import { SHARED, VICTIM } from '../scene';
import { family } from '../suite';

/** Mounts of the application's user in a user namespace of its own, where it may mount, until `stop` exists. */
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

/** The mounts exist while root deploys. */
const namespaces = inTurn(MOUNTS, async (scene, [, commands], mutant: Mutant = {}, number) => {
  const holding = scene.host.exec(
    `unshare --user --map-root-user --mount sh -c '${commands} && /opt/app/bin/sh -c ": >/opt/app/mounted; read -r end # attack/mounted"' <>/run/attack/hold`,
    { user: 'deploy' },
  );
  await scene.host.until('[ -e /opt/app/mounted ]', 20);
  const failing = number % 2 === 1;
  const outcome = await deployNext(scene, { failing }, mutated(mutant));
  await scene.host.mustExec('echo >/run/attack/hold');
  await holding;
  return { outcomes: [outcome], effects: unlessEnded(outcome, failing ? /^failed, rolled back: / : 'deployed') };
});

/** Links through /proc, which could lead root out of the directory. */
const MAGIC: readonly (readonly [target: string])[] = [
  ['/proc/self/root/etc/victim'],
  ['/proc/self/cwd'],
  ['/proc/1/root/etc/victim'],
  ['/proc/thread-self/root/etc/victim'],
  ['/dev/fd'],
  ['/etc/../etc/victim'],
];

const magicLinks = inTurn(MAGIC, async (scene, [target], mutant: Mutant = {}) => {
  await scene.asDeploy(`mv ${SHARED} ${SHARED}.away && ln -s ${target} ${SHARED}`);
  const outcome = await deployNext(scene, {}, mutated(mutant));
  return { outcomes: [outcome], effects: unlessEnded(outcome, /^refused, nothing changed: /) };
});

/** Files that a stranger has made in /tmp, where a stack of another owner installs files, before root gets there. */
const STRANGER: readonly (readonly [what: string, commands: string])[] = [
  ['links in the place of the files', `mkdir -m 0777 /tmp/stack; ln -s ${VICTIM}/hush /tmp/stack/x.env; ln -s ${VICTIM}/hush /tmp/y.env`],
  ['a link in the place of the directory', `ln -s ${VICTIM} /tmp/stack`],
  ['pipes in the place of the files', 'mkdir -m 0777 /tmp/stack; mkfifo /tmp/stack/x.env /tmp/y.env'],
  ['directories in the place of the files', 'mkdir -p /tmp/stack/x.env/z /tmp/y.env/z'],
];

const stranger = inTurn(STRANGER, async ({ host }, [, commands], mutant: Mutant = {}, number) => {
  const deployer = { owner: 'b0000000-0000-4000-8000-00000000000b' };
  await host.mustExec(commands, { user: 'stranger' });
  const wanted = hand.bundle({
    files: [hand.file('/tmp/stack/x.env', `X=${number}\n`, { mode: '0600' }), hand.file('/tmp/y.env', 'Y=1\n')],
  });
  const outcome = await hand.runScript(host, hand.scriptFor(wanted, deployer, mutated(mutant)));
  const gone = await hand.uninstall(host, deployer);
  await host.mustExec('rm -rf /tmp/stack /tmp/y.env');
  return { outcomes: [outcome, gone], effects: unlessEnded(outcome, ENDS) };
});

/** Attacks by local users without a race. */
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
