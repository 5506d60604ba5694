import { Host, HostFile } from '../../../../../lib';
import { uninstallScript } from '../../../../../lib/installer';
import type { Outcome } from '../../../../hosts/run';
import { TerraformDirectory } from '../../../../hosts/terraform';
import * as hand from '../../../../installer/by-hand';
import { PLATFORMS } from '../../../../support/platforms';
import { sshTo, stackWithTerraformData, synthesized } from '../../../../support/stacks';
import { tracesOf } from '../../../../support/traces';
import { bundle, establish } from '../deployments';
import {
  RUNS_LINE_BY_LINE,
  RUNS_WHAT_CAME,
  TRUSTS_ITS_DIRECTORY,
  TRUSTS_THE_UPLOAD,
  unchanged,
  UPLOADS_BY_STANDARD_INPUT,
  type ScriptMutant,
} from '../mutants';
import { RAN, SECRET, type Scene } from '../scene';
import { attempts, inTurn, unlessEnded, type Attempt, type Run, type Tried, type Tries } from '../attempts';
import { family } from '../suite';
import * as uploads from '../uploads';
import { runUploaded, upload } from '../uploads';

const HOME = '/home/ops';
const SCRIPT = `${HOME}/${uploads.SCRIPT}`;
const UNIT = '/etc/systemd/system/attacked.service';
/** Number of the last upload: other deployments have smaller ones. */
let last = 5000;

/** A deployment with a unique content. */
const nextScript = (): string => hand.scriptFor(bundle((last += 1)));

/** Checks whether the directory of the script is open to others, with a mode of ~/.ssh that sshd accepts. */
interface Layout {
  readonly mode?: string;
  /** Removes the check from the script. */
  readonly change?: ScriptMutant;
}

const swapped = `#!/bin/sh\necho swapped >>${RAN} 2>/dev/null || sudo -n sh -c 'echo swapped >>${RAN}'\n`;

/** Actions of a stranger on a script, or on its directory. */
const SWAPS: readonly (readonly [what: string, swap: string])[] = [
  ['overwrites it', `cat >${SCRIPT}`],
  ['renames another over it', `cat >/tmp/swapped && chmod 0755 /tmp/swapped && mv /tmp/swapped ${SCRIPT}`],
  ['removes it and makes another', `rm -f ${SCRIPT}; cat >${SCRIPT}; chmod 0755 ${SCRIPT}`],
  [
    'puts another directory there',
    `mkdir /tmp/.ssh-new && cat >/tmp/.ssh-new/cdktf-sidekiq-test.sh && chmod 0755 /tmp/.ssh-new/* && mv ${HOME}/.ssh ${HOME}/.ssh-old && mv /tmp/.ssh-new ${HOME}/.ssh`,
  ],
  ['links another there', `cat >/tmp/swapped && chmod 0755 /tmp/swapped && ln -f /tmp/swapped ${SCRIPT}`],
];

/** Restores the login user's directory. */
async function clean(scene: Scene): Promise<void> {
  await scene.host.mustExec(
    `rm -rf /tmp/swapped /tmp/.ssh-new; cd ${HOME}; [ ! -d .ssh-real ] || { rm -rf .ssh; mv .ssh-real .ssh; }; chown -R ops:ops . && chmod 0755 . && chmod 0700 .ssh; chmod 0755 /home`,
  );
}

/** Judges a deployment whose script must not have run: an exit code other than 0, and no change. */
async function refused(scene: Scene, outcome: Outcome): Promise<readonly string[]> {
  const deployed = await scene.host.exec(['grep', '-qx', `Description=attacked ${last}`, UNIT]);
  await clean(scene);
  return [...accepted(outcome), ...(deployed.code === 0 ? ['it was deployed'] : [])];
}

const accepted = (outcome: Outcome): readonly string[] => (outcome.code === 0 ? [`exit code 0: "${hand.lastLine(outcome)}"`] : []);

const swap = inTurn(SWAPS, async (scene, [, command], { mode = '0700' }: Layout = {}) => {
  await clean(scene);
  await scene.host.mustExec(`chmod ${mode} ${HOME}/.ssh`);
  await upload(scene, nextScript());
  await scene.host.exec(['sh', '-c', command], { user: 'stranger', input: swapped });
  const outcome = await runUploaded(scene);
  await clean(scene);
  return { outcomes: [outcome] };
});

/** Directories in which other users can change the script, and the command that the refusal must show. */
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

const openDirectories = inTurn(OPEN, async (scene, [, open], { change = unchanged }: Layout = {}) => {
  await clean(scene);
  await upload(scene, change(nextScript()));
  await scene.host.mustExec(open);
  const outcome = await runUploaded(scene);
  const helpful =
    /^refused, nothing changed: .*(chmod|chown|mkdir|install) /.test(outcome.stdout) && outcome.stdout.trimEnd().split('\n').length === 1;
  return { outcomes: [outcome], effects: [...(await refused(scene, outcome)), ...(helpful ? [] : ['no refusal in one sentence'])] };
});

/** Effects of a script that was damaged in transit. */
interface Damaged {
  readonly what: string;
  readonly script: string;
}

/** Uploads scripts that were damaged at various places, each of which must be refused. */
function damaged(
  damage: (script: string, number: number, tries: number) => Damaged,
  sent: (scene: Scene, number: number) => string | Promise<string> = nextScript,
  done: (scene: Scene, outcome: Outcome) => Promise<readonly string[]> = refused,
): Run<Layout> {
  return (scene, tries, { change = unchanged } = {}) =>
    attempts(scene, tries, async (number): Promise<Attempt> => {
      const { what, script } = damage(change(await sent(scene, number)), number, tries.most);
      await upload(scene, script);
      const outcome = await runUploaded(scene);
      return { outcomes: [outcome], effects: (await done(scene, outcome)).map((effect) => `${what}: ${effect}`) };
    });
}

/** Places at which an upload can be cut or changed: after the first line, without which none of our code runs. */
function place(script: string, from: number, number: number, tries: number): number {
  return from + Math.floor(((number + 0.5) / tries) * (script.length - from - 1));
}

const cutAt = (script: string, end: number): Damaged => ({
  what: `cut after ${end} of ${script.length} bytes`,
  script: script.slice(0, end),
});

const cut = damaged((script, number, tries) => {
  // Half of the cuts are in the short part that runs as the login user, and the rest anywhere.
  const head = script.indexOf('\n#!/bin/sh\n');
  return cutAt(script, number % 2 === 0 ? place(script.slice(0, head), 12, number, tries) : place(script, head, number, tries));
});

const changed = damaged((script, number, tries) => {
  let at = place(script, script.indexOf('\n#!/bin/sh\n') + 12, number, tries);
  while (!/[a-zA-Z0-9]/.test(script[at]!)) at -= 1;
  const other = script[at] === 'x' ? 'y' : 'x';
  return { what: `byte ${at} changed`, script: script.slice(0, at) + other + script.slice(at + 1) };
});

const cutUninstall = damaged(
  (script, number, tries) => cutAt(script, place(script, 12, number, tries)),
  async (scene, number) => {
    // The previous state may be anything: other attacks end with refusals and rollbacks.
    if (number === 0) await establish(scene);
    return `${uninstallScript({ owner: hand.OWNER, claim: hand.CLAIM }).join('\n')}\n`;
  },
  async (scene, outcome) => {
    const stays = (await scene.host.exec(`[ -e ${UNIT} ] && systemctl is-active --quiet attacked.service`)).code === 0;
    await clean(scene);
    if (!stays) await establish(scene);
    return [...accepted(outcome), ...(stays ? [] : ['it was uninstalled'])];
  },
);

const RECORDS = '/var/log/sudo-io';

/** Records of sudo about a deployment, if it is configured to record everything. */
const recorded: Run<Layout> = (scene, tries, { change = unchanged } = {}) =>
  attempts(scene, tries, async () => {
    const { host } = scene;
    await upload(scene, change(nextScript()));
    const outcome = await uploads.withSudo(scene, 'Defaults:ops log_input, log_output, !compress_io', () => runUploaded(scene));
    const files = Number(await host.mustExec(`find ${RECORDS} -type f 2>/dev/null | wc -l`));
    const holding = await host.mustExec(['sh', '-c', `grep -rlaF -f - ${RECORDS} | head -n 3; rm -rf ${RECORDS}`], {
      input: `${tracesOf(SECRET).join('\n')}\n`,
    });
    if (files === 0) return undefined;
    return { outcomes: [outcome], effects: [...unlessEnded(outcome, 'deployed'), ...holding.split('\n').filter(Boolean)] };
  });

/** A stranger overwrites every script that Terraform uploads, as fast as possible. */
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
        const on = new Host(stack, 'worker', { address: host.address, ssh: sshTo(host), platform: PLATFORMS[host.suite] });
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

/** Attacks on the script between Terraform and root. */
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
      tries: { sample: 2, small: 16, all: 280 },
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
    {
      attack: 'loses the connection in the middle of the upload of an uninstallation',
      window: 'every part of the script',
      tries: { sample: 0, small: 16, all: 160 },
      elsewhere: 10,
      mutant: { name: 'runs what came', change: { change: RUNS_LINE_BY_LINE }, tries: 100 },
      run: cutUninstall,
    },
    {
      attack: 'finds the secrets in what sudo records by `Defaults log_input`',
      window: 'a deployment by ops',
      tries: { sample: 0, small: 2, all: 10 },
      elsewhere: 3,
      mutant: { name: 'gives the upload to sudo’s standard input', change: { change: UPLOADS_BY_STANDARD_INPUT } },
      run: recorded,
    },
  ],
  ['hosts', 'terraform'],
);
