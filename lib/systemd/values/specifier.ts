/**
 * A placeholder that systemd replaces when it loads the unit: `%i`, the instance of `sidekiq@2.service`, is `2`. Plain strings are literal,
 * so a `%` in them is a percent sign; use {@link specified} to combine text with specifiers.
 *
 * Source: systemd.unit(5), "SPECIFIERS"
 *
 * @example
 * ```ts
 * new SidekiqService(this, 'sidekiq', {
 *   host,
 *   version: '7.3',
 *   workingDirectory: '/opt/myapp/current',
 *   user: 'deploy',
 *   instances: ['critical', 'default'],
 *   queues: [Specifier.INSTANCE],
 * });
 * ```
 */
export class Specifier {
  /** `%i`: the instance of a template, between `@` and the suffix, still escaped; empty if there is none. */
  static readonly INSTANCE = new Specifier('i');
  /** `%I`: the instance, unescaped. */
  static readonly UNESCAPED_INSTANCE = new Specifier('I');
  /** `%n`: the unit's full name. */
  static readonly UNIT_NAME = new Specifier('n');
  /** `%N`: the unit's name without its suffix. */
  static readonly UNIT_NAME_WITHOUT_SUFFIX = new Specifier('N');
  /** `%p`: the unit's name up to `@`, or without its suffix. */
  static readonly PREFIX = new Specifier('p');
  /** `%P`: the prefix, unescaped. */
  static readonly UNESCAPED_PREFIX = new Specifier('P');
  /** `%j`: the part of the prefix after its last `-`. */
  static readonly FINAL_COMPONENT = new Specifier('j');
  /** `%J`: the final component, unescaped. */
  static readonly UNESCAPED_FINAL_COMPONENT = new Specifier('J');
  /** `%f`: the path that the unit's instance (or prefix) denotes: unescaped, with a leading slash. */
  static readonly PATH = new Specifier('f', { isPath: true });
  /** `%y`: the path of the unit's file. */
  static readonly FRAGMENT_PATH = new Specifier('y', { isPath: true, since: 251 });
  /** `%Y`: the directory of the unit's file. */
  static readonly FRAGMENT_DIRECTORY = new Specifier('Y', { isPath: true, since: 251 });
  /** `%h`: the home of the user that systemd runs as; `/root` for system units, regardless of User=. */
  static readonly HOME = new Specifier('h', { isPath: true });
  /** `%u`: the name of the user that systemd runs as; `root` for system units. */
  static readonly USER = new Specifier('u');
  /** `%U`: the numeric ID of that user. */
  static readonly USER_ID = new Specifier('U');
  /** `%g`: the name of that user's group. */
  static readonly GROUP = new Specifier('g');
  /** `%G`: the numeric ID of that group. */
  static readonly GROUP_ID = new Specifier('G');
  /** `%s`: that user's shell. */
  static readonly SHELL = new Specifier('s', { isPath: true });
  /** `%t`: the parent of RuntimeDirectory=, `/run`. */
  static readonly RUNTIME_DIRECTORY = new Specifier('t', { isPath: true });
  /** `%S`: the parent of StateDirectory=, `/var/lib`. */
  static readonly STATE_DIRECTORY = new Specifier('S', { isPath: true });
  /** `%C`: the parent of CacheDirectory=, `/var/cache`. */
  static readonly CACHE_DIRECTORY = new Specifier('C', { isPath: true });
  /** `%L`: the parent of LogsDirectory=, `/var/log`. */
  static readonly LOGS_DIRECTORY = new Specifier('L', { isPath: true });
  /** `%E`: the parent of ConfigurationDirectory=, `/etc`. */
  static readonly CONFIGURATION_DIRECTORY = new Specifier('E', { isPath: true });
  /** `%d`: the directory of the unit's credentials. Since systemd 250; older versions drop the whole value. */
  static readonly CREDENTIALS_DIRECTORY = new Specifier('d', { isPath: true, since: 250 });
  /** `%D`: the directory for shared data, `/usr/share`. */
  static readonly SHARED_DATA_DIRECTORY = new Specifier('D', { isPath: true, since: 256 });
  /** `%T`: the directory of temporary files, `/tmp`. */
  static readonly TEMPORARY_DIRECTORY = new Specifier('T', { isPath: true });
  /** `%V`: the directory of larger temporary files, `/var/tmp`. */
  static readonly PERSISTENT_TEMPORARY_DIRECTORY = new Specifier('V', { isPath: true });
  /** `%H`: the machine's host name at the time the unit is loaded. */
  static readonly HOST_NAME = new Specifier('H');
  /** `%l`: the host name up to its first dot. */
  static readonly SHORT_HOST_NAME = new Specifier('l');
  /** `%q`: the machine's pretty host name (machine-info(5)). */
  static readonly PRETTY_HOST_NAME = new Specifier('q', { since: 248 });
  /** `%m`: the machine ID (machine-id(5)). */
  static readonly MACHINE_ID = new Specifier('m');
  /** `%b`: the boot ID. */
  static readonly BOOT_ID = new Specifier('b');
  /** `%v`: the kernel release, as in `uname -r`. */
  static readonly KERNEL_RELEASE = new Specifier('v');
  /** `%a`: the machine's architecture, as systemd names it. */
  static readonly ARCHITECTURE = new Specifier('a');
  /** `%o`: `ID` of os-release(5), such as `debian`. */
  static readonly OS_ID = new Specifier('o');
  /** `%w`: `VERSION_ID` of os-release(5), such as `12`. */
  static readonly OS_VERSION = new Specifier('w');
  /** `%B`: `BUILD_ID` of os-release(5). */
  static readonly OS_BUILD = new Specifier('B');
  /** `%W`: `VARIANT_ID` of os-release(5). */
  static readonly OS_VARIANT = new Specifier('W');
  /** `%M`: `IMAGE_ID` of os-release(5). */
  static readonly OS_IMAGE = new Specifier('M', { since: 249 });
  /** `%A`: `IMAGE_VERSION` of os-release(5). */
  static readonly OS_IMAGE_VERSION = new Specifier('A', { since: 249 });

  /** First version of systemd that has it. Absent if systemd 247 has it. */
  readonly since: number | undefined;
  /** True if systemd replaces it with an absolute path. */
  readonly isPath: boolean;

  private constructor(
    /** The letter after the `%`. */
    readonly letter: string,
    options: { readonly isPath?: boolean; readonly since?: number } = {},
  ) {
    this.isPath = options.isPath ?? false;
    this.since = options.since;
  }

  /** The specifier in systemd's syntax, which messages show too. */
  toString(): string {
    return `%${this.letter}`;
  }
}
