import { Host, HostFile } from '../../../../../lib';
import type { Outcome } from '../../../../hosts/run';
import { TerraformDirectory } from '../../../../hosts/terraform';
import * as hand from '../../../../installer/by-hand';
import { sshTo, stackWithTerraformData, synthesized } from '../../../../support/stacks';
import { bundle } from '../deployments';
import { RUNS_WHAT_CAME, TRUSTS_ITS_DIRECTORY, TRUSTS_THE_UPLOAD, type ScriptMutant } from '../mutants';
import { RAN, type Scene } from '../scene';
import { attempts, type Attempt, type Tried, type Tries } from '../attempts';
import { family } from '../suite';

/** Where a deployment by hand puts its script; Terraform's has another name in the same directory. */
const SCRIPT = '/home/ops/.ssh/cdktf-sidekiq-test.sh';
const UNIT = '/etc/systemd/system/attacked.service';
const HOME = '/home/ops';
/** The number of the last upload: other deployments have smaller ones. */
let last = 5000;

/** A deployment that no other has asked for. */
const nextScript = (): string => hand.scriptFor(bundle((last += 1)));

/** Whether the directory that the script is in is open to others, as a mode of ~/.ssh that sshd accepts. */
interface Layout {
  readonly mode?: string;
  /** Takes the check out of the script. */
  readonly change?: ScriptMutant;
}

async function upload({ host }: Scene, script: string): Promise<void> {
  await host.mustExec(['sh', '-c', `cat >${SCRIPT} && chmod 0777 ${SCRIPT}`], { user: 'ops', input: script });
}

/** Terraform's second session: what it runs by name, in the login user's home. */
function runUploaded({ host }: Scene): Promise<Outcome> {
  return host.exec(['sh', '-c', '.ssh/cdktf-sidekiq-test.sh'], { user: 'ops', cwd: HOME, env: { HOME }, timeout: 120_000 });
}

const swapped = `#!/bin/sh\necho swapped >>${RAN} 2>/dev/null || sudo -n sh -c 'echo swapped >>${RAN}'\n`;

/** What a stranger can try on a script, or on the directory that it is in. */
const SWAPS: readonly string[] = [
  `cat >${SCRIPT}`,
  `cat >/tmp/swapped && chmod 0755 /tmp/swapped && mv /tmp/swapped ${SCRIPT}`,
  `rm -f ${SCRIPT}; cat >${SCRIPT}; chmod 0755 ${SCRIPT}`,
  `mkdir /tmp/.ssh-new && cat >/tmp/.ssh-new/cdktf-sidekiq-test.sh && chmod 0755 /tmp/.ssh-new/* && mv ${HOME}/.ssh ${HOME}/.ssh-old && mv /tmp/.ssh-new ${HOME}/.ssh`,
  `cat >/tmp/swapped && chmod 0755 /tmp/swapped && ln -f /tmp/swapped ${SCRIPT}`,
];

/** Restores the login user's directory. */
async function clean(scene: Scene): Promise<void> {
  await scene.host.mustExec(
    `rm -rf /tmp/swapped /tmp/.ssh-new; cd ${HOME}; [ ! -d .ssh-real ] || { rm -rf .ssh; mv .ssh-real .ssh; }; chown -R ops:ops . && chmod 0755 . && chmod 0700 .ssh; chmod 0755 /home`,
  );
}

/** A deployment whose script must not have been run: an exit code other than 0, and nothing done. */
async function refused(scene: Scene, outcome: Outcome): Promise<Attempt> {
  const effects = [
    ...(outcome.code === 0 ? [`exit code 0: "${hand.lastLine(outcome)}"`] : []),
    ...((await scene.host.exec(['grep', '-qx', `Description=attacked ${last}`, UNIT])).code === 0 ? ['it was deployed'] : []),
  ];
  await clean(scene);
  return { outcomes: [outcome], effects };
}

const swap = (scene: Scene, tries: Tries, { mode = '0700' }: Layout = {}): Promise<Tried> =>
  attempts(scene, tries, async (number) => {
    await clean(scene);
    await scene.host.mustExec(`chmod ${mode} ${HOME}/.ssh`);
    await upload(scene, nextScript());
    await scene.host.exec(['sh', '-c', SWAPS[number % SWAPS.length]!], { user: 'stranger', input: swapped });
    const outcome = await runUploaded(scene);
    await clean(scene);
    return { outcomes: [outcome] };
  });

/** Directories in which somebody else can change the script, and what the refusal must tell the operator to run. */
const OPEN: readonly (readonly [what: string, open: string])[] = [
  ['~/.ssh is 0755', `chmod 0755 ${HOME}/.ssh`],
  ['~/.ssh is 0711', `chmod 0711 ${HOME}/.ssh`],
  ['~/.ssh is 0770', `chmod 0770 ${HOME}/.ssh`],
  ['the home is 0777', `chmod 0777 ${HOME}`],
  ['the home is 0775 of a group with others', `chmod 0775 ${HOME}`],
  ['/home is 0777', 'chmod 0777 /home'],
  ['~/.ssh is a stranger’s', `chown stranger ${HOME}/.ssh; chmod 0777 ${HOME}/.ssh`],
  ['the home is a stranger’s', `chown stranger ${HOME}`],
  ['the script is a stranger’s', `chown stranger ${SCRIPT}`],
  [
    '~/.ssh is a link into a directory of a stranger',
    `install -d -o stranger -m 0755 /tmp/.ssh-new && cp -a ${HOME}/.ssh /tmp/.ssh-new/ssh && mv ${HOME}/.ssh ${HOME}/.ssh-real && ln -s /tmp/.ssh-new/ssh ${HOME}/.ssh`,
  ],
];

const openDirectories = (scene: Scene, tries: Tries, { change = (script) => script }: Layout = {}): Promise<Tried> =>
  attempts(scene, tries, async (number) => {
    const [what, open] = OPEN[number % OPEN.length]!;
    await clean(scene);
    await upload(scene, change(nextScript()));
    await scene.host.mustExec(open);
    const outcome = await runUploaded(scene);
    const { effects = [] } = await refused(scene, outcome);
    const helpful =
      /^refused, nothing changed: .*(chmod|chown|mkdir|install) /.test(outcome.stdout) && outcome.stdout.trimEnd().split('\n').length === 1;
    return {
      outcomes: [outcome],
      effects: [...effects, ...(helpful ? [] : ['no refusal in one sentence'])].map((effect) => `${what}: ${effect}`),
    };
  });

/** Places at which an upload can be cut or changed: after the first line, without which nothing of ours runs. */
function place(script: string, from: number, number: number, tries: number): number {
  return from + Math.floor(((number + 0.5) / tries) * (script.length - from - 1));
}

const cut = (scene: Scene, tries: Tries, { change = (script) => script }: Layout = {}): Promise<Tried> =>
  attempts(scene, tries, async (number) => {
    const script = change(nextScript());
    // Half of the cuts are in the short part that runs as the login user, and the rest anywhere.
    const head = script.indexOf('\n#!/bin/sh\n');
    const end = number % 2 === 0 ? place(script.slice(0, head), 12, number, tries.most) : place(script, head, number, tries.most);
    await upload(scene, script.slice(0, end));
    const { outcomes, effects = [] } = await refused(scene, await runUploaded(scene));
    return { outcomes, effects: effects.map((effect) => `cut after ${end} of ${script.length} bytes: ${effect}`) };
  });

const changed = (scene: Scene, tries: Tries, { change = (script) => script }: Layout = {}): Promise<Tried> =>
  attempts(scene, tries, async (number) => {
    const script = change(nextScript());
    let at = place(script, script.indexOf('\n#!/bin/sh\n') + 12, number, tries.most);
    while (!/[a-zA-Z0-9]/.test(script[at]!)) at -= 1;
    const other = script[at] === 'x' ? 'y' : 'x';
    await upload(scene, script.slice(0, at) + other + script.slice(at + 1));
    const { outcomes, effects = [] } = await refused(scene, await runUploaded(scene));
    return { outcomes, effects: effects.map((effect) => `byte ${at} changed: ${effect}`) };
  });

/** A stranger overwrites whatever Terraform uploads, as fast as he can. */
const terraform = (scene: Scene, tries: Tries, { mode = '0700' }: Layout = {}): Promise<Tried> =>
  attempts(scene, tries, async (number) => {
    const { host } = scene;
    await clean(scene);
    await host.mustExec(`chmod ${mode} ${HOME}/.ssh`);
    await host.writeFile('/tmp/swapped', swapped, '0755');
    const stranger = host.mustExec(
      `until [ -e /run/attack/stop ]; do for script in ${HOME}/.ssh/*.sh; do [ ! -s "$script" ] || cat /tmp/swapped >"$script"; done 2>/dev/null; done; true`,
      { user: 'stranger', timeout: 120_000 },
    );
    const directory = TerraformDirectory.create(
      synthesized((app) => {
        const stack = stackWithTerraformData(app, 'uploaded');
        const on = new Host(stack, 'worker', { address: host.address, ssh: sshTo(host) });
        new HostFile(stack, 'file', { host: on, path: '/opt/app/uploaded', content: `${number}\n` });
        return stack;
      }),
    );
    try {
      await directory.init();
      const applied = await directory.apply();
      await scene.stop();
      await stranger;
      await host.mustExec(`chmod 0700 ${HOME}/.ssh`);
      if (mode === '0700') expect(applied.output).toContain('Apply complete!');
      await directory.destroy();
      return { outcomes: [] };
    } finally {
      directory.remove();
    }
  });

/** The script on its way from Terraform to root. */
export const UPLOAD_ATTACKS = family<Layout>(
  'Upload',
  [
    {
      attack: 'swaps the script, or the directory that it is in',
      window: 'between upload and run, by hand',
      tries: { sample: 2, small: SWAPS.length, all: 50 },
      elsewhere: 10,
      mutant: { name: 'where ~/.ssh is 0777', change: { mode: '0777' }, tries: 5 },
      run: swap,
    },
    {
      attack: 'overwrites the script as fast as it can',
      window: 'between upload and run, by Terraform',
      tries: { sample: 0, small: 2, all: 50 },
      elsewhere: 10,
      mutant: { name: 'where ~/.ssh is 0755', change: { mode: '0755' }, tries: 4 },
      run: terraform,
    },
    {
      attack: 'could change the script or a directory above it',
      window: 'the script’s own look at where it is',
      tries: { sample: 2, small: OPEN.length, all: OPEN.length * 2 },
      elsewhere: OPEN.length,
      mutant: { name: 'trusts its directory', change: { change: TRUSTS_ITS_DIRECTORY } },
      run: openDirectories,
    },
    {
      attack: 'loses the connection in the middle of the upload',
      window: 'every part of the script',
      tries: { sample: 2, small: 28, all: 280 },
      elsewhere: 10,
      mutant: { name: 'runs what came', change: { change: RUNS_WHAT_CAME } },
      run: cut,
    },
    {
      attack: 'changes one byte of the program or the document',
      window: 'every part of what root runs',
      tries: { sample: 2, small: 16, all: 160 },
      elsewhere: 10,
      mutant: { name: 'trusts the upload', change: { change: TRUSTS_THE_UPLOAD } },
      run: changed,
    },
  ],
  ['hosts', 'terraform'],
);
