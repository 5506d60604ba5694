import {
  MemoryAllocator,
  Ruby,
  sidekiqCommandLine,
  sidekiqCommandLineIssues,
  SidekiqVersion,
  type SidekiqCommandLineProps,
} from '../sidekiq';
import {
  Exec,
  OptionalPath,
  plainText,
  unitString,
  type ExecCommand,
  type ServiceDirectives,
  type SpecifiableText,
  type UnitDirectives,
  type UnitString,
} from '../systemd';
import { Duration, show, type Issue } from '../values';
import { EnvironmentFile } from './environment-file';
import * as is from './prop-kinds';
import type { PropRules } from './props';
import { usableRuby } from './service-props';

/** What a Sidekiq is, whoever's systemd runs it. */
export interface SidekiqProcessProps {
  /** Sidekiq's version, as in Gemfile.lock: `6.5`, `7.3.2`. From 5.2 to 8.1. */
  readonly version: string;
  /** Where the application is: an absolute path, usually a link that code deployments replace. */
  readonly workingDirectory: string;
  /**
   * Rails' or Rack's environment (`-e`).
   * @default 'production'
   */
  readonly environment?: SpecifiableText;
  /**
   * Sidekiq's configuration file (`-C`). One for each instance: `` specified`/etc/myapp/${Specifier.INSTANCE}.yml` ``.
   * @default Sidekiq looks for config/sidekiq.yml in the working directory
   */
  readonly configFile?: SpecifiableText;
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
   * Queues with optional weights (`-q`): `['critical,2', 'default']`, or `[Specifier.INSTANCE]` for one named after each instance.
   * @default what the configuration file says; else the queue `default`
   */
  readonly queues?: readonly SpecifiableText[];
  /** Shown in the process title (`-g`). */
  readonly tag?: SpecifiableText;
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
  readonly environmentVariables?: Readonly<Record<string, SpecifiableText>>;
  /** Files with more variables: this library's, or paths on the host. */
  readonly environmentFiles?: readonly (EnvironmentFile | OptionalPath | string)[];
  /** Refused: the process must stay in systemd's hands. Here so that its removal can be told. */
  readonly daemonize?: boolean;
  /** Refused: see {@link PidfileHooks}. */
  readonly pidfile?: string;
  /** Refused: the journal has the log. */
  readonly logfile?: string;
}

/** What they must be. */
export const sidekiqProcessRules: PropRules<SidekiqProcessProps> = {
  version: { ...is.text, expected: `a version as text, like '6.5'`, standIn: () => '6.5' },
  workingDirectory: { ...is.path, standIn: () => '/srv' },
  environment: is.specifiableText,
  configFile: is.specifiableText,
  require: is.text,
  concurrency: is.number,
  queues: is.listOf(is.specifiableText),
  tag: is.specifiableText,
  verbose: is.flag,
  shutdownTimeout: is.duration,
  startTimeout: is.duration,
  watchdog: is.anyOf<Duration, false>(is.duration, is.oneOf(false)),
  ruby: is.instanceOf(Ruby, 'Ruby.system(), Ruby.rbenv(…) or another Ruby'),
  memoryAllocator: is.instanceOf(MemoryAllocator, 'MemoryAllocator.glibc(), .jemalloc() or .host()'),
  umask: is.umask,
  environmentVariables: is.recordOf(is.specifiableText),
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
 * test/live/sidekiq/jobs.test.ts, where with 5 s systemd killed it in the middle of its stop. More costs nothing, since Sidekiq ends by itself.
 */
const STOP_MARGIN_SECONDS = 20;

/** Nobody puts jobs there. */
const IDLE_QUEUE = 'cdktf-sidekiq-boot-check';

/** A Sidekiq in systemd's words. */
export interface SidekiqProcess {
  /** For the [Unit] section. */
  readonly unit: UnitDirectives;
  /** For the [Service] section. */
  readonly service: ServiceDirectives;
  /** Runs it on a queue that nobody uses, without a pidfile. */
  readonly idleCommand: ExecCommand;
  /** Whether it needs the code to be there: the Gemfile that Bundler reads. */
  readonly startWhen: string | undefined;
  /** The words that start its Ruby, without the application's bundle. */
  readonly interpreter: readonly string[];
  /** How long a running job may go on when it is told to stop. */
  readonly shutdownTimeout: Duration;
  /** What is wrong with what was given. */
  readonly issues: readonly Issue[];
}

/**
 * What runs Sidekiq, ready when it is and stopped so that no job is lost; without what only the system's systemd can: who runs it, and what
 * has to be there first.
 *
 * @param props what was given, read
 * @param name of the unit, with or without its suffix
 */
export function sidekiqProcess(props: SidekiqProcessProps, name: string): SidekiqProcess {
  const version = SidekiqVersion.parse(props.version);
  const command = commandLine(version, props);
  const ruby = usableRuby(props.ruby);
  const allocator = props.memoryAllocator ?? MemoryAllocator.glibc();
  const run = (line: SidekiqCommandLineProps<UnitString>) =>
    Exec.command(ruby.program, [...ruby.args('sidekiq'), ...sidekiqCommandLine(line)]);
  return {
    unit: { Description: `Sidekiq (${name})`, Documentation: 'https://github.com/sidekiq/sidekiq/wiki' },
    service: {
      ...readiness(version, props.watchdog),
      WorkingDirectory: props.workingDirectory,
      ExecStart: run(command),
      // Quiet: no new jobs. There is no way back but a restart.
      ExecReload: [Exec.command('/bin/kill', ['-TSTP', Exec.env('MAINPID')])],
      TimeoutStartSec: props.startTimeout ?? Duration.seconds(90),
      TimeoutStopSec: Duration.seconds(command.timeout.toSeconds() + STOP_MARGIN_SECONDS),
      UMask: props.umask ?? '0027',
      Environment: { ...allocator.environment, ...ruby.environment, ...unitStrings(props.environmentVariables) },
      SyslogIdentifier: name.replace(/\.service$/, ''),
    },
    // Before 6.0 the configuration file may name a pidfile, the live one.
    idleCommand: run({ ...command, queues: [IDLE_QUEUE], pidfile: '/dev/null' }),
    startWhen: ruby.usesBundler ? `${props.workingDirectory}/Gemfile` : undefined,
    interpreter: ruby.interpreter,
    shutdownTimeout: command.timeout,
    issues: [
      ...sidekiqCommandLineIssues(asPlainText(command)).map((issue) =>
        issue.property === 'timeout' ? { ...issue, property: 'shutdownTimeout' } : issue,
      ),
      ...(props.ruby?.issues() ?? []),
      ...allocator.issues(),
      ...shutdownIssues(command.timeout),
      ...watchdogIssues(version, props.watchdog),
    ],
  };
}

/** Whether systemd waits for long enough. Code: `constructs/timeout-ladder`. */
export function ladderIssues(shutdownTimeout: Duration, stopTimeout: Duration): readonly Issue[] {
  const least = shutdownTimeout.toSeconds() + LEAST_STOP_MARGIN_SECONDS;
  const stop = stopTimeout.toSeconds();
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

function commandLine(version: SidekiqVersion, props: SidekiqProcessProps): SidekiqCommandLineProps<UnitString> {
  const { configFile, concurrency, queues, tag, verbose, daemonize, pidfile, logfile } = props;
  return {
    version,
    environment: unitString(props.environment ?? 'production'),
    configFile: configFile && unitString(configFile),
    require: props.require,
    concurrency,
    queues: queues?.map(unitString),
    tag: tag && unitString(tag),
    verbose,
    daemonize,
    pidfile,
    logfile,
    timeout: props.shutdownTimeout ?? Duration.seconds(25),
  };
}

function asPlainText(command: SidekiqCommandLineProps<UnitString>): SidekiqCommandLineProps {
  const { environment, configFile, queues, tag } = command;
  return {
    ...command,
    environment: environment && plainText(environment),
    configFile: configFile && plainText(configFile),
    queues: queues?.map(plainText),
    tag: tag && plainText(tag),
  };
}

function unitStrings(record: Readonly<Record<string, SpecifiableText>> | undefined): Readonly<Record<string, UnitString>> {
  return Object.fromEntries(Object.entries(record ?? {}).map(([name, value]) => [name, unitString(value)]));
}

/** Text of a service with instances in which a specifier was probably meant. Code: `constructs/literal-specifier`. */
export function literalSpecifierIssues(props: SidekiqProcessProps): readonly Issue[] {
  const { environment, configFile, queues = [], tag, environmentVariables = {} } = props;
  const given: readonly (readonly [property: string, value: SpecifiableText | undefined])[] = [
    ['environment', environment],
    ['configFile', configFile],
    ...queues.map((queue, index) => [`queues[${index}]`, queue] as const),
    ['tag', tag],
    ...Object.entries(environmentVariables).map(([name, value]) => [`environmentVariables.${name}`, value] as const),
  ];
  return given.flatMap(([property, value]): readonly Issue[] => {
    const specifier = typeof value === 'string' ? /%[iIjJnNpP]/.exec(value)?.[0] : undefined;
    if (specifier === undefined) return [];
    return [
      {
        code: 'constructs/literal-specifier',
        severity: 'warning',
        property,
        got: `${show(value)}, where ${specifier} is two literal characters`,
        expected: 'a Specifier, if each instance is to have its own value',
        remedy: 'Use specified`…${Specifier.INSTANCE}…`.',
      },
    ];
  });
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
