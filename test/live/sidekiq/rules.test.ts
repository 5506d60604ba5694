import {
  Duration,
  EnvironmentFile,
  Host,
  MonitCheck,
  MonitDaemon,
  Percent,
  PidfileHooks,
  Platform,
  Ruby,
  Secret,
  SidekiqRules,
  SidekiqService,
  Size,
  WebhookNotifier,
} from '../../../lib';
import { describeLive } from '../../hosts/describe-live';
import { eventually } from '../../hosts/eventually';
import type { TestHost } from '../../hosts/host';
import { SUITES, type Suite } from '../../hosts/rootfs';
import { campaign, ofCampaign } from '../../support/campaign';
import { sshTo } from '../../support/stacks';
import { Receiver } from '../programs/notifiers/receivers';
import { TerraformDirectory } from '../../hosts/terraform';
import { deployFrom, onHost, Watched } from '../monit/supervision/watched';

/** Monit's cycle, in seconds: short, so that a test can have many of them. */
const INTERVAL = 2;

const LOG = '/srv/log';

/** Packages of each Debian. */
const SYSTEMS = {
  bullseye: { platform: Platform.DEBIAN_11, version: '6.0.4' },
  bookworm: { platform: Platform.DEBIAN_12, version: '6.4' },
  trixie: { platform: Platform.DEBIAN_13, version: '7.3' },
  forky: { platform: Platform.DEBIAN_14, version: '8.1' },
} as const;

/** Debian 12 as the typical host; 13 runs Monit in a sandbox. */
const suites = ofCampaign<readonly Suite[]>({ sample: ['bookworm'], small: ['bookworm', 'trixie'], all: SUITES });

/** Details for a failed test. */
const WHAT_HAPPENED = `monit -B summary; systemctl status -n 0 sidekiq || :
grep -v 'is not running$' /var/log/monit.log | tail -40
journalctl -q -n 60 -o short-iso -u sidekiq -t cdktf-sidekiq-guard`;

/** Events of each rule, and the name of its check in Monit. */
type Alert = `${'sidekiq' | 'state' | 'quiet' | 'redis' | 'latency' | 'retries' | 'dead' | 'log-disk'}: ${string}`;

/** A Sidekiq with all of the ready-made rules, at limits that a test reaches. */
class Subject {
  public readonly watched: Watched;
  private readonly receiver = new Receiver();
  private readonly directory = TerraformDirectory.create('{}');
  private seen = 0;

  public constructor(
    private readonly host: TestHost,
    private readonly suite: Suite,
  ) {
    this.watched = new Watched(host, INTERVAL);
  }

  public async prepare(): Promise<void> {
    const url = await this.receiver.listen(this.host.gateway);
    await this.host.writeFile('/etc/myapp/webhook', `${url}/\n`, '0600');
    await this.host.mustExec(`mkdir -p ${LOG} && mount -t tmpfs -o size=8M tmpfs ${LOG}`);
    await this.host.mustExec(`cat >>/opt/myapp/current/app.rb`, { input: SPIN });
  }

  public close(): void {
    this.receiver.close();
    this.directory.remove();
  }

  /** Deploys, each time with another limit of open files, so that the service is restarted. */
  public async deploy(openFiles: number): Promise<void> {
    const { host } = this;
    const { platform, version } = SYSTEMS[this.suite];
    await deployFrom(this.directory, (stack) => {
      const target = new Host(stack, 'worker-1', { address: host.address, ssh: sshTo(host), platform });
      new MonitDaemon(stack, 'monit-daemon', { host: target, interval: Duration.seconds(INTERVAL), takeOver: true });
      const sidekiq = new SidekiqService(stack, 'sidekiq', {
        host: target,
        version,
        workingDirectory: '/opt/myapp/current',
        configFile: '/opt/myapp/shared/config/sidekiq.yml',
        require: './app.rb',
        user: 'deploy',
        ruby: Ruby.system({ bundler: '/usr/bin/bundle' }),
        shutdownTimeout: Duration.seconds(3),
        startTimeout: Duration.seconds(60),
        stability: Duration.seconds(1),
      });
      // Only the service's own environment has this value.
      sidekiq.addEnvironmentFile(
        new EnvironmentFile(stack, 'env', { host: target, path: '/etc/myapp/env', variables: { REDIS_URL: 'redis://127.0.0.1:6379/3' } }),
      );
      sidekiq.unit.unit.set({ StartLimitIntervalSec: Duration.minutes(10), StartLimitBurst: 3 });
      sidekiq.unit.service.set({
        TimeoutStopSec: Duration.seconds(8),
        RestartSec: Duration.milliseconds(100),
        LimitNOFILE: openFiles,
      });
      const pidfile = new PidfileHooks(stack, 'pidfile', { service: sidekiq });
      const hook = new WebhookNotifier(stack, 'hook', {
        host: target,
        webhookUrl: Secret.fromHostFile('/etc/myapp/webhook'),
        interval: Duration.seconds(1),
      });
      const options = { notify: hook.notify() };
      const twice = { ...options, over: Duration.seconds(2 * INTERVAL) };
      new MonitCheck(stack, 'monit', {
        service: sidekiq,
        pidfile,
        restartCooldown: Duration.seconds(30),
        rules: [
          SidekiqRules.memory(Size.mebibytes(200), twice),
          // Longer than a boot takes, and shorter than the time left on a busy machine.
          SidekiqRules.cpuPerCore(Percent.of(4), { ...options, over: Duration.seconds(10 * INTERVAL) }),
          SidekiqRules.gone(options),
          SidekiqRules.crashed(options),
          SidekiqRules.gaveUp(options),
          SidekiqRules.quiet(Duration.seconds(4), options),
          SidekiqRules.redis(options),
          SidekiqRules.queueLatency(Duration.seconds(4), options),
          SidekiqRules.retries(2, options),
          SidekiqRules.dead(1, options),
          SidekiqRules.logDisk(Percent.of(50), { ...options, path: LOG }),
        ],
      });
    });
  }

  /** Messages since the last call. */
  private alerts(): readonly string[] {
    return this.receiver.requests.slice(this.seen).map(({ body }) => messageText(body));
  }

  private async hear(what: string, seconds: number, heard: () => boolean): Promise<void> {
    const saw = async (): Promise<string> => `\n${this.alerts().join('\n')}\n${await this.host.mustExec(WHAT_HAPPENED)}`;
    await eventually(() => (heard() ? true : undefined), { what, seconds, saw });
  }

  /** Waits until exactly these messages have arrived since the last call, in any order. */
  public async hears(...wanted: readonly Alert[]): Promise<void> {
    const all = (): boolean => wanted.every((what) => this.alerts().some((text) => text.startsWith(what)));
    await this.hear(wanted.join('; '), 150, all);
    await this.watched.cycles(2);
    expect(
      this.alerts()
        .map((text) => wanted.find((what) => text.startsWith(what)) ?? text)
        .sort(),
    ).toEqual([...wanted].sort());
    this.seen = this.receiver.requests.length;
  }

  /** Waits until a message has arrived, among any others. */
  public async hearsOf(what: RegExp): Promise<void> {
    await this.hear(String(what), 60, () => this.alerts().some((text) => what.test(text)));
  }

  /** Waits until this is the last message about the process, after any others: a restarted process may be fine for a moment. */
  public async endsWith(what: RegExp): Promise<void> {
    const last = (): boolean =>
      what.test(
        this.alerts()
          .filter((text) => text.startsWith('sidekiq: '))
          .at(-1) ?? '',
      );
    await this.hear(`${what} as the last message`, 60, last);
    await this.watched.cycles(2);
    expect(last()).toBe(true);
    this.seen = this.receiver.requests.length;
  }

  /** Waits for a few more cycles of Monit. */
  public async silence(cycles: number): Promise<void> {
    await this.watched.cycles(cycles);
    await this.hears();
  }

  public async redis(...command: readonly string[]): Promise<void> {
    await this.host.mustExec(['redis-cli', '-n', '3', ...command]);
  }

  public async enqueue(job: string): Promise<void> {
    await this.host.mustExec(['ruby', '-e', `ENV['REDIS_URL'] = 'redis://127.0.0.1:6379/3'; require './app'; ${job}`], {
      user: 'deploy',
      cwd: '/opt/myapp/current',
    });
  }
}

/** A job that computes. */
const SPIN = `
class SpinJob
  include Sidekiq::Worker
  def perform(seconds)
    till = Time.now + seconds
    nil while Time.now < till
  end
end
`;

function messageText(body: unknown): string {
  const { service, event, description } = body as { service: string; event: string; description: string };
  return `${service.replace(/^sidekiq-/, '')}: ${event}: ${description}`;
}

describeLive('ready-made rules', { needs: ['hosts', 'terraform'] }, () => {
  (campaign() === 'all' ? test : test.concurrent).each(suites)(
    'on %s each alerts when it should and only then, and once when it has recovered',
    (suite) =>
      onHost(suite, async (host) => {
        const subject = new Subject(host, suite);
        await subject.prepare();
        try {
          await subject.deploy(4096);
          await subject.watched.until({ active: 'active', restarts: 0, lives: 1 }, 5);
          for (const part of partsFor(suite)) await part(host, subject);
        } finally {
          subject.close();
        }
      }),
  );
});

type Part = (host: TestHost, subject: Subject) => Promise<void>;

const afterDeployments: Part = async (_, subject) => {
  await subject.silence(4);
  // Of configuration and of code.
  await subject.deploy(8192);
  await subject.watched.until({ active: 'active', lives: 2 }, 5);
  await subject.watched.systemctl('restart');
  await subject.silence(4);
};

/** Rules that don't affect the process; jobs whose time has come would be retried. */
const fullSets: Part = async (host, subject) => {
  await subject.redis('zadd', 'retry', '4000000000', 'a', '4000000001', 'b', '4000000002', 'c');
  await subject.redis('zadd', 'dead', '1', 'a', '2', 'b');
  await host.mustExec(`head -c 6M /dev/zero >${LOG}/full`);
  await subject.hears('retries: Status failed', 'dead: Status failed', 'log-disk: Resource limit matched');
  await subject.redis('del', 'retry', 'dead');
  await host.mustExec(`rm ${LOG}/full`);
  await subject.hears('retries: Status succeeded', 'dead: Status succeeded', 'log-disk: Resource limit succeeded');
};

/** Its queue fills up. */
const quietAndForgotten: Part = async (_, subject) => {
  await subject.watched.systemctl('reload');
  await subject.enqueue('CountingJob.perform_async');
  await subject.hears('quiet: Status failed', 'latency: Status failed');
  await subject.watched.systemctl('restart');
  await subject.hears('quiet: Status succeeded', 'latency: Status succeeded');
};

/** An unknown state doesn't change the last one. */
const redisStopped: Part = async (host, subject) => {
  await host.mustExec('systemctl stop redis-server');
  await subject.hears('redis: Status failed');
  await host.mustExec('systemctl start redis-server');
  await subject.hears('redis: Status succeeded');
};

const busyProcessor: Part = async (_, subject) => {
  await subject.enqueue('SpinJob.perform_async(50)');
  await subject.hears('sidekiq: Resource limit matched: cpu usage');
  await subject.hears('sidekiq: Resource limit succeeded: cpu usage');
};

/** Restarted once: the job that returned is removed before anything can enqueue it again. */
const muchMemory: Part = async (host, subject) => {
  const { watched } = subject;
  await host.mustExec('systemctl reset-failed sidekiq');
  const { lives } = await watched.state();
  await subject.enqueue('HungryJob.perform_async(300, 120)');
  await subject.hearsOf(/^sidekiq: Resource limit matched: total mem/);
  await watched.until({ lives: lives + 1 }, 30);
  await watched.systemctl('stop');
  await subject.redis('flushdb');
  await watched.systemctl('start');
  // Of memory, or of the processor: the same event within a second is one message.
  await subject.endsWith(/^sidekiq: Resource limit succeeded: /);
};

const crash: Part = async (host, subject) => {
  await host.mustExec('systemctl reset-failed sidekiq');
  await subject.watched.kill();
  await subject.hears('state: Status failed: ');
  await subject.watched.until({ active: 'active' }, 10);
};

const operatorsStop: Part = async (host, subject) => {
  await subject.watched.systemctl('stop');
  await subject.hears('sidekiq: Does not exist');
  await subject.silence(3);
  expect((await subject.watched.state()).active).toBe('inactive');
  await host.mustExec('systemctl reset-failed sidekiq || :');
  await subject.watched.systemctl('start');
  await subject.hears('sidekiq: Exists');
};

/** After three starts in ten minutes systemd gives up: the guard starts it once more, and it is reported. */
const gaveUp: Part = async (host, subject) => {
  const { watched } = subject;
  await host.mustExec('systemctl reset-failed sidekiq');
  for (let kills = 0; kills < 4; kills++) {
    const before = await watched.state();
    await watched.kill();
    if (kills < 3) await watched.until({ active: 'active', lives: before.lives + 1 }, 30);
  }
  await watched.untilGuardSays(/started again, systemd had given up/, 30);
  await watched.until({ active: 'active' }, 20);
  await subject.hearsOf(/^state: Status failed: .*systemd gave up on it/);
  await subject.hearsOf(/^state: Status succeeded: .*sidekiq.service: activ/);
};

const ALL_PARTS = [afterDeployments, fullSets, quietAndForgotten, redisStopped, busyProcessor, muchMemory, crash, operatorsStop, gaveUp];

/** In the sample each host runs some of them, all but the slow ones. */
function partsFor(suite: Suite): readonly Part[] {
  const sample = suite === 'bookworm' ? [fullSets, quietAndForgotten, redisStopped] : [muchMemory, crash, gaveUp];
  return ofCampaign({ sample, small: ALL_PARTS, all: ALL_PARTS });
}
