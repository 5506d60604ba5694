import { MemoryAllocator, Ruby } from '../../ruby';
import {
  Exec,
  OptionalPath,
  unitString,
  type ExecCommand,
  type ServiceDirectives,
  type SpecifiableText,
  type UnitDirectives,
  type UnitString,
} from '../../systemd';
import { Duration, show, warning, type Issue, type Place } from '../../values';
import { EnvironmentFile } from '../host/environment-file';
import * as is from '../props/prop-kinds';
import type { PropRules } from '../props/read-props';

/** Properties of a Ruby application's process, run by the system's or by a user's systemd. */
export interface RubyProcessProps {
  /** Absolute path of the application's directory, usually a link that code deployments replace. */
  readonly workingDirectory: string;
  /**
   * Rails or Rack environment.
   * @default 'production'
   */
  readonly environment?: SpecifiableText;
  /**
   * Time that the application may take to boot.
   * @default Duration.seconds(90)
   */
  readonly startTimeout?: Duration;
  /**
   * Ruby that starts the process, without a login shell.
   * @default Ruby.system()
   */
  readonly ruby?: Ruby;
  /**
   * Memory allocator settings that keep Ruby's memory from fragmenting.
   * @default MemoryAllocator.glibc(), which sets MALLOC_ARENA_MAX=2
   */
  readonly memoryAllocator?: MemoryAllocator;
  /**
   * Permissions removed from files that the process creates, as octal digits.
   * @default '0027'
   */
  readonly umask?: string;
  /**
   * Environment variables of the process. Don't put secrets in them: anyone on the host can read them.
   * @default none
   */
  readonly environmentVariables?: Readonly<Record<string, SpecifiableText>>;
  /**
   * Files with more variables: files of this library, or paths on the host.
   * @default none
   */
  readonly environmentFiles?: readonly (EnvironmentFile | OptionalPath | string)[];
}

/** Validation rules for the properties of a Ruby process. */
export const rubyProcessRules: PropRules<RubyProcessProps> = {
  workingDirectory: { ...is.path, placeholder: () => '/srv' },
  environment: is.specifiableText,
  startTimeout: is.duration,
  ruby: is.instanceOf(Ruby, 'a Ruby', 'one such as Ruby.system() or Ruby.rbenv({ root })'),
  memoryAllocator: is.instanceOf(MemoryAllocator, 'a MemoryAllocator', 'MemoryAllocator.glibc(), .jemalloc() or .host()'),
  umask: is.umask,
  environmentVariables: is.recordOf(is.specifiableText),
  environmentFiles: is.listOf({
    valid: 'an EnvironmentFile, or a path on the host',
    problem: (value) =>
      typeof value === 'string' || value instanceof EnvironmentFile || value instanceof OptionalPath
        ? undefined
        : 'is neither an EnvironmentFile nor a path',
  }),
};

/**
 * Margin between the time that a process gives its jobs when it stops, and systemd's TimeoutStopSec. The process's own time starts only
 * when its main thread gets to run, among jobs that compute on a busy machine: for Sidekiq, 4.9 s after SIGTERM in
 * test/live/sidekiq/jobs.test.ts, where a margin of 5 s made systemd kill it while it was stopping. A larger margin costs nothing, since
 * the process ends by itself.
 */
const STOP_MARGIN_SECONDS = 20;

/** Returns TimeoutStopSec for a process that gives its jobs this much time when it stops. */
export function stopTimeoutOf(shutdownTimeout: Duration): Duration {
  return Duration.seconds(shutdownTimeout.toSeconds() + STOP_MARGIN_SECONDS);
}

/** Description of one kind of Ruby process. */
export interface RubyProcessKind {
  /** Name of the program for people: `Sidekiq`. */
  readonly title: string;
  /** Name of the unit, with or without its suffix. */
  readonly unitName: string;
  /**
   * Sets RAILS_ENV, for a program that takes the environment only from there.
   * @default false
   */
  readonly railsEnv?: boolean;
}

/** A Ruby process as systemd directives. */
export interface RubyProcess {
  /** Directives of the [Unit] section. */
  readonly unit: UnitDirectives;
  /** Directives of the [Service] section, without the command. */
  readonly service: ServiceDirectives;
  /** Path that must exist before the process starts: the Gemfile, if Bundler reads one. */
  readonly startWhen: string | undefined;
  /** Command line that starts its Ruby, without the application's bundle. */
  readonly interpreter: readonly string[];
  /** Issues of the Ruby and of the memory allocator. */
  readonly issues: readonly Issue[];
  /**
   * Returns the command of a program in the application's bundle.
   *
   * @param program name of the program, `sidekiq`
   * @param args its arguments
   */
  command(program: string, args: readonly (string | UnitString)[]): ExecCommand;
}

/**
 * Builds the directives that every Ruby process has. Leaves out what only the system's systemd supports: the user, and the units that must
 * start first.
 *
 * @param props checked properties
 * @param kind the program
 */
export function rubyProcess(props: RubyProcessProps, { title, unitName, railsEnv = false }: RubyProcessKind): RubyProcess {
  // A Ruby with issues is replaced by the default; its issues are reported under its own property.
  const ruby = (props.ruby?.issues().length ?? 1) === 0 ? props.ruby! : Ruby.system();
  const allocator = props.memoryAllocator ?? MemoryAllocator.glibc();
  return {
    unit: { Description: `${title} (${unitName})` },
    service: {
      WorkingDirectory: props.workingDirectory,
      TimeoutStartSec: props.startTimeout ?? Duration.seconds(90),
      UMask: props.umask ?? '0027',
      Environment: {
        ...allocator.environment,
        ...ruby.environment,
        ...(railsEnv ? { RAILS_ENV: environmentOf(props) } : {}),
        ...unitStrings(props.environmentVariables),
      },
      SyslogIdentifier: unitName.replace(/\.service$/, ''),
    },
    startWhen: ruby.usesBundler ? `${props.workingDirectory}/Gemfile` : undefined,
    interpreter: ruby.interpreter,
    issues: [...(props.ruby?.issues() ?? []), ...allocator.issues()],
    command: (program, args) => Exec.command(ruby.program, [...ruby.args(program), ...args]),
  };
}

/** Returns the Rails or Rack environment as text of a unit file. */
export function environmentOf({ environment = 'production' }: RubyProcessProps): UnitString {
  return unitString(environment);
}

function unitStrings(record: Readonly<Record<string, SpecifiableText>> | undefined): Readonly<Record<string, UnitString>> {
  return Object.fromEntries(Object.entries(record ?? {}).map(([name, value]) => [name, unitString(value)]));
}

/** A text that may contain specifiers, and its place in the properties. */
export type PlacedText = readonly [place: Place, text: SpecifiableText | undefined];

/** Returns the texts of a Ruby process that may contain specifiers. */
export function specifiableTexts({ environment, environmentVariables = {} }: RubyProcessProps): readonly PlacedText[] {
  return [
    [['environment'], environment],
    ...Object.entries(environmentVariables).map(([name, value]) => [['environmentVariables', name], value] as const),
  ];
}

/** Reports text of a service with instances in which a specifier was probably meant. Codes: `service/literal-specifier`. */
export function literalSpecifierIssues(texts: readonly PlacedText[]): readonly Issue[] {
  return texts.flatMap(([place, value]) => {
    const specifier = typeof value === 'string' ? /%[iIjJnNpP]/.exec(value)?.[0] : undefined;
    if (specifier === undefined) return [];
    return [
      warning('service/literal-specifier', place, {
        problem: `${specifier} in ${show(value)} is literal text, the same for every instance`,
        remedy: 'Use specified`…${Specifier.INSTANCE}…` if each instance needs its own value.',
      }),
    ];
  });
}
