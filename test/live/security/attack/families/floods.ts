import { Duration, MonitCheck, PidfileHooks, SidekiqRules, SidekiqService } from '../../../../../lib';
import type { Outcome } from '../../../../hosts/run';
import * as hand from '../../../../installer/by-hand';
import { bundleOf } from '../../../../support/bundles';
import { bundle, deployNext } from '../deployments';
import { PRINTS_ALL, REMOVES_BY_PATTERN, TRUSTS_RUN, unchanged, type ScriptMutant } from '../mutants';
import { mutated, type Mutant } from '../pauses';
import { ATTACK, SHARED, type Scene } from '../scene';
import { inTurn, unlessEnded, type Attempt } from '../attempts';
import { family } from '../suite';
import { unlessQuick, watchingRun } from '../watching';

/** The most KiB that /run may grow because of other users' data. */
const LARGEST_GROWTH = 4096;

const tooMuch = (kibibytes: number): readonly string[] => (kibibytes > LARGEST_GROWTH ? [`/run grew by ${kibibytes} KiB`] : []);

/** Part that a mutant changes: the installer's program, the script that contains it, or the byte limit of the reader of queues. */
interface Change {
  readonly program?: Mutant;
  readonly script?: ScriptMutant;
  readonly limit?: number;
}

/** Content of the application's Redis, or a replacement for its Ruby. */
const REDIS: readonly (readonly [what: string, fill: string])[] = [
  ['a Ruby that writes for ever', 'printf "#!/bin/sh\\nexec yes queue\\n" >/opt/ruby/bin/ruby'],
  ['15 000 queue names of 4 kB', `redis-cli eval "for i=1,15000 do redis.call('sadd','queues', string.rep('q',4000)..i) end" 0`],
  ['one queue name of 60 MB', `redis-cli eval "redis.call('sadd','queues', string.rep('q',60000000))" 0`],
  ['200 000 queue names', `redis-cli eval "for i=1,200000 do redis.call('sadd','queues', 'q'..i) end" 0`],
  ['a job of 60 MB', `redis-cli eval "redis.call('sadd','queues','q') redis.call('lpush','queue:q',string.rep('j',60000000))" 0`],
  [
    'names that steer a terminal',
    `redis-cli eval "redis.call('sadd','queues',string.char(27)..'[2J', string.char(194,155)..'31m', string.char(226,128,174)..'x', string.char(255)..'y', 'a'..string.char(10)..'read', 'a'..string.char(9)..'9'..string.char(9)..'9') for _,q in ipairs(redis.call('smembers','queues')) do redis.call('lpush','queue:'..q,'{\\"enqueued_at\\":1}') end" 0`,
  ],
  [
    'a Ruby that writes text instead of numbers',
    'printf "#!/bin/sh\\nprintf \'queue\\tq\\ta[\\$(id)]\\tx[\\$(touch /root/attack-ran)]\\nretry\\t\\$(id)\\ndead\\t99999999999999999999999\\nread\\n\'\\n" >/opt/ruby/bin/ruby',
  ],
];

const READER = '/opt/ruby/bin/ruby';

/** Installs the programs that check a Sidekiq by its queues, without a deployment. Its Ruby belongs to the application's user. */
async function installReader({ host }: Scene): Promise<string> {
  const { files } = bundleOf((stack, on) => {
    const service = new SidekiqService(stack, 'floods', {
      host: on,
      version: '6.4',
      workingDirectory: '/opt/myapp/current',
      user: 'deploy',
    });
    const pidfile = new PidfileHooks(stack, 'pidfile', { service });
    const rules = [SidekiqRules.redis(), SidekiqRules.queueLatency(Duration.seconds(5)), SidekiqRules.retries(5), SidekiqRules.dead(5)];
    new MonitCheck(stack, 'monit', { service, pidfile, rules });
  });
  for (const { path, lines, mode } of files) {
    if (!/\/(sidekiq|queues|queues\.rb|[a-z]*-queues\.service)$/.test(path)) continue;
    await host.writeFile(path, lines.join('\n'), mode);
  }
  await host.mustExec(`install -d -o deploy /opt/ruby /opt/ruby/bin; systemctl daemon-reload; rm -rf /run/cdktf-sidekiq/queues`);
  return files.find(({ path }) => path.endsWith('/sidekiq'))!.path;
}

const queues = inTurn(REDIS, async (scene, [, fill], { limit }: Change = {}) => {
  const { host } = scene;
  const program = await installReader(scene);
  const unit = '/etc/systemd/system/floods-queues.service';
  // The service's own PATH selects the Ruby.
  await host.mustExec(`sed -i '/^\\[Service\\]/a Environment=PATH=/opt/ruby/bin:/usr/bin:/bin' ${unit}`);
  if (limit !== undefined) await host.mustExec(`sed -i 's/^LimitFSIZE=.*/LimitFSIZE=${limit}/' ${unit}`);
  await host.mustExec('systemctl daemon-reload');
  await host.mustExec(
    `redis-cli flushall >/dev/null; rm -f ${READER}; { ${fill}; } >/dev/null; [ ! -e ${READER} ] || { chmod 0755 ${READER}; chown deploy ${READER}; }`,
    { timeout: 120_000 },
  );
  const { outcome: outcomes, growth } = await watchingRun(scene, 'kibibytes', async () => {
    const asked: Outcome[] = [];
    for (const question of ['redis', 'latency', 'retries', 'dead']) {
      asked.push(await host.exec([program, question, 'floods.service', ...(question === 'redis' ? [] : ['5'])], { timeout: 90_000 }));
    }
    return asked;
  });
  await host.mustExec(`redis-cli flushall >/dev/null; rm -f ${READER}; systemctl reset-failed 2>/dev/null; true`);
  const effects = [
    ...tooMuch(growth),
    ...outcomes.flatMap(({ code, stdout, stderr }) => [
      ...(code > 1 ? [`it ended with ${code}`] : []),
      ...(stdout.length > 2000 || stdout.split('\n').length > 2 ? [`it printed ${stdout.length} bytes`] : []),
      ...(stderr === '' ? [] : [`it complained: ${stderr.slice(0, 200)}`]),
    ]),
  ];
  return { outcomes, effects };
});

/** Output that a service writes quickly before it fails. */
const LINES: readonly (readonly [what: string, writes: string])[] = [
  ['30 000 lines', `yes 'flood of the journal' | head -n 30000`],
  ['one line of 20 MB', `head -c 20000000 /dev/zero | tr '\\0' x; echo`],
  ['20 lines of 40 kB', `for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do head -c 40000 /dev/zero | tr '\\0' x; echo; done`],
];

/** Deploys during a flood: the last line is the expected one, and /run didn't grow beyond the limit. */
async function flooded(scene: Scene, expected: RegExp | string, deploying: () => Promise<Outcome>): Promise<Attempt> {
  const watched = await watchingRun(scene, 'kibibytes', deploying);
  const { outcome, growth } = watched;
  const printed = outcome.stdout.length;
  return {
    outcomes: [outcome],
    effects: [
      ...tooMuch(growth),
      ...unlessEnded(outcome, expected),
      ...unlessQuick(watched),
      ...(printed > 8000 ? [`${printed} bytes were printed`] : []),
    ],
  };
}

/** Waits until journald has written its input: a journald that is behind drops the next messages. */
const JOURNALD = 'timeout 60 journalctl --sync';

const journal = inTurn(LINES, async (scene, [, writes], { program }: Change = {}) => {
  await scene.host.writeFile(`${ATTACK}/speak`, `#!/bin/sh\n${writes}\nexit 1\n`, '0755');
  await scene.host.mustExec(JOURNALD);
  const mark = await scene.host.mark();
  const attempt = await flooded(scene, /^failed, rolled back: attacked\.service .{1,500}$/, () =>
    // journald would drop most of it, and all of the next one.
    deployNext(scene, { more: [`ExecStartPre=${ATTACK}/speak`, 'LogRateLimitIntervalSec=0'] }, mutated(program ?? {})),
  );
  const flood = await scene.host.mustExec(
    `${JOURNALD}; journalctl -q --no-pager -o cat --after-cursor='${mark}' -u attacked.service | grep -cE 'flood|xxxx'; true`,
  );
  return Number(flood) > 10 ? attempt : undefined;
});

/** Files that the application's user has put into its directory. */
const DIRECTORIES: readonly (readonly [what: string, fill: string])[] = [
  [
    'a name like those of our staging directories, with 20 000 files in it',
    `mkdir .cdktf-sidekiq-x && cd .cdktf-sidekiq-x && seq 20000 | xargs -n 2000 touch`,
  ],
  ['80 000 such names', `seq -f .cdktf-sidekiq-%.0f 80000 | xargs -n 2000 touch`],
  ['a tree of 400 levels', `perl -e 'for (1..400) { mkdir("d") && chdir("d") or die }'`],
  ['a sparse file of 900 GB', 'rm -f app.env; truncate -s 900G app.env'],
];

const directories = inTurn(DIRECTORIES, async (scene, [, fill], { program }: Change = {}) => {
  await scene.asDeploy(`cd ${SHARED} && ${fill}`);
  const expected = fill.includes('900G') ? /^refused, nothing changed: .*app\.env/ : 'deployed';
  return flooded(scene, expected, () => deployNext(scene, {}, mutated(program ?? {})));
});

/** Fills /run, in which a service has its own directory, with bytes or with files. */
const RUN_FULL: readonly (readonly [what: string, limit: string, fill: string])[] = [
  ['bytes', 'size=$(($(df -k --output=used /run | tail -n 1) + 10240))k', 'head -c 100M /dev/zero >full'],
  ['files', 'nr_inodes=$(($(df --output=iused /run | tail -n 1) + 2000))', 'seq 20000 | xargs -n 500 touch'],
];

const runtimeDirectory = inTurn(RUN_FULL, async (scene, [, limit, fill], { script = unchanged }: Change = {}, number) => {
  const { host } = scene;
  await host.mustExec(`install -d -o deploy /run/attacked-service; mount -o remount,${limit} /run`);
  await host.exec(`cd /run/attacked-service && ${fill}`, { user: 'deploy' });
  const outcome = await hand.runScript(host, script(hand.scriptFor(bundle(9000 + number))));
  await host.mustExec('mount -o remount,size=1g,nr_inodes=800000 /run; rm -rf /run/attacked-service');
  const next = await deployNext(scene);
  const effects = [
    ...unlessEnded(outcome, /^refused, nothing changed: \/run is full/),
    ...unlessEnded(next, 'deployed').map((effect) => `the next one: ${effect}`),
  ];
  return { outcomes: [outcome, next], effects };
});

/** Floods of everything that other users can fill. */
export const FLOODS_ATTACKS = family<Change>('Floods', [
  {
    attack: 'fills its Redis, or writes in the place of its Ruby',
    window: 'the programs that Monit asks about queues',
    tries: { sample: 0, small: REDIS.length, all: REDIS.length * 2 },
    elsewhere: REDIS.length,
    mutant: { name: 'lets the reader write 64 MB', change: { limit: 64_000_000 }, tries: 1 },
    run: queues,
  },
  {
    attack: 'writes floods into the journal',
    window: 'the cause of a failure',
    tries: { sample: 0, small: LINES.length, all: LINES.length * 3 },
    elsewhere: LINES.length,
    mutant: { name: 'prints all lines', change: { program: PRINTS_ALL } },
    run: journal,
  },
  {
    attack: 'fills its directory with names, depths and sizes',
    window: 'a whole deployment',
    tries: { sample: 1, small: DIRECTORIES.length, all: DIRECTORIES.length * 3 },
    elsewhere: DIRECTORIES.length,
    mutant: { name: 'removes by a pattern', change: { program: REMOVES_BY_PATTERN }, tries: 2 },
    run: directories,
  },
  {
    attack: 'fills /run by way of its service’s own directory',
    window: 'a whole deployment',
    tries: { sample: 0, small: 2, all: 10 },
    elsewhere: 2,
    mutant: { name: 'takes no look at /run', change: { script: TRUSTS_RUN }, tries: 4 },
    run: runtimeDirectory,
  },
]);
