import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Outcome } from '../../../../hosts/run';
import * as hand from '../../../../installer/by-hand';
import { bundle } from '../deployments';
import { KEEPS_ITS_ENVIRONMENT, PROGRAM_KEEPS_ENVIRONMENT, unchanged, type ScriptMutant } from '../mutants';
import { RAN, SHARED, type Scene } from '../scene';
import { inTurn, unlessEnded, type Run } from '../attempts';
import { family } from '../suite';
import { runUploaded, upload, withSudo } from '../uploads';

const LIBRARY = `${SHARED}/library.so`;
const PAYLOAD = `${SHARED}/mount`;

/** Variables that make a shell, a loader or a tool run or read an attacker's file, or that change the output of root's tools. */
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

let built: Buffer | undefined;

/** A library that records when root has loaded it. Undefined without a C compiler. */
function library(): Buffer | undefined {
  if (built !== undefined) return built;
  const directory = mkdtempSync(path.join(tmpdir(), 'cdktf-sidekiq-attack.'));
  try {
    const source = `#include <fcntl.h>\n#include <unistd.h>\n__attribute__((constructor)) static void loaded(void) { int f = open("${RAN}", O_WRONLY | O_CREAT | O_APPEND, 0600); if (f >= 0) { if (write(f, "library\\n", 8)) {} close(f); } }\n`;
    writeFileSync(path.join(directory, 'library.c'), source);
    const { status } = spawnSync('cc', ['-shared', '-fPIC', '-o', 'library.so', 'library.c'], { cwd: directory });
    if (status === 0) built = readFileSync(path.join(directory, 'library.so'));
    return built;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Files in the attacker's directory that the variables name. */
async function layTraps(scene: Scene): Promise<void> {
  const loaded = library();
  await scene.layPrograms('rm', 'sudo', 'mktemp', 'cat', 'stat', 'systemctl', 'systemd-run', 'sha256sum', 'tail', 'head', 'sed', 'grep');
  await scene.layPrograms('mkdir', 'mkfifo', 'flock', 'date', 'cp', 'mv');
  await scene.asDeploy(
    `cd ${SHARED} && printf 'use strict; system("${PAYLOAD}"); 1;\\n' >Attack.pm; printf 'system("${PAYLOAD}")\\n' >attack.rb; cp attack.rb sitecustomize.py`,
  );
  if (loaded !== undefined) await scene.host.mustExec(`base64 -d >${LIBRARY}`, { user: 'deploy', input: loaded.toString('base64') });
}

/** As words of a command line. */
const words = (variables: Variables): string => variables.map(([name, value]) => `'${name}=${value.replaceAll("'", `'\\''`)}'`).join(' ');

/** Deploys as a user with these variables in its environment; sudo is configured to keep all of them. */
async function asLogin(scene: Scene, user: string, variables: Variables, script: string): Promise<Outcome> {
  await upload(scene, script, user);
  const kept = variables.map(([name]) => name).filter(isName);
  const configuration = `Defaults:ops !secure_path\nDefaults:ops env_keep += "${kept.join(' ')}"`;
  return withSudo(scene, configuration, () => runUploaded(scene, user, words(variables)));
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

// Variables other than those that put the host into its first state.
let deployments = 1000;

/** Part that a mutant changes: the program, or the script that contains it. */
interface Change {
  readonly program?: readonly string[];
  readonly change?: ScriptMutant;
}

const ALL = 'all variables';

function environments(variables: Variables, deploy: (scene: Scene, variables: Variables, script: string) => Promise<Outcome>): Run<Change> {
  const usable = (): Variables => (library() === undefined ? variables.filter(([name]) => !LOADER.test(name)) : variables);
  return inTurn([[ALL, ''], ...variables] as const, async (scene, variable, { program, change = unchanged }: Change = {}) => {
    const set = variable[0] === ALL ? usable() : usable().filter(([name]) => name === variable[0]);
    if (set.length === 0) return undefined;
    await layTraps(scene);
    const outcome = await deploy(scene, set, change(hand.scriptFor(bundle((deployments += 1)), {}, program)));
    return {
      outcomes: [outcome],
      effects: [...unlessEnded(outcome, 'deployed'), ...(outcome.code === 0 ? [] : [`exit code ${outcome.code}`])],
    };
  });
}

// Libraries that root's shell loads before our first line are outside our control.
const ROOTS = VARIABLES.filter(([name]) => !LOADER.test(name));
// systemd refuses a name that isn't valid for a variable.
const MANAGERS = VARIABLES.filter(([name]) => isName(name));

const mutant = { name: 'keeps its environment', change: { change: KEEPS_ITS_ENVIRONMENT, program: PROGRAM_KEEPS_ENVIRONMENT } };

/** Variables of the environments in which root’s programs are started. */
export const ENVIRONMENT_ATTACKS = family<Change>('Environment', [
  {
    attack: 'has programs, libraries and pipes where variables of the login user’s environment lead, which sudo keeps',
    window: 'a deployment by ops',
    tries: { sample: 1, small: 8, all: VARIABLES.length + 1 },
    elsewhere: 6,
    mutant,
    run: environments(VARIABLES, (scene, variables, script) => asLogin(scene, 'ops', variables, script)),
  },
  {
    attack: 'has programs and pipes where variables of root’s environment lead',
    window: 'a deployment by root',
    tries: { sample: 0, small: 6, all: ROOTS.length + 1 },
    elsewhere: 6,
    mutant,
    run: environments(ROOTS, (scene, variables, script) => asLogin(scene, 'root', variables, script)),
  },
  {
    attack: 'has programs, libraries and pipes where variables of systemd’s environment lead',
    window: 'a deployment by root',
    tries: { sample: 1, small: 6, all: MANAGERS.length + 1 },
    elsewhere: 6,
    mutant,
    run: environments(MANAGERS, withManager),
  },
]);
