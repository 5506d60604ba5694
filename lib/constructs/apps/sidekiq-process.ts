import { sidekiqCommandLine, sidekiqCommandLineIssues, SidekiqVersion, type SidekiqCommandLineProps } from '../../sidekiq';
import { Exec, plainText, unitString, type ExecCommand, type ServiceDirectives, type SpecifiableText } from '../../systemd';
import { Duration, error, warning, type Issue } from '../../values';
import * as is from '../props/prop-kinds';
import type { PropRules } from '../props/read-props';
import {
  literalSpecifierIssues,
  rubyProcess,
  rubyProcessRules,
  stopTimeoutOf,
  type RubyProcess,
  type RubyProcessProps,
} from './ruby-process';

/** Properties of a Sidekiq process, run by the system's or by a user's systemd. */
export interface SidekiqProcessProps extends RubyProcessProps {
  /** Sidekiq's version, from 5.2 to 8.1, as in Gemfile.lock: `6.5`, `7.3.2`. */
  readonly version: string;
  /**
   * Sidekiq's configuration file (`-C`). For one file per instance: `` specified`/etc/myapp/${Specifier.INSTANCE}.yml` ``.
   * @default Sidekiq looks for config/sidekiq.yml in the working directory
   */
  readonly configFile?: SpecifiableText;
  /**
   * Path to load instead of the Rails application in the working directory (`-r`).
   * @default the working directory
   */
  readonly require?: string;
  /**
   * Number of threads (`-c`).
   * @default the configuration file's value; otherwise RAILS_MAX_THREADS; otherwise 10 before Sidekiq 7, and 5 from 7 on
   */
  readonly concurrency?: number;
  /**
   * Queues with optional weights (`-q`): `['critical,2', 'default']`, or `[Specifier.INSTANCE]` for a queue named after each instance.
   * @default the configuration file's queues; otherwise the queue `default`
   */
  readonly queues?: readonly SpecifiableText[];
  /**
   * Tag shown in the process title (`-g`).
   * @default the name of the application's directory
   */
  readonly tag?: SpecifiableText;
  /**
   * Logs at debug level (`-v`).
   * @default false
   */
  readonly verbose?: boolean;
  /**
   * Time that running jobs have to finish when Sidekiq stops; longer ones go back to Redis (`-t`, always on the command line). systemd
   * waits 20 s longer before it kills Sidekiq.
   * @default Duration.seconds(25)
   */
  readonly shutdownTimeout?: Duration;
  /**
   * Restarts a Sidekiq that hangs (`WatchdogSec=`), from Sidekiq 6.0.6 on. `false` turns it off. With less than 15 s a healthy process
   * under load is killed, and its jobs are lost.
   * @default Duration.seconds(30)
   */
  readonly watchdog?: Duration | false;
  /** Refused: the process must stay under systemd's control. Declared only so that its use can be reported. */
  readonly daemonize?: boolean;
  /** Refused from Sidekiq 6.0 on; causes a warning before. Use {@link PidfileHooks} instead. */
  readonly pidfile?: string;
  /** Refused from Sidekiq 6.0 on; causes a warning before. The log is in the journal. */
  readonly logfile?: string;
}

/** Validation rules for the properties of a Sidekiq process. */
export const sidekiqProcessRules: PropRules<SidekiqProcessProps> = {
  ...rubyProcessRules,
  version: { ...is.text, valid: `a version as text, like '6.5'`, placeholder: () => '6.5' },
  configFile: is.specifiableText,
  require: is.text,
  concurrency: is.number,
  queues: is.listOf(is.specifiableText),
  tag: is.specifiableText,
  verbose: is.flag,
  shutdownTimeout: is.duration,
  watchdog: is.anyOf<Duration, false>(is.duration, is.oneOf(false)),
  daemonize: is.flag,
  pidfile: is.text,
  logfile: is.text,
};

/** Seconds that an idle thread waits at Redis for a job. Source: TIMEOUT in lib/sidekiq/fetch.rb. */
const FETCH_SECONDS = 2;

/** Minimum margin of TimeoutStopSec: Sidekiq's manager takes up to 3 s beyond its deadline, and the at_exit handlers run after that. */
const LEAST_STOP_MARGIN_SECONDS = 5;

/** Queue that never gets any jobs. */
const IDLE_QUEUE = 'cdktf-sidekiq-boot-check';

/** Sidekiq process as systemd directives. */
export interface SidekiqProcess extends RubyProcess {
  /** Directives of the kind, for the [Service] section. */
  readonly own: ServiceDirectives & { readonly ExecStart: ExecCommand };
  /** Command that runs Sidekiq on an unused queue, without a pidfile. */
  readonly idleCommand: ExecCommand;
  /** Time that running jobs have to finish when Sidekiq stops. */
  readonly shutdownTimeout: Duration;
}

/**
 * Builds the directives that run Sidekiq: systemd waits until it is ready, and stops it without losing jobs. Leaves out what only the
 * system's systemd supports: the user, and the units that must start first.
 *
 * @param props checked properties
 * @param unitName name of the unit, with or without its suffix
 */
export function sidekiqProcess(props: SidekiqProcessProps, unitName: string): SidekiqProcess {
  const version = SidekiqVersion.parse(props.version);
  const command = commandLine(version, props);
  const process = rubyProcess(props, { title: 'Sidekiq', unitName });
  const run = (line: SidekiqCommandLineProps<SpecifiableText>) =>
    process.command('sidekiq', sidekiqCommandLine(mapTexts(line, unitString)));
  return {
    ...process,
    unit: { ...process.unit, Documentation: 'https://github.com/sidekiq/sidekiq/wiki' },
    own: {
      ...readiness(version, props.watchdog),
      ExecStart: run(command),
      // Quiets Sidekiq: it takes no new jobs until it is restarted.
      ExecReload: [Exec.command('/bin/kill', ['-TSTP', Exec.env('MAINPID')])],
      TimeoutStopSec: stopTimeoutOf(command.timeout),
    },
    // Before 6.0 the configuration file may name a pidfile, which is that of the running process.
    idleCommand: run({ ...command, queues: [IDLE_QUEUE], pidfile: '/dev/null' }),
    shutdownTimeout: command.timeout,
    issues: [
      ...sidekiqCommandLineIssues(mapTexts(command, plainText)).map((issue) =>
        issue.place[0] === 'timeout' ? { ...issue, place: ['shutdownTimeout'] } : issue,
      ),
      ...process.issues,
      ...shutdownIssues(command.timeout),
      ...watchdogIssues(version, props.watchdog),
    ],
  };
}

/** Reports a TimeoutStopSec that is too short for the shutdown timeout. Codes: `service/timeout-ladder`. */
export function ladderIssues(shutdownTimeout: Duration, stopTimeout: Duration): readonly Issue[] {
  const least = shutdownTimeout.toSeconds() + LEAST_STOP_MARGIN_SECONDS;
  const stop = stopTimeout.toSeconds();
  if (stop >= least) return [];
  return [
    error('service/timeout-ladder', ['service', 'TimeoutStopSec'], {
      problem: `${stop} s is ${stop < shutdownTimeout.toSeconds() ? 'shorter than' : 'too close to'} Sidekiq’s own shutdown timeout (-t ${shutdownTimeout.toSeconds()})`,
      remedy: `Set at least ${least} s, or lower shutdownTimeout: otherwise systemd kills Sidekiq before it has pushed its jobs back to Redis, and they are lost.`,
    }),
  ];
}

/**
 * Reports a shutdown timeout that is too short. Seen on hosts: a job that was put back was taken by an idle thread of the same stopping
 * process, and lost.
 */
function shutdownIssues(timeout: Duration): readonly Issue[] {
  const seconds = timeout.toSeconds();
  // Invalid timeouts are reported elsewhere.
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > FETCH_SECONDS) return [];
  return [
    warning('sidekiq/short-shutdown', ['shutdownTimeout'], {
      problem: `${seconds} s is not longer than the ${FETCH_SECONDS} s that an idle thread waits for a job`,
      remedy: `Set at least ${FETCH_SECONDS + 1} s: otherwise an exiting thread can fetch a job that Sidekiq has just pushed back to Redis, and the job is lost.`,
    }),
  ];
}

function commandLine(version: SidekiqVersion, props: SidekiqProcessProps): SidekiqCommandLineProps<SpecifiableText> {
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

/** Converts the options that may contain specifiers. */
function mapTexts<W, T>(command: SidekiqCommandLineProps<W>, convert: (text: W) => T): SidekiqCommandLineProps<T> {
  const { environment, configFile, queues, tag } = command;
  const converted = (text: W | undefined): T | undefined => (text === undefined ? undefined : convert(text));
  return {
    ...command,
    environment: converted(environment),
    configFile: converted(configFile),
    queues: queues?.map(convert),
    tag: converted(tag),
  };
}

/** Reports text in Sidekiq's own options in which a specifier was probably meant. Codes: `service/literal-specifier`. */
export function literalOptionIssues({ configFile, queues = [], tag }: SidekiqProcessProps): readonly Issue[] {
  return literalSpecifierIssues([
    [['configFile'], configFile],
    ...queues.map((queue, index) => [['queues', index], queue] as const),
    [['tag'], tag],
  ]);
}

function readiness(version: SidekiqVersion, watchdog: Duration | false | undefined): ServiceDirectives {
  if (!version.facts.sdNotify) return { Type: 'simple' };
  return { Type: 'notify', ...(watchdog === false ? {} : { WatchdogSec: watchdog ?? Duration.seconds(30) }) };
}

function watchdogIssues(version: SidekiqVersion, watchdog: Duration | false | undefined): readonly Issue[] {
  if (!(watchdog instanceof Duration) || version.facts.sdNotify) return [];
  return [
    error('unit/watchdog-without-notify', ['watchdog'], {
      problem: `${watchdog.toSeconds()} s needs Sidekiq 6.0.6 or later, and ${version.text} never notifies systemd`,
      remedy: 'Leave watchdog out: otherwise systemd kills Sidekiq as hung.',
    }),
  ];
}
