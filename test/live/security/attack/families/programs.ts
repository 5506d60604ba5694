import { guardProgram, notifyProgram, userUnitProgram } from '../../../../../lib/programs';
import type { Outcome } from '../../../../hosts/run';
import { unitText } from '../../../../installer/by-hand';
import { runAsMonit } from '../../../programs/as-monit';
import { unchanged, without, type ScriptMutant } from '../mutants';
import { RAN, SHARED, VICTIM, type Scene } from '../scene';
import { inTurn } from '../attempts';
import { family } from '../suite';

const DIRECTORY = '/usr/local/lib/cdktf-sidekiq/attacked';
const SENT = '/run/attack/sent';

/** Texts that the application could pass through Monit, as output of a check or a line of a log, in the notation of printf(1)'s `%b`. */
const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['commands', `$(touch ${RAN})\`touch ${RAN}\`; touch ${RAN}`],
  ['control characters', '\\033]0;owned\\007\\033[2J \\302\\23331m \\342\\200\\256txet\\342\\201\\246'],
  ['records', 'x\\ndue=1\\nsent=0\\ncount=99999\\nfailures=-1\\nuser=root'],
  ['settings', `x\\nargument=/bin/sh\\ncredential=y:${VICTIM}/hush`],
  ['specifiers', '%h %n %H ${PATH} $PATH \\\\ " *'],
  ['options', '-p User=root -- /bin/sh'],
  ['100 000 characters', 'x'.repeat(100_000)],
  ['no UTF-8', 'x\\377\\376\\300\\200y'],
];

/** A notifier whose sender writes its input to a place that only the test reads. */
async function installNotifier({ host }: Scene, change: ScriptMutant = unchanged): Promise<void> {
  await host.writeFile(`${DIRECTORY}/notify`, change(notifyProgram), '0755');
  await host.writeFile(`${DIRECTORY}/send`, `#!/bin/sh\nid -un >>${SENT}\nenv | grep -a -e ^MONIT_ -e ^NOTIFY_ >>${SENT}\n`, '0755');
  const settings = ['channel=attacked', 'interval=1', 'retry=1', 'user=stranger', `argument=${DIRECTORY}/send`, ''];
  await host.writeFile(`${DIRECTORY}/settings`, settings.join('\n'));
  await host.mustExec(`rm -rf /run/cdktf-sidekiq/notify; : >${SENT}; chmod 0622 ${SENT}`);
}

/** Waits until the sender has been run. */
const SENT_SOMETHING = `for _ in $(seq 100); do [ ! -s ${SENT} ] || break; sleep 0.1; done; cat ${SENT}`;

const notifier = inTurn(TEXTS, async (scene, [, text], change?: ScriptMutant) => {
  const { host } = scene;
  await installNotifier(scene, change);
  const event = [
    `MONIT_SERVICE=${text.slice(0, 5000)}`,
    'MONIT_HOST=h',
    'MONIT_EVENT=Status failed',
    `MONIT_DESCRIPTION=${text}`,
    'MONIT_DATE=now',
  ];
  const words = event.map((pair) => `"$(printf %b '${pair}')"`).join(' ');
  const noted = await host.exec(['sh', '-c', `env ${words} ${DIRECTORY}/notify`]);
  const sent = await host.mustExec(SENT_SOMETHING);
  const state = await host.mustExec(`find /run/cdktf-sidekiq/notify -type f -size +20k; find /run/cdktf-sidekiq/notify -type f | wc -l`);
  const forged = sent.split('\n').some((line) => line !== '' && !/^(stranger$|(MONIT|NOTIFY)_[A-Z]+=)/.test(line));
  const effects = [
    ...(sent.startsWith('stranger\n') ? [] : [`the sender was ${JSON.stringify(sent.slice(0, 100))}`]),
    ...(forged ? ['a line was forged'] : []),
    ...(sent.length > 20_000 ? [`the sender was given ${sent.length} bytes`] : []),
    ...(/^[0-5]\n$/.test(state) ? [] : [`it keeps ${state.trim()}`]),
  ];
  return { outcomes: [noted, { code: 0, stdout: sent, stderr: '' }], effects };
});

/** Variables of Monit's environment, which its programs inherit. */
const ENVIRONMENT: readonly string[] = [
  `PATH=${SHARED}:/usr/bin:/bin`,
  `ENV=${SHARED}/mount`,
  `BASH_ENV=${SHARED}/mount`,
  'IFS=u/',
  'SHELLOPTS=xtrace',
  `PS4=$(${SHARED}/mount)`,
  'SYSTEMD_LOG_LEVEL=debug',
  'SYSTEMD_UNIT_PATH=/opt/app/shared',
  'POSIXLY_CORRECT=1',
  `DBUS_SYSTEM_BUS_ADDRESS=unix:path=${SHARED}/bus`,
  `TMPDIR=${SHARED}`,
  `SYSTEMD_PAGER=${SHARED}/mount`,
  'LC_ALL=tr_TR.UTF-8',
  `CDPATH=${SHARED}`,
];

const ALL = 'all variables';

const guard = inTurn(
  [[ALL], ...ENVIRONMENT.map((variable) => [variable] as const)],
  async (scene, [variable], change: ScriptMutant = unchanged) => {
    const { host } = scene;
    await host.writeFile(`${DIRECTORY}/guard`, change(guardProgram), '0755');
    await host.writeFile('/etc/systemd/system/guarded.service', unitText('guarded'));
    await host.mustExec(`rm -rf /run/cdktf-sidekiq; systemctl daemon-reload; systemctl restart guarded.service`);
    await scene.layPrograms(
      'systemctl',
      'systemd-run',
      'logger',
      'flock',
      'mkdir',
      'rm',
      'cat',
      'sed',
      'date',
      'id',
      'setpriv',
      'sha256sum',
    );
    await scene.layPrograms('cut', 'head', 'tr', 'iconv');
    const environment = variable === ALL ? ENVIRONMENT : [variable];
    const outcome = await runAsMonit(host, `exec ${DIRECTORY}/guard restart guarded.service`, environment);
    const right = outcome.code === 0 && outcome.stdout === 'guarded.service: restarted for Monit\n' && outcome.stderr === '';
    await host.mustExec(
      'systemctl stop guarded.service; rm /etc/systemd/system/guarded.service; systemctl daemon-reload; rm -rf /run/cdktf-sidekiq',
    );
    const printed = JSON.stringify((outcome.stdout + outcome.stderr).slice(0, 300));
    return { outcomes: [outcome], effects: right ? [] : [`it ended with ${outcome.code}, ${printed}`] };
  },
);

/** Names that no unit can have. */
const UNITS: readonly (readonly [name: string])[] = [
  [`../../../etc/victim/hush`],
  [`../../../opt/unit`],
  [`$(touch ${RAN}).service`],
  [`x;touch ${RAN};.service`],
  ['-x.service'],
  ['--help'],
  [''],
  ['x\ny.service'],
  [`${'x'.repeat(300)}.service`],
];

const units = inTurn(UNITS, async ({ host }, [unit], change: ScriptMutant = unchanged) => {
  await host.writeFile(`${DIRECTORY}/guard`, change(guardProgram), '0755');
  await host.writeFile(`${DIRECTORY}/user-unit`, userUnitProgram, '0755');
  const outcomes: Outcome[] = [];
  for (const argv of [
    ['guard', 'restart', unit],
    ['guard', 'check', unit],
    ['user-unit', 'stop', 'deploy', unit],
    ['user-unit', 'stop', unit, 'x.service'],
  ]) {
    outcomes.push(await host.exec([`${DIRECTORY}/${argv[0]!}`, ...argv.slice(1)], { timeout: 60_000 }));
  }
  const left = await host.mustExec(
    `find / -xdev -newercc /root/before -name '*.restarts' ! -path '/run/*' ! -path '/proc/*'; ls -A /run/cdktf-sidekiq/guard 2>/dev/null | wc -l; rm -rf /run/cdktf-sidekiq`,
  );
  return { outcomes, effects: /^[0-4]\n$/.test(left) ? [] : [`it left ${left.trim()}`] };
});

/** Prints its input. */
const PASSES_ON = without('\nclean() {\n', '\nclean() { printf %s "$1"; }\nunused() {\n');
const KEEPS_ENVIRONMENT = without('if [ "${CLEAN_ENVIRONMENT-}" != "$$" ]; then', 'if false; then');
const TAKES_ANY_UNIT = without("case $UNIT in '' | -* | */*) usage ;; esac", ':');

/** Attacks on the programs that Monit runs as root. */
export const PROGRAMS_ATTACKS = family<ScriptMutant>('Programs', [
  {
    attack: 'gives Monit texts for a notification',
    window: 'notify and its sender',
    tries: { sample: 1, small: TEXTS.length, all: TEXTS.length * 3 },
    elsewhere: TEXTS.length,
    mutant: { name: 'passes on what it was given', change: PASSES_ON },
    run: notifier,
  },
  {
    attack: 'has programs and pipes where variables of Monit’s environment lead',
    window: 'guard',
    tries: { sample: 1, small: 6, all: ENVIRONMENT.length + 1 },
    elsewhere: 6,
    mutant: { name: 'keeps its environment', change: KEEPS_ENVIRONMENT },
    run: guard,
  },
  {
    attack: 'has a unit or a user with a hostile name',
    window: 'guard and user-unit',
    tries: { sample: 1, small: UNITS.length, all: UNITS.length },
    elsewhere: UNITS.length,
    mutant: { name: 'takes any unit', change: TAKES_ANY_UNIT },
    run: units,
  },
]);
