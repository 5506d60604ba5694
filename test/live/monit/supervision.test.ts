import type { TerraformStack } from 'cdktf';
import {
  Duration,
  Exec,
  Host,
  MonitCheck,
  MonitDaemon,
  PidfileHooks,
  Platform,
  restart,
  Ruby,
  Secret,
  SidekiqService,
  Size,
  SlackNotifier,
  SystemdService,
  when,
  type MonitCheckProps,
  type ServiceDirectives,
  type SidekiqServiceProps,
} from '../../../lib';
import { describeLive } from '../../hosts/describe-live';
import type { TestHost } from '../../hosts/host';
import { sshTo } from '../../support/stacks';
import { postText } from '../../systemd/post';
import { installPost } from './supervision/post';
import { withWebhook } from './supervision/webhook';
import { count, deploy, onHost, Watched } from './supervision/watched';
import { sleep } from '../../hosts/run';

/** Monit's interval in seconds: short, so that a test can wait for many cycles. */
const INTERVAL = 2;

const stability = Duration.seconds(1);

interface Wanted {
  readonly sidekiq?: Partial<SidekiqServiceProps>;
  readonly check?: Partial<MonitCheckProps>;
  readonly more?: (made: { stack: TerraformStack; host: Host; sidekiq: SidekiqService; check: MonitCheck }) => void;
}

/**
 * Deploys Sidekiq under Monit, as the example app does, with short timeouts: 8 s for a stop and 20 s for a start, which a busy
 * machine needs. That is 15 cycles.
 */
async function deploySidekiq(target: TestHost, wanted: Wanted = {}): Promise<Watched> {
  const trixie = target.suite === 'trixie';
  await deploy((stack) => {
    const host = new Host(stack, 'worker-1', {
      address: target.address,
      ssh: sshTo(target),
      platform: trixie ? Platform.DEBIAN_13 : Platform.DEBIAN_12,
    });
    new MonitDaemon(stack, 'monit-daemon', { host, interval: Duration.seconds(INTERVAL), takeOver: true });
    const sidekiq = new SidekiqService(stack, 'sidekiq', {
      host,
      version: trixie ? '7.3' : '6.4',
      workingDirectory: '/opt/myapp/current',
      configFile: '/opt/myapp/shared/config/sidekiq.yml',
      require: './app.rb',
      user: 'deploy',
      ruby: Ruby.system({ bundler: '/usr/bin/bundle' }),
      shutdownTimeout: Duration.seconds(3),
      startTimeout: Duration.seconds(20),
      stability,
      ...wanted.sidekiq,
    });
    sidekiq.unit.service.set({ TimeoutStopSec: Duration.seconds(8) });
    const pidfile = new PidfileHooks(stack, 'pidfile', { service: sidekiq });
    const check = new MonitCheck(stack, 'monit', { service: sidekiq, pidfile, ...wanted.check });
    wanted.more?.({ stack, host, sidekiq, check });
  });
  const watched = new Watched(target, INTERVAL);
  await watched.until({ active: 'active', restarts: 0, lives: 1 }, 1);
  return watched;
}

/** Number of cycles after which Monit reports a process of `deploySidekiq` as not running. */
const GRACE = 15;

/** Monit's message once the cycles of its rule have passed; before that, it logs a warning. */
const GONE = /error +: 'sidekiq' process is not running/;

const hungry = when.totalMemory.above(Size.mebibytes(200)).forCycles(2);
const memoryRule = hungry.do(restart());
const HUNGRY = 'HungryJob.perform_async(300, 120)';

/** A service that starts and stops at once. */
const shortLived = (script: string): ServiceDirectives => ({
  Type: 'exec',
  ExecStart: Exec.command('/bin/sh', ['-c', script]),
  User: 'deploy',
  TimeoutStartSec: Duration.seconds(5),
  TimeoutStopSec: Duration.seconds(5),
});

describeLive('supervision', { needs: ['hosts', 'terraform'] }, () => {
  test.concurrent('systemd restarts a killed process once, and an operator’s stop lasts', () =>
    onHost('bookworm', async (host) => {
      const sidekiq = await deploySidekiq(host);
      await sidekiq.kill();
      await sidekiq.until({ active: 'active', restarts: 1 }, 20);
      await sidekiq.cycles(GRACE + 1);
      expect(await sidekiq.state()).toMatchObject({ active: 'active', restarts: 1, lives: 2 });

      await sidekiq.systemctl('stop');
      await sidekiq.untilMonitSays(GONE, 60);
      await sidekiq.cycles(3);
      expect(await sidekiq.state()).toMatchObject({ active: 'inactive', lives: 2 });
      expect(await sidekiq.monitLog()).not.toMatch(/trying to|start:|restart:/);
    }),
  );

  test.concurrent('memory above the limit causes one restart, and none during a deployment', () =>
    onHost('bookworm', async (host) => {
      const sidekiq = await deploySidekiq(host, { check: { rules: [memoryRule] } });
      // The installer does this while it changes a host.
      const deployment = host.mustExec('flock /run/cdktf-sidekiq/lock sh -c "until [ -e /run/deployed ]; do sleep 0.1; done"');
      await sidekiq.enqueue(HUNGRY);
      await sidekiq.untilGuardSays(/no restart, a deployment is in progress/, 30, 2);
      expect(await sidekiq.state()).toMatchObject({ active: 'active', lives: 1 });
      await host.mustExec('touch /run/deployed');
      await deployment;

      await sidekiq.until({ active: 'active', lives: 2 }, 20);
      // Sidekiq returned the job to Redis and fetched it again: memory stays above the limit during the test.
      await sidekiq.untilGuardSays(/not acted upon: the last time was \d+ s ago, and once in 600 s is the limit/, 30, 3);
      expect(await sidekiq.state()).toMatchObject({ active: 'active', restarts: 0, lives: 2 });
      expect(count(await sidekiq.guardLog(), /restarted for Monit/)).toBe(1);
    }),
  );

  test.concurrent('Monit does not interrupt a slow boot, and Sidekiq survives the end of Monit', () =>
    onHost('bookworm', async (host) => {
      const slow = { startTimeout: Duration.seconds(60), environmentVariables: { BOOT_SECONDS: '12' } };
      const sidekiq = await deploySidekiq(host, { sidekiq: slow });
      await sidekiq.systemctl('restart');
      await sidekiq.cycles(4);
      expect(await sidekiq.state()).toMatchObject({ active: 'active', restarts: 0, lives: 2 });
      expect(await sidekiq.monitLog()).not.toMatch(/trying to|start:|restart:/);

      await sidekiq.work(60);
      await host.mustExec('monit restart sidekiq');
      await sidekiq.until({ active: 'deactivating' }, 10);
      await host.mustExec('systemctl stop monit');
      expect((await host.exec('pgrep -x monit')).code).toBe(1);
      await sidekiq.until({ active: 'active', lives: 3 }, 30);

      await sidekiq.kill();
      await sidekiq.until({ active: 'active', restarts: 1, lives: 4 }, 30);
    }),
  );

  test.concurrent('as the supervisor, Monit starts a killed or finished process once, and an operator’s stop lasts', () =>
    onHost('bookworm', async (host) => {
      const sidekiq = await deploySidekiq(host, {
        sidekiq: { supervisor: 'monit' },
        more: ({ stack, host: target }) => {
          const service = new SystemdService(stack, 'plain', {
            host: target,
            supervisor: 'monit',
            stability,
            service: shortLived('sleep 1000000'),
          });
          new MonitCheck(stack, 'plain-check', { service, matching: 'sleep 1000000' });
        },
      });
      const plain = sidekiq.beside('plain.service');
      // The process ends on its own, without an error: systemctl doesn't stop it.
      await host.mustExec('kill -TERM "$(systemctl show -P MainPID plain)"');
      await plain.until({ active: 'inactive', result: 'success' }, 5);
      await sidekiq.systemctl('stop');
      await sidekiq.untilMonitSays(GONE, 60);
      await sidekiq.cycles(3);
      expect(await sidekiq.state()).toMatchObject({ active: 'inactive', lives: 1 });

      await sidekiq.systemctl('start');
      await sidekiq.untilMonitSays(/info .*'sidekiq' process is running/, 20);
      await sidekiq.kill();
      await sidekiq.until({ active: 'failed', result: 'signal' }, 5);
      await sidekiq.untilGuardSays(/sidekiq\.service: started again/, 60);
      await sidekiq.cycles(GRACE + 1);
      expect(await sidekiq.state()).toMatchObject({ active: 'active', restarts: 0, lives: 3 });

      expect(await plain.state()).toMatchObject({ active: 'active', lives: 2 });
    }),
  );

  test.concurrent('a unit that systemd gave up on is revived once, and one that an operator stopped is not', () =>
    onHost('bookworm', async (host) => {
      const limited = { StartLimitIntervalSec: Duration.minutes(10), StartLimitBurst: 2 };
      const sidekiq = await deploySidekiq(host, {
        check: { revive: true },
        more: ({ stack, host: target, sidekiq: service }) => {
          service.unit.unit.set(limited);
          service.unit.service.set({ RestartSec: Duration.milliseconds(100) });
          // Exits with an error on SIGTERM, as programs on the JVM do.
          const sulky = new SystemdService(stack, 'sulky', {
            host: target,
            stability,
            service: { ...shortLived('trap "exit 3" TERM; while :; do sleep 0.1; done'), RestartSec: Duration.milliseconds(100) },
          });
          new MonitCheck(stack, 'sulky-check', { service: sulky, matching: 'trap "exit 3"', revive: true });
        },
      });
      const sulky = sidekiq.beside('sulky.service');
      await sulky.kill();
      await sulky.until({ active: 'active', restarts: 1, lives: 2 }, 5);
      await sulky.systemctl('stop');
      expect(await sulky.state()).toMatchObject({ active: 'failed', result: 'exit-code' });

      await sidekiq.kill();
      await sidekiq.until({ active: 'active', lives: 2 }, 10);
      await sidekiq.kill();
      await sidekiq.untilGuardSays(/sidekiq.service: started again, systemd had given up/, 20);
      await sidekiq.cycles(2);
      expect(await sidekiq.state()).toMatchObject({ active: 'active', lives: 3 });

      await sidekiq.kill();
      await sidekiq.until({ active: 'active', lives: 4 }, 10);
      await sidekiq.kill();
      await sidekiq.untilGuardSays(/gave up on it .*not acted upon/, 20, 2);
      expect(await sidekiq.state()).toMatchObject({ active: 'failed' });

      await host.mustExec('systemctl reset-failed sidekiq; systemctl start sidekiq; systemctl stop sidekiq');
      await sidekiq.cycles(3);
      expect((await sidekiq.state()).active).toBe('inactive');
      expect(await sulky.state()).toMatchObject({ active: 'failed', lives: 2 });
    }),
  );

  test.concurrent.each(['bookworm', 'trixie'] as const)(
    'on %s memory above the limit notifies Slack and restarts once, as a kill does',
    (suite) =>
      onHost(suite, (host) =>
        withWebhook(host, async (webhook) => {
          await host.writeFile('/etc/myapp/slack-webhook', `${webhook.url}\n`, '0600');
          const webhookUrl = Secret.fromHostFile('/etc/myapp/slack-webhook');
          const sidekiq = await deploySidekiq(host, {
            check: { rules: [memoryRule] },
            more: ({ stack, host: target, check }) =>
              check.addRules(hungry.do(new SlackNotifier(stack, 'slack', { host: target, webhookUrl }).notify())),
          });
          await sidekiq.kill();
          await sidekiq.until({ active: 'active', restarts: 1, lives: 2 }, 20);
          await sidekiq.enqueue(HUNGRY);
          const { processes, senders, ...message } = await webhook.next();
          expect(message).toEqual({
            method: 'POST',
            path: webhook.path,
            contentType: 'application/json',
            body: {
              text: expect.stringMatching(
                new RegExp(
                  `^\\*sidekiq\\* on ${host.name}: Resource limit matched\\ntotal mem amount of [0-9.]+ MB matches resource limit .*\\n.+$`,
                ),
              ),
            },
          });
          expect(senders).toHaveLength(1);
          expect(senders).not.toContain('root');
          expect(processes).toContain('curl');
          expect(processes).not.toContain(webhook.secret);

          await sidekiq.until({ active: 'active', lives: 3 }, 30);
          await sidekiq.untilGuardSays(/not acted upon/, 30, 2);
          expect(await sidekiq.state()).toMatchObject({ active: 'active', lives: 3 });
        }),
      ),
  );

  const post = postText();
  if (post === undefined) test.skip('with the files of the post (skipped: they are not next to this repository)', () => undefined);
  else describe('with the files of the post', () => postTests(post));
});

/** The same cases, with the post's own files. */
function postTests(post: string): void {
  test.concurrent('a killed process is restarted once, but an operator’s stop is undone', () =>
    onHost('bookworm', async (host) => {
      const sidekiq = await installPost(host, post, INTERVAL);
      await sidekiq.kill();
      await sidekiq.until({ active: 'active', lives: 2 }, 30);
      await sidekiq.cycles(4);
      expect(await sidekiq.state()).toMatchObject({ active: 'active', lives: 2 });

      await sidekiq.systemctl('stop');
      await sidekiq.until({ active: 'active', lives: 3 }, 20);
    }),
  );

  test.concurrent('memory that exceeds the limit after each restart causes restarts without end', () =>
    onHost('bookworm', async (host) => {
      await host.mustExec('echo \'BALLAST = "x" * (900 << 20)\' >>/opt/myapp/current/app.rb');
      const sidekiq = await installPost(host, post, INTERVAL);
      await sidekiq.until({ lives: 4 }, 90);
      expect(count(await sidekiq.monitLog(), /error .* matches resource limit \[total mem amount > 800 MB\]/)).toBeGreaterThanOrEqual(3);
    }),
  );

  const slowBoot = 'Environment=BOOT_SECONDS=12\n';

  test.concurrent('a slow boot is not interrupted, because the unit is active long before it is ready', () =>
    onHost('bookworm', async (host) => {
      const sidekiq = await installPost(host, post, INTERVAL, `[Service]\n${slowBoot}`);
      // Type=simple: the unit is active and the pidfile exists long before the application is ready.
      await sidekiq.systemctl('restart');
      expect(await sidekiq.state()).toMatchObject({ active: 'active', lives: 2 });
      await sidekiq.enqueue('CountingJob.perform_async');
      expect(await host.mustExec('redis-cli get jobs:started')).toBe('\n');
      await sidekiq.cycles(8);
      await host.until('[ "$(redis-cli get jobs:started)" = 1 ]');
      expect(await sidekiq.state()).toMatchObject({ active: 'active', lives: 2 });
    }),
  );

  test.concurrent('a slow boot with Type=notify is not interrupted either, because Monit’s start waits for the pending one', () =>
    onHost('bookworm', async (host) => {
      const sidekiq = await installPost(host, post, INTERVAL, `[Service]\nType=notify\n${slowBoot}`);
      await sidekiq.systemctl('restart');
      await sidekiq.cycles(4);
      expect(await sidekiq.monitLog()).toMatch(/trying to restart/);
      expect(await sidekiq.state()).toMatchObject({ active: 'active', lives: 2 });
    }),
  );

  test.concurrent('Sidekiq stays down if Monit exits between the stop and the start', () =>
    onHost('bookworm', async (host) => {
      // Simulates the seconds that a busy Sidekiq needs. A job wouldn't: TSTP and TERM at the same moment, as the post sends
      // them, sometimes crash this Sidekiq, which then stops at once.
      const sidekiq = await installPost(host, post, INTERVAL, '[Service]\nExecStop=/bin/sleep 5\n');
      await host.mustExec('monit restart sidekiq');
      await sidekiq.until({ active: 'deactivating' }, 10);
      await host.mustExec('systemctl stop monit');
      await sidekiq.until({ active: 'inactive' }, 20);
      // Monit is not running, so nothing can start Sidekiq.
      await sleep(4 * INTERVAL * 1000);
      expect(await sidekiq.state()).toMatchObject({ active: 'inactive', lives: 1 });
    }),
  );
}
