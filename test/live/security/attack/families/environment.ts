import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Outcome } from '../../../../hosts/run';
import * as hand from '../../../../installer/by-hand';
import { bundle } from '../deployments';
import { KEEPS_ITS_ENVIRONMENT, PROGRAM_KEEPS_ENVIRONMENT, type ScriptMutant } from '../mutants';
import { RAN, SHARED, type Scene } from '../scene';
import { attempts, type Tried, type Tries } from '../attempts';
import { family } from '../suite';

const LIBRARY = `${SHARED}/library.so`;
const PAYLOAD = `${SHARED}/mount`;

/** Variables that make a shell, a loader or a tool run or read what an attacker has, or that change what root's tools print. */
const VARIABLES: readonly (readonly [name: string, value: string])[] = [
  ['PATH', `${SHARED}:/usr/sbin:/usr/bin:/sbin:/bin`],
  ['ENV', PAYLOAD],
  ['BASH_ENV', PAYLOAD],
  ['LD_PRELOAD', LIBRARY],
  ['LD_AUDIT', LIBRARY],
  ['LD_LIBRARY_PATH', SHARED],
  ['IFS', 'u/'],
  ['PS4', `$(${PAYLOAD})`],
  ['SHELLOPTS', 'xtrace'],
  ['BASH_FUNC_id%%', `() { ${PAYLOAD}; }`],
  ['CDPATH', '/opt/app:/etc/victim'],
  ['TMPDIR', SHARED],
  ['HOME', SHARED],
  ['PERL5OPT', `-I${SHARED} -MAttack`],
  ['PYTHONPATH', SHARED],
  ['RUBYOPT', `-r${SHARED}/attack`],
  ['GCONV_PATH', SHARED],
  ['AWKPATH', SHARED],
  ['GREP_OPTIONS', '-v'],
  ['POSIXLY_CORRECT', '1'],
  ['LC_ALL', 'tr_TR.UTF-8'],
  ['TZ', ':/etc/victim/hush'],
  ['PAGER', PAYLOAD],
  ['SYSTEMD_PAGER', PAYLOAD],
  ['SYSTEMD_PAGERSECURE', '0'],
  ['SYSTEMD_LOG_LEVEL', 'debug'],
  ['SYSTEMD_LOG_TARGET', 'console'],
  ['SYSTEMD_UNIT_PATH', SHARED],
  ['SYSTEMD_COLORS', '1'],
  ['SYSTEMD_URLIFY', '1'],
  ['DBUS_SYSTEM_BUS_ADDRESS', `unix:path=${SHARED}/bus`],
  ['DBUS_SESSION_BUS_ADDRESS', `unix:path=${SHARED}/bus`],
  ['SYSTEMD_BUS_TIMEOUT', '1us'],
  ['XDG_RUNTIME_DIR', SHARED],
  ['SUDO_ASKPASS', PAYLOAD],
  ['MONIT_SERVICE', '$(id)'],
];

const LOADER = /^LD_/;
const isName = (name: string): boolean => /^\w+$/.test(name);
type Variables = typeof VARIABLES;

/** All of them at once, then each alone. */
function chosen(variables: Variables, number: number): Variables {
  return number === 0 ? variables : [variables[(number - 1) % variables.length]!];
}

/** A library that notes when root has loaded it. Undefined where no C compiler is installed. */
function library(): Buffer | undefined {
  const directory = mkdtempSync(path.join(tmpdir(), 'cdktf-sidekiq-attack.'));
  try {
    const source = `#include <fcntl.h>\n#include <unistd.h>\n__attribute__((constructor)) static void loaded(void) { int f = open("${RAN}", O_WRONLY | O_CREAT | O_APPEND, 0600); if (f >= 0) { if (write(f, "library\\n", 8)) {} close(f); } }\n`;
    writeFileSync(path.join(directory, 'library.c'), source);
    const { status } = spawnSync('cc', ['-shared', '-fPIC', '-o', 'library.so', 'library.c'], { cwd: directory });
    return status === 0 ? readFileSync(path.join(directory, 'library.so')) : undefined;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Files in the attacker's directory that the variables name. */
async function layTraps({ host }: Scene, built: Buffer | undefined): Promise<void> {
  await host.mustExec(
    `cd ${SHARED} && for name in rm sudo mktemp cat stat systemctl systemd-run systemd-analyze sha256sum tail head sed grep mkdir mkfifo flock date cp mv; do cp mount "$name"; done
     printf 'use strict; system("${PAYLOAD}"); 1;\\n' >Attack.pm; printf 'system("${PAYLOAD}")\\n' >attack.rb; cp attack.rb sitecustomize.py`,
    { user: 'deploy' },
  );
  if (built !== undefined) await host.mustExec(`base64 -d >${LIBRARY}`, { user: 'deploy', input: built.toString('base64') });
}

/** As words of a command line. */
const words = (variables: Variables): string => variables.map(([name, value]) => `'${name}=${value.replaceAll("'", `'\\''`)}'`).join(' ');

/** Deploys as an ordinary user with these variables in his environment, all of which his sudo keeps. */
async function asLogin(scene: Scene, user: string, variables: Variables, script: string): Promise<Outcome> {
  const { host } = scene;
  const file = '.ssh/cdktf-sidekiq-test.sh';
  const home = user === 'root' ? '/root' : `/home/${user}`;
  await host.mustExec(['sh', '-c', `cat >${file} && chmod 0777 ${file}`], { user, cwd: home, input: script });
  await host.writeFile(
    '/etc/sudoers.d/attack',
    `Defaults:ops !secure_path\nDefaults:ops env_keep += "${variables
      .map(([name]) => name)
      .filter(isName)
      .join(' ')}"\n`,
    '0440',
  );
  try {
    return await host.exec(['sh', '-c', `exec env ${words(variables)} ./${file}`], { user, cwd: home, timeout: 120_000 });
  } finally {
    await host.mustExec('rm -f /etc/sudoers.d/attack');
  }
}

async function withManager(scene: Scene, variables: Variables, script: string): Promise<Outcome> {
  const { host } = scene;
  await host.mustExec(`systemctl set-environment ${words(variables)}`);
  try {
    return await hand.runScript(host, script);
  } finally {
    await host.mustExec(`systemctl unset-environment ${variables.map(([name]) => `'${name}'`).join(' ')}`);
  }
}

// Beyond those that have put the host into its first state.
let deployments = 1000;

/** The part that a mutant changes: the program, or the script that brings it. */
interface Change {
  readonly program?: readonly string[];
  readonly change?: ScriptMutant;
}

function environments(variables: Variables, deploy: (scene: Scene, variables: Variables, script: string) => Promise<Outcome>) {
  const built = library();
  const usable = built === undefined ? variables.filter(([name]) => !LOADER.test(name)) : variables;
  return (scene: Scene, tries: Tries, { program, change = (script) => script }: Change = {}): Promise<Tried> =>
    attempts(scene, tries, async (number) => {
      await layTraps(scene, built);
      const set = chosen(usable, number);
      const outcome = await deploy(scene, set, change(hand.scriptFor(bundle((deployments += 1)), {}, program)));
      const effects =
        hand.lastLine(outcome) === 'deployed' && outcome.code === 0 ? [] : [`it ended with ${outcome.code}, "${hand.lastLine(outcome)}"`];
      return { outcomes: [outcome], effects: effects.map((effect) => `${set.length === 1 ? set[0]![0] : 'all variables'}: ${effect}`) };
    });
}

// What root's own shell has loaded before our first line is root's affair.
const ROOTS = VARIABLES.filter(([name]) => !LOADER.test(name));
// systemd refuses what is no name of a variable.
const MANAGERS = VARIABLES.filter(([name]) => isName(name));

const mutant = { name: 'keeps its environment', change: { change: KEEPS_ITS_ENVIRONMENT, program: PROGRAM_KEEPS_ENVIRONMENT } };

/** Variables of the environments that root’s programs are started in. */
export const ENVIRONMENT_ATTACKS = family<Change>('Environment', [
  {
    attack: 'has programs, libraries and pipes where variables of the login user’s environment lead, which sudo keeps',
    window: 'a deployment by ops',
    tries: { sample: 1, small: 12, all: VARIABLES.length + 1 },
    elsewhere: 6,
    mutant,
    run: environments(VARIABLES, (scene, variables, script) => asLogin(scene, 'ops', variables, script)),
  },
  {
    attack: 'has programs and pipes where variables of root’s environment lead',
    window: 'a deployment by root',
    tries: { sample: 0, small: 8, all: ROOTS.length + 1 },
    elsewhere: 6,
    mutant,
    run: environments(ROOTS, (scene, variables, script) => asLogin(scene, 'root', variables, script)),
  },
  {
    attack: 'has programs, libraries and pipes where variables of systemd’s environment lead',
    window: 'a deployment by root',
    tries: { sample: 1, small: 8, all: MANAGERS.length + 1 },
    elsewhere: 6,
    mutant,
    run: environments(MANAGERS, withManager),
  },
]);
