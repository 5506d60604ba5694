import type { Construct } from 'constructs';
import { TRANSACTION_WAIT_SECONDS, type SidekiqBehaviour } from '../bundle';
import {
  MemoryAllocator,
  Ruby,
  sidekiqCommandLine,
  sidekiqCommandLineIssues,
  SidekiqVersion,
  type SidekiqCommandLineProps,
} from '../sidekiq';
import { Exec, OptionalPath, type ServiceDirectives } from '../systemd';
import { reportIssues } from '../terraform';
import { Duration, type Issue } from '../values';
import { EnvironmentFile } from './environment-file';
import * as is from './prop-kinds';
import { readProps, type PropRules } from './props';
import { serviceProps, serviceRules, usableRuby, writableDirectories, type ServiceProps } from './service-props';
import { SystemdService } from './systemd-service';

/** Properties of a {@link SidekiqService}. */
export interface SidekiqServiceProps extends ServiceProps {
  /** Sidekiq's version, as in Gemfile.lock: `6.5`, `7.3.2`. From 5.2 to 8.1. */
  readonly version: string;
  /** Where the application is: an absolute path, usually a link that code deployments replace. */
  readonly workingDirectory: string;
  /** The user that runs it; must exist on the host. */
  readonly user: string;
  /**
   * The group that runs it; must exist on the host.
   * @default the user's own group
   */
  readonly group?: string;
  /**
   * Rails' or Rack's environment (`-e`).
   * @default 'production'
   */
  readonly environment?: string;
  /**
   * Sidekiq's configuration file (`-C`).
   * @default Sidekiq looks for config/sidekiq.yml in the working directory
   */
  readonly configFile?: string;
  /**
   * What to load instead of the Rails application in the working directory (`-r`).
   * @default the working directory
   */
  readonly require?: string;
  /**
   * Threads (`-c`).
   * @default what the configuration file says; else 10 before Sidekiq 7, 5 from then on
   */
  readonly concurrency?: number;
  /**
   * Queues with optional weights (`-q`): `['critical,2', 'default']`.
   * @default what the configuration file says; else the queue `default`
   */
  readonly queues?: readonly string[];
  /** Shown in the process title (`-g`). */
  readonly tag?: string;
  /**
   * Logs at debug level (`-v`).
   * @default false
   */
  readonly verbose?: boolean;
  /**
   * How long a running job may go on when Sidekiq is told to stop; longer ones go back to Redis (`-t`, always on the
   * command line). systemd waits 20 s longer before it kills.
   * @default Duration.seconds(25)
   */
  readonly shutdownTimeout?: Duration;
  /**
   * Jobs that take longer than `shutdownTimeout` can end before a deployment restarts or removes the service: it is quieted
   * first, and takes no new jobs for at most this long, until its running ones have ended. What runs longer gets the
   * `shutdownTimeout` after it, as without draining. A deployment that fails or is killed meanwhile restarts the service.
   * Only deployments drain: not `systemctl restart`, not Monit.
   * @default it is stopped at once
   */
  readonly drainTimeout?: Duration;
  /**
   * How long the application may take to boot.
   * @default Duration.seconds(90)
   */
  readonly startTimeout?: Duration;
  /**
   * Restarts a Sidekiq that has locked up (`WatchdogSec=`), from Sidekiq 6.0.6 on. `false` for none. Below 15 s a healthy
   * process under load is killed, and its jobs are lost.
   * @default Duration.seconds(30)
   */
  readonly watchdog?: Duration | false;
  /**
   * How Sidekiq is started, without a login shell.
   * @default Ruby.system()
   */
  readonly ruby?: Ruby;
  /**
   * What keeps Ruby's memory from fragmenting.
   * @default MemoryAllocator.glibc(), which is MALLOC_ARENA_MAX=2
   */
  readonly memoryAllocator?: MemoryAllocator;
  /**
   * Permissions that files of the process don't get, as octal digits.
   * @default '0027'
   */
  readonly umask?: string;
  /** Variables of the process; nothing secret, everybody on the host can read them. */
  readonly environmentVariables?: Readonly<Record<string, string>>;
  /** Files with more variables: this library's, or paths on the host. */
  readonly environmentFiles?: readonly (EnvironmentFile | OptionalPath | string)[];
  /**
   * A path without which Sidekiq is not started: a first deployment often comes before any code.
   * @default Gemfile in the working directory; none with Ruby.program
   */
  readonly startWhen?: string;
  /** Refused: the process must stay in systemd's hands. Here so that its removal can be told. */
  readonly daemonize?: boolean;
  /** Refused: see {@link PidfileHooks}. */
  readonly pidfile?: string;
  /** Refused: the journal has the log. */
  readonly logfile?: string;
}

const rules: PropRules<SidekiqServiceProps> = {
  ...serviceRules,
  version: { ...is.text, expected: `a version as text, like '6.5'`, standIn: () => '6.5' },
  workingDirectory: { ...is.path, standIn: () => '/srv' },
  user: { ...is.runsAs, standIn: () => 'nobody' },
  group: is.runsAs,
  environment: is.text,
  configFile: is.text,
  require: is.text,
  concurrency: is.number,
  queues: is.listOf(is.text),
  tag: is.text,
  verbose: is.flag,
  shutdownTimeout: is.duration,
  drainTimeout: is.duration,
  startTimeout: is.duration,
  watchdog: is.anyOf<Duration, false>(is.duration, is.oneOf(false)),
  ruby: is.instanceOf(Ruby, 'Ruby.system(), Ruby.rbenv(…) or another Ruby'),
  memoryAllocator: is.instanceOf(MemoryAllocator, 'MemoryAllocator.glibc(), .jemalloc() or .host()'),
  umask: is.umask,
  environmentVariables: is.textRecord,
  environmentFiles: is.listOf({
    expected: 'an EnvironmentFile, or a path on the host',
    problem: (value) =>
      typeof value === 'string' || value instanceof EnvironmentFile || value instanceof OptionalPath ? undefined : 'is neither',
  }),
  daemonize: is.flag,
  pidfile: is.text,
  logfile: is.text,
};

/** An idle thread waits for 2 s at Redis for a job. Source: TIMEOUT in lib/sidekiq/fetch.rb. */
const FETCH_SECONDS = 2;

/** Sidekiq's manager takes up to 3 s beyond its deadline, then come the at_exit handlers. */
const LEAST_STOP_MARGIN_SECONDS = 5;

/**
 * Its deadline begins when its main thread gets to run, among jobs that compute on a machine that is busy: 4.9 s after SIGTERM in
 * test/live/jobs.test.ts, where with 5 s systemd killed it in the middle of its stop. More costs nothing, since Sidekiq ends by itself.
 */
const STOP_MARGIN_SECONDS = 20;

/** Validation, Monit's reload, and the rollback that may follow a start that failed. */
const TRANSACTION_MARGIN_SECONDS = 120;

/**
 * Sidekiq as a systemd service: ready when it is (`Type=notify` from 6.0.6 on), stopped so that no job is lost, restarted
 * whenever it ends.
 *
 * `unit` can be changed afterwards: `sidekiq.unit.service.set({ MemoryMax: Size.gibibytes(2) })`.
 *
 * Errors: those of a {@link SystemdService}, `sidekiq/…` for what the version does not take, `constructs/timeout-ladder`,
 * `constructs/watchdog-without-notify`, `constructs/short-shutdown`, `constructs/short-drain`, `constructs/long-drain`,
 * `constructs/bad-path`.
 *
 * Source: https://github.com/sidekiq/sidekiq/wiki/Deployment, systemd.service(5)
 */
export class SidekiqService extends SystemdService {
  /**
   * The words that start its Ruby, without the application's bundle.
   * @internal
   */
  public readonly interpreter: readonly string[];
  private readonly shutdownTimeout: Duration;
  private readonly drainTimeout: Duration | undefined;

  public constructor(scope: Construct, id: string, props: SidekiqServiceProps) {
    const { props: checked, issues } = readProps(props, rules);
    const version = SidekiqVersion.parse(checked.version);
    const command = commandLine(version, checked);
    const ruby = usableRuby(checked.ruby);
    const allocator = checked.memoryAllocator ?? MemoryAllocator.glibc();
    super(scope, id, {
      ...serviceProps(checked),
      startWhen: checked.startWhen ?? (ruby.usesBundler ? `${checked.workingDirectory}/Gemfile` : undefined),
      unit: {
        Description: `Sidekiq (${checked.unitName ?? id})`,
        Documentation: 'https://github.com/sidekiq/sidekiq/wiki',
        After: ['network-online.target'],
        Wants: ['network-online.target'],
      },
      service: {
        ...readiness(version, checked.watchdog),
        WorkingDirectory: checked.workingDirectory,
        ExecStart: Exec.command(ruby.program, [...ruby.args('sidekiq'), ...sidekiqCommandLine(command)]),
        // Quiet: no new jobs. There is no way back but a restart.
        ExecReload: [Exec.command('/bin/kill', ['-TSTP', Exec.env('MAINPID')])],
        TimeoutStartSec: checked.startTimeout ?? Duration.seconds(90),
        TimeoutStopSec: Duration.seconds(command.timeout.toSeconds() + STOP_MARGIN_SECONDS),
        User: checked.user,
        ...(checked.group === undefined ? {} : { Group: checked.group }),
        UMask: checked.umask ?? '0027',
        Environment: { ...allocator.environment, ...ruby.environment, ...checked.environmentVariables },
        SyslogIdentifier: (checked.unitName ?? id).replace(/\.service$/, ''),
        ...writableDirectories(checked),
      },
    });
    this.interpreter = ruby.interpreter;
    this.shutdownTimeout = command.timeout;
    this.drainTimeout = checked.drainTimeout;
    for (const file of checked.environmentFiles ?? []) this.addEnvironmentFile(file);
    reportIssues(this, () => [
      ...issues,
      ...sidekiqCommandLineIssues(command).map((issue) =>
        issue.property === 'timeout' ? { ...issue, property: 'shutdownTimeout' } : issue,
      ),
      ...(checked.ruby?.issues() ?? []),
      ...allocator.issues(),
      ...this.ladderIssues(),
      ...shutdownIssues(command.timeout),
      ...this.drainIssues(),
      ...watchdogIssues(version, checked.watchdog),
    ]);
  }

  /**
   * The version has decided.
   * @internal
   */
  protected override decided(): readonly string[] {
    return ['systemd/could-notify'];
  }

  /**
   * The version has decided.
   * @internal
   */
  protected override sidekiqBehaviour(): SidekiqBehaviour {
    return { drainSeconds: Math.ceil(this.drainTimeout?.toSeconds() ?? 0) };
  }

  private drainIssues(): readonly Issue[] {
    if (this.drainTimeout === undefined) return [];
    const [drain, shutdown] = [this.drainTimeout.toSeconds(), this.shutdownTimeout.toSeconds()];
    const most = TRANSACTION_WAIT_SECONDS - TRANSACTION_MARGIN_SECONDS - this.stopTimeout.toSeconds() - this.startTimeout.toSeconds();
    if (drain <= shutdown) {
      return [
        {
          code: 'constructs/short-drain',
          severity: 'error',
          property: 'drainTimeout',
          got: `${drain} s`,
          expected: `more than shutdownTimeout, which is ${shutdown} s`,
          remedy: 'Jobs that end in that time end without draining: leave drainTimeout out, or raise it to what your longest jobs take.',
        },
      ];
    }
    if (drain <= most) return [];
    return [
      {
        code: 'constructs/long-drain',
        severity: 'error',
        property: 'drainTimeout',
        got: `${drain} s`,
        expected: `at most ${most} s: another deployment to the host gives up after ${TRANSACTION_WAIT_SECONDS} s, and this one has to stop and start the service, too`,
        remedy: 'Lower it; jobs that take longer go back to Redis, or are made of several shorter ones.',
      },
    ];
  }

  private ladderIssues(): readonly Issue[] {
    const least = this.shutdownTimeout.toSeconds() + LEAST_STOP_MARGIN_SECONDS;
    const stop = this.stopTimeout.toSeconds();
    if (stop >= least) return [];
    return [
      {
        code: 'constructs/timeout-ladder',
        severity: 'error',
        property: 'service.TimeoutStopSec',
        got: `${stop} s`,
        expected: `at least ${least} s, Sidekiq’s own shutdownTimeout and ${LEAST_STOP_MARGIN_SECONDS} s`,
        remedy: 'systemd would kill Sidekiq before it has put its jobs back, and they would be lost: raise it, or lower shutdownTimeout.',
      },
    ];
  }
}

/** Seen on hosts: a job that was given back was taken by an idle thread of the same dying process, and was gone. */
function shutdownIssues(timeout: Duration): readonly Issue[] {
  const seconds = timeout.toSeconds();
  // What is no time-out at all is told as that.
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > FETCH_SECONDS) return [];
  return [
    {
      code: 'constructs/short-shutdown',
      severity: 'warning',
      property: 'shutdownTimeout',
      got: `${seconds} s`,
      expected: `more than ${FETCH_SECONDS} s, for which an idle thread may still wait for a job`,
      remedy: 'Raise it: a job that Sidekiq gives back to Redis can else be taken by a thread that is about to end, and be lost.',
    },
  ];
}

function commandLine(version: SidekiqVersion, props: SidekiqServiceProps): SidekiqCommandLineProps {
  const { configFile, concurrency, queues, tag, verbose, daemonize, pidfile, logfile } = props;
  return {
    version,
    environment: props.environment ?? 'production',
    configFile,
    require: props.require,
    concurrency,
    queues,
    tag,
    verbose,
    daemonize,
    pidfile,
    logfile,
    timeout: props.shutdownTimeout ?? Duration.seconds(25),
  };
}

function readiness(version: SidekiqVersion, watchdog: Duration | false | undefined): ServiceDirectives {
  if (!version.facts.sdNotify) return { Type: 'simple' };
  return { Type: 'notify', ...(watchdog === false ? {} : { WatchdogSec: watchdog ?? Duration.seconds(30) }) };
}

function watchdogIssues(version: SidekiqVersion, watchdog: Duration | false | undefined): readonly Issue[] {
  if (!(watchdog instanceof Duration) || version.facts.sdNotify) return [];
  return [
    {
      code: 'constructs/watchdog-without-notify',
      severity: 'error',
      property: 'watchdog',
      got: `${watchdog.toSeconds()} s for Sidekiq ${version.text}`,
      expected: 'no watchdog before Sidekiq 6.0.6',
      remedy: 'That version never reports to systemd and would be killed: leave watchdog out.',
    },
  ];
}
