import { Duration, MonitCheck, PidfileHooks, SidekiqRules, SidekiqService } from '../../../../../lib';
import type { Outcome } from '../../../../hosts/run';
import * as hand from '../../../../installer/by-hand';
import { bundleOf } from '../../../../support/bundles';
import { bundle, deployNext } from '../deployments';
import { PRINTS_ALL, REMOVES_BY_PATTERN, TRUSTS_RUN, type ScriptMutant } from '../mutants';
import { mutated, type Mutant } from '../pauses';
import { ATTACK, SHARED, type Scene } from '../scene';
import { attempts, type Attempt, type Tried, type Tries } from '../attempts';
import { family } from '../suite';

/** The most KiB that /run may grow by because of what others have. */
const LARGEST_GROWTH = 4096;

/** Runs something, and says by how many KiB /run grew meanwhile, at most. */
async function watchingRun({ host }: Scene, during: () => Promise<Outcome>): Promise<readonly [outcome: Outcome, kibibytes: number]> {
  const used = 'df --output=used -k /run | tail -n 1';
  const before = Number(await host.mustExec(used));
  const watching = host.mustExec(
    `most=0; until [ -e ${ATTACK}/stop ]; do now=$(${used}); [ "$now" -le "$most" ] || most=$now; sleep 0.02; done; echo "$most"`,
    { timeout: 600_000 },
  );
  const outcome = await during().finally(() => host.mustExec(`touch ${ATTACK}/stop`));
  return [outcome, Number(await watching) - before];
}

const tooMuch = (kibibytes: number): readonly string[] => (kibibytes > LARGEST_GROWTH ? [`/run grew by ${kibibytes} KiB`] : []);

/** The part that a mutant changes: the installer's program, the script that brings it, or the most bytes that the reader of queues may write. */
interface Change {
  readonly program?: Mutant;
  readonly script?: ScriptMutant;
  readonly limit?: number;
}

/** What is in the application's Redis, or what stands in for its Ruby. */
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
    'a Ruby that writes what is no number',
    'printf "#!/bin/sh\\nprintf \'queue\\tq\\ta[\\$(id)]\\tx[\\$(touch /root/attack-ran)]\\nretry\\t\\$(id)\\ndead\\t99999999999999999999999\\nread\\n\'\\n" >/opt/ruby/bin/ruby',
  ],
];

const READER = '/opt/ruby/bin/ruby';

/** Puts the programs on the host that judge a Sidekiq by its queues, without a deployment. Its Ruby is the application user's. */
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

const queues = (scene: Scene, tries: Tries, { limit }: Change = {}): Promise<Tried> =>
  attempts(scene, tries, async (number) => {
    const { host } = scene;
    const [what, fill] = REDIS[number % REDIS.length]!;
    const program = await installReader(scene);
    const unit = '/etc/systemd/system/floods-queues.service';
    // The service's own PATH decides which Ruby it is.
    await host.mustExec(`sed -i '/^\\[Service\\]/a Environment=PATH=/opt/ruby/bin:/usr/bin:/bin' ${unit}`);
    if (limit !== undefined) await host.mustExec(`sed -i 's/^LimitFSIZE=.*/LimitFSIZE=${limit}/' ${unit}`);
    await host.mustExec('systemctl daemon-reload');
    await host.mustExec(
      `redis-cli flushall >/dev/null; rm -f ${READER}; { ${fill}; } >/dev/null; [ ! -e ${READER} ] || { chmod 0755 ${READER}; chown deploy ${READER}; }`,
      {
        timeout: 120_000,
      },
    );
    const outcomes: Outcome[] = [];
    const [last, kibibytes] = await watchingRun(scene, async () => {
      for (const question of ['redis', 'latency', 'retries', 'dead']) {
        outcomes.push(await host.exec([program, question, 'floods.service', ...(question === 'redis' ? [] : ['5'])], { timeout: 90_000 }));
      }
      return outcomes.at(-1)!;
    });
    await host.mustExec(`redis-cli flushall >/dev/null; rm -f ${READER}; systemctl reset-failed 2>/dev/null; true`);
    const effects = [
      ...tooMuch(kibibytes),
      ...outcomes.flatMap(({ code, stdout, stderr }) => [
        ...(code > 1 ? [`it ended with ${code}`] : []),
        ...(stdout.length > 2000 || stdout.split('\n').length > 2 ? [`it printed ${stdout.length} bytes`] : []),
        ...(stderr === '' ? [] : [`it complained: ${stderr.slice(0, 200)}`]),
      ]),
    ];
    expect(last).toBeDefined();
    return { outcomes, effects: effects.map((effect) => `${what}: ${effect}`) };
  });

/** What a service writes in no time before it fails. */
const LINES: readonly (readonly [what: string, writes: string])[] = [
  ['100 000 lines', `yes 'flood of the journal' | head -n 100000`],
  ['one line of 20 MB', `head -c 20000000 /dev/zero | tr '\\0' x; echo`],
  ['20 lines of 40 kB', `for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do head -c 40000 /dev/zero | tr '\\0' x; echo; done`],
];

const journal = (scene: Scene, tries: Tries, { program = {} }: Change = {}): Promise<Tried> =>
  attempts(scene, tries, async (number) => {
    const [what, writes] = LINES[number % LINES.length]!;
    await scene.host.writeFile(`${ATTACK}/speak`, `#!/bin/sh\n${writes}\nexit 1\n`, '0755');
    const begun = Date.now();
    const [outcome, kibibytes] = await watchingRun(scene, () =>
      deployNext(scene, { more: [`ExecStartPre=${ATTACK}/speak`] }, mutated(program)),
    );
    return endedWell(what, outcome, kibibytes, Date.now() - begun, /^failed, rolled back: attacked\.service .{1,500}$/);
  });

function endedWell(what: string, outcome: Outcome, kibibytes: number, milliseconds: number, expected: RegExp): Attempt {
  const last = hand.lastLine(outcome);
  const effects = [
    ...tooMuch(kibibytes),
    ...(expected.test(last) ? [] : [`it ended with "${last.slice(0, 200)}"`]),
    ...(outcome.stdout.length > 8000 ? [`${outcome.stdout.length} bytes were printed`] : []),
    ...(milliseconds > 60_000 ? [`it took ${Math.round(milliseconds / 1000)} s`] : []),
  ];
  return { outcomes: [outcome], effects: effects.map((effect) => `${what}: ${effect}`) };
}

/** What the application's user has put into its directory. */
const DIRECTORIES: readonly (readonly [what: string, fill: string])[] = [
  ['120 000 names like those of our staging directories', `seq -f .cdktf-sidekiq-%.0f 120000 | xargs -n 2000 touch`],
  ['such a name with 20 000 files in it', `mkdir .cdktf-sidekiq-x && cd .cdktf-sidekiq-x && seq 20000 | xargs -n 2000 touch`],
  ['a tree of 400 levels', `perl -e 'for (1..400) { mkdir("d") && chdir("d") or die }'`],
  ['a sparse file of 900 GB', 'rm -f app.env; truncate -s 900G app.env'],
];

const directories = (scene: Scene, tries: Tries, { program = {} }: Change = {}): Promise<Tried> =>
  attempts(scene, tries, async (number) => {
    const [what, fill] = DIRECTORIES[number % DIRECTORIES.length]!;
    await scene.asDeploy(`cd ${SHARED} && ${fill}`);
    const begun = Date.now();
    const [outcome, kibibytes] = await watchingRun(scene, () => deployNext(scene, {}, mutated(program)));
    const expected = fill.includes('900G') ? /^refused, nothing changed: .*app\.env/ : /^deployed$/;
    return endedWell(what, outcome, kibibytes, Date.now() - begun, expected);
  });

/** /run, of which a service has a directory of its own, is full: of bytes, or of files. */
const runtimeDirectory = (scene: Scene, tries: Tries, { script = (text) => text }: Change = {}): Promise<Tried> =>
  attempts(scene, tries, async (number) => {
    const { host } = scene;
    const limit =
      number % 2 === 0
        ? 'size=$(($(df -k --output=used /run | tail -n 1) + 10240))k'
        : 'nr_inodes=$(($(df --output=iused /run | tail -n 1) + 2000))';
    await host.mustExec(`install -d -o deploy /run/attacked-service; mount -o remount,${limit} /run`);
    const fill = number % 2 === 0 ? 'head -c 100M /dev/zero >full' : 'seq 20000 | xargs -n 500 touch';
    await host.exec(`cd /run/attacked-service && ${fill}`, { user: 'deploy' });
    const outcome = await hand.runScript(host, script(hand.scriptFor(bundle(9000 + number))));
    await host.mustExec('mount -o remount,size=1g,nr_inodes=800000 /run; rm -rf /run/attacked-service');
    const next = await deployNext(scene);
    const what = number % 2 === 0 ? 'bytes' : 'files';
    const effects = [
      ...(hand.lastLine(outcome).startsWith('refused, nothing changed: /run is full') ? [] : [`it ended with "${hand.lastLine(outcome)}"`]),
      ...(hand.lastLine(next) === 'deployed' ? [] : [`the next one ended with "${hand.lastLine(next)}"`]),
    ];
    return { outcomes: [outcome, next], effects: effects.map((effect) => `${what}: ${effect}`) };
  });

/** More than fits, of everything that others fill. */
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
    mutant: { name: 'removes by a pattern', change: { program: REMOVES_BY_PATTERN }, tries: 1 },
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
