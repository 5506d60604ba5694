import { absolutePathProblem } from '../values/absolute-path';
import type { Issue } from '../values/issue';
import { error } from '../values/make-issue';
import type { Place } from '../values/place';
import { textIssues, wordProblem } from '../values/text-issues';

/** Location of rbenv or asdf, and the Ruby version to run. */
export interface VersionManagerProps {
  /** Absolute path of the directory with the installed versions: `/home/deploy/.rbenv`, `/home/deploy/.asdf`. */
  readonly root: string;
  /**
   * Ruby version, as the version manager names it: `3.3.4`.
   * @default the version in `.ruby-version` (rbenv) or `.tool-versions` (asdf) in the unit's WorkingDirectory at each start
   */
  readonly version?: string;
  /**
   * Absolute path of the version manager itself. Debian's rbenv package has `/usr/bin/rbenv`. asdf from 0.16 on is a single
   * program that can be anywhere, often `/usr/local/bin/asdf`.
   * @default `<root>/bin/rbenv`, `<root>/bin/asdf`
   */
  readonly program?: string;
}

/** Location of Bundler for the operating system's Ruby. */
export interface SystemRubyProps {
  /**
   * Absolute path of Bundler. If it was installed as a gem, that is `/usr/local/bin/bundle`.
   * @default `/usr/bin/bundle` (Debian's package)
   */
  readonly bundler?: string;
}

const ABSOLUTE = 'Use an absolute, normalised path on the host: no login shell searches PATH for it.';

/** Arguments of a version manager before the command. */
const BUNDLE = ['exec', 'bundle', 'exec'] as const;

/**
 * Default PATH of systemd services, which a unit that sets PATH replaces: systemd.exec(5), "Environment Variables in Spawned
 * Processes".
 */
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Marks a required path that wasn't given, which only a JavaScript program can do. Other paths may be left out. */
const MISSING = Symbol('missing');

/**
 * Command that starts a Ruby process, such as Sidekiq, without a shell: program, first arguments and environment.
 *
 * A login shell (`bash -lc`) depends on the current content of `~/.profile`. Without `exec`, the shell stays between systemd and
 * Ruby and receives the signals meant for Sidekiq. None of these commands needs a shell. Each replaces itself with Ruby (`exec`), so
 * the unit's main process is Sidekiq and `NotifyAccess=main` is enough.
 *
 * @example
 * ```ts
 * new SidekiqService(this, 'sidekiq', {
 *   host,
 *   version: '7.3',
 *   workingDirectory: '/opt/myapp/current',
 *   user: 'deploy',
 *   ruby: Ruby.rbenv({ root: '/home/deploy/.rbenv', version: '3.3.4' }),
 * });
 * ```
 */
export class Ruby {
  /**
   * Uses the operating system's Ruby: `bundle exec sidekiq`.
   *
   * @param props location of Bundler
   */
  static system(props: SystemRubyProps = {}): Ruby {
    const { bundler = '/usr/bin/bundle' } = props ?? {};
    return new Ruby(bundler, ['exec'], {}, { bundler }, ['ruby']);
  }

  /**
   * Uses a Ruby managed by rbenv: `rbenv exec bundle exec sidekiq`. rbenv is a bash script that finds its own files; it reads only
   * RBENV_ROOT and RBENV_VERSION from the environment (rbenv's README, "Environment variables").
   *
   * @param props `root`: the directory with `versions/`
   */
  static rbenv(props: VersionManagerProps): Ruby {
    const { root, version, program } = props ?? {};
    const environment = { RBENV_ROOT: root, ...(version === undefined ? {} : { RBENV_VERSION: version }) };
    const rbenv = program ?? `${root}/bin/rbenv`;
    return new Ruby(rbenv, BUNDLE, environment, { root: root ?? MISSING, program, version }, [rbenv, 'exec', 'ruby']);
  }

  /**
   * Uses a Ruby managed by asdf: `asdf exec bundle exec sidekiq`. The bash versions up to 0.15 and the Go program from 0.16 on
   * take the same arguments and variables (asdf's guide, "Configuration"). The shims don't work in a unit, because from 0.16 on
   * they look up `asdf` in PATH. The Go program refuses to run without HOME, which systemd sets in a unit that has `User=`.
   *
   * @param props `root`: the data directory with `installs/` and `shims/`
   */
  static asdf(props: VersionManagerProps): Ruby {
    const { root, version, program } = props ?? {};
    const environment = { ASDF_DATA_DIR: root, ...(version === undefined ? {} : { ASDF_RUBY_VERSION: version }) };
    const asdf = program ?? `${root}/bin/asdf`;
    return new Ruby(asdf, BUNDLE, environment, { root: root ?? MISSING, program, version }, [asdf, 'exec', 'ruby']);
  }

  /**
   * Uses a Ruby in a directory of its own, as ruby-install, ruby-build and chruby create it: `<prefix>/bin/bundle exec sidekiq`
   * with `<prefix>/bin` first in PATH. `chruby-exec` isn't used, because it starts a login shell.
   *
   * @param prefix absolute path: `/opt/rubies/ruby-3.3.4`
   */
  static prefix(prefix: string): Ruby {
    const environment = { PATH: `${prefix}/bin:${DEFAULT_PATH}` };
    return new Ruby(`${prefix}/bin/bundle`, ['exec'], environment, { prefix: prefix ?? MISSING }, [`${prefix}/bin/ruby`]);
  }

  /**
   * Uses a `sidekiq` program that needs no Bundler: Debian's own package, an RVM wrapper, or a binstub.
   *
   * @param path absolute path: `/usr/bin/sidekiq`, `/home/deploy/.rvm/wrappers/ruby-3.3.4/sidekiq`
   */
  static program(path: string): Ruby {
    // Packages and version managers' wrappers have `ruby` in the same directory. If it isn't there, the program that starts it
    // looks in PATH.
    const beside = path.replace(/[^/]*$/, 'ruby');
    return new Ruby(path, undefined, {}, { program: path ?? MISSING }, [beside]);
  }

  private constructor(
    /** Absolute path of the program that systemd starts. */
    readonly program: string,
    private readonly launcher: readonly string[] | undefined,
    /** Environment variables that the unit needs, by name. */
    readonly environment: Readonly<Record<string, string>>,
    private readonly given: Readonly<Record<string, string | typeof MISSING | undefined>>,
    /**
     * Words that start Ruby itself, without the application's bundle.
     * @internal
     */
    readonly interpreter: readonly string[],
  ) {}

  /** True when the command comes from the application's bundle, so that nothing starts without its Gemfile. */
  get usesBundler(): boolean {
    return this.launcher !== undefined;
  }

  /**
   * Returns the arguments between the program and those of the command.
   *
   * @param command command that Bundler starts: `sidekiq`, `puma`. A program that needs no Bundler is the command itself.
   */
  args(command: string): readonly string[] {
    return this.launcher === undefined ? [] : [...this.launcher, command];
  }

  /**
   * Returns the issues of the paths and the version: `service/invalid-ruby-path` (not absolute, `~`, `..`, control characters),
   * `service/invalid-ruby-version`.
   *
   * @param place place of the property that holds this value, as the user spells it
   */
  issues(place: Place = ['ruby']): Issue[] {
    return Object.entries(this.given).flatMap(([name, value]) => (value === undefined ? [] : givenIssues(name, [...place, name], value)));
  }
}

function givenIssues(name: string, place: Place, value: string | typeof MISSING): Issue[] {
  if (value === MISSING) return [missing(place)];
  if (name === 'version') return versionIssues(place, value);
  const found = absolutePathIssues(place, value);
  return found.length === 0 && name === 'prefix' ? searchPathIssues(place, value) : found;
}

function missing(place: Place): Issue {
  return error('service/invalid-ruby-path', place, { problem: 'no path is set', remedy: ABSOLUTE });
}

function versionIssues(place: Place, version: string): Issue[] {
  return textIssues(version, wordProblem(version), {
    code: 'service/invalid-ruby-version',
    place,
    remedy: "Use one version as the version manager names it, like '3.3.4', or leave it out to follow the application's version file.",
  });
}

function searchPathIssues(place: Place, prefix: string): Issue[] {
  return textIssues(prefix, prefix.includes(':') ? 'contains a colon' : undefined, {
    code: 'service/invalid-ruby-path',
    place,
    remedy: 'Install that Ruby in a directory whose name can be an entry of PATH.',
  });
}

function absolutePathIssues(place: Place, value: unknown): Issue[] {
  return textIssues(value, absolutePathProblem(value), {
    code: 'service/invalid-ruby-path',
    place,
    remedy: ABSOLUTE,
  });
}
