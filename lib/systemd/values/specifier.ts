/**
 * Something that systemd puts into a text when it loads the unit: `%i`, the instance of `sidekiq@2.service`, is `2`.
 * Texts are literal, so a `%` in a string is a percent sign; a specifier is a value of its own, for {@link specified}.
 *
 * Source: systemd.unit(5), "SPECIFIERS"
 */
export class Specifier {
  /** `%i`: the instance of a template, between `@` and the suffix, as it stands in the name; empty where there is none. */
  static readonly INSTANCE = new Specifier('i');
  /** `%I`: the same with its escapes undone. */
  static readonly UNESCAPED_INSTANCE = new Specifier('I');
  /** `%n`: the unit's full name. */
  static readonly UNIT_NAME = new Specifier('n');
  /** `%N`: the unit's name without its suffix. */
  static readonly UNIT_NAME_WITHOUT_SUFFIX = new Specifier('N');
  /** `%p`: the unit's name up to `@`, or without its suffix. */
  static readonly PREFIX = new Specifier('p');
  /** `%P`: the same with its escapes undone. */
  static readonly UNESCAPED_PREFIX = new Specifier('P');
  /** `%j`: what comes after the last `-` of the prefix. */
  static readonly FINAL_COMPONENT = new Specifier('j');
  /** `%J`: the same with its escapes undone. */
  static readonly UNESCAPED_FINAL_COMPONENT = new Specifier('J');
  /** `%f`: the instance, or the prefix, with its escapes undone and a slash in front: the path that it stands for. */
  static readonly PATH = new Specifier('f', { isPath: true });
  /** `%y`: the path of the unit's file. */
  static readonly FRAGMENT_PATH = new Specifier('y', { isPath: true, since: 250 });
  /** `%Y`: the directory of the unit's file. */
  static readonly FRAGMENT_DIRECTORY = new Specifier('Y', { isPath: true, since: 250 });
  /** `%h`: the home of the user that systemd runs as; `/root` for units of the system, whatever User= says. */
  static readonly HOME = new Specifier('h', { isPath: true });
  /** `%u`: the name of the user that systemd runs as; `root` for units of the system. */
  static readonly USER = new Specifier('u');
  /** `%U`: that user's number. */
  static readonly USER_ID = new Specifier('U');
  /** `%g`: the name of that user's group. */
  static readonly GROUP = new Specifier('g');
  /** `%G`: that group's number. */
  static readonly GROUP_ID = new Specifier('G');
  /** `%s`: that user's shell. */
  static readonly SHELL = new Specifier('s', { isPath: true });
  /** `%t`: where RuntimeDirectory= lies, `/run`. */
  static readonly RUNTIME_DIRECTORY = new Specifier('t', { isPath: true });
  /** `%S`: where StateDirectory= lies, `/var/lib`. */
  static readonly STATE_DIRECTORY = new Specifier('S', { isPath: true });
  /** `%C`: where CacheDirectory= lies, `/var/cache`. */
  static readonly CACHE_DIRECTORY = new Specifier('C', { isPath: true });
  /** `%L`: where LogsDirectory= lies, `/var/log`. */
  static readonly LOGS_DIRECTORY = new Specifier('L', { isPath: true });
  /** `%E`: where ConfigurationDirectory= lies, `/etc`. */
  static readonly CONFIGURATION_DIRECTORY = new Specifier('E', { isPath: true });
  /** `%d`: the directory of the unit's credentials; from systemd 250, before which the whole value is dropped. */
  static readonly CREDENTIALS_DIRECTORY = new Specifier('d', { isPath: true, since: 250 });
  /** `%D`: where data that programs share lies, `/usr/share`. */
  static readonly SHARED_DATA_DIRECTORY = new Specifier('D', { isPath: true, since: 256 });
  /** `%T`: the directory of temporary files, `/tmp`. */
  static readonly TEMPORARY_DIRECTORY = new Specifier('T', { isPath: true });
  /** `%V`: the directory of larger temporary files, `/var/tmp`. */
  static readonly PERSISTENT_TEMPORARY_DIRECTORY = new Specifier('V', { isPath: true });
  /** `%H`: the machine's host name, as it is when the unit is loaded. */
  static readonly HOST_NAME = new Specifier('H');
  /** `%l`: the same up to its first dot. */
  static readonly SHORT_HOST_NAME = new Specifier('l');
  /** `%q`: the machine's name for people (machine-info(5)). */
  static readonly PRETTY_HOST_NAME = new Specifier('q', { since: 248 });
  /** `%m`: the machine's id (machine-id(5)). */
  static readonly MACHINE_ID = new Specifier('m');
  /** `%b`: the id of this boot. */
  static readonly BOOT_ID = new Specifier('b');
  /** `%v`: the kernel's release, as `uname -r`. */
  static readonly KERNEL_RELEASE = new Specifier('v');
  /** `%a`: the machine's architecture, as systemd names it. */
  static readonly ARCHITECTURE = new Specifier('a');
  /** `%o`: `ID` of os-release(5); `debian`. */
  static readonly OS_ID = new Specifier('o');
  /** `%w`: `VERSION_ID` of os-release(5); `12`. */
  static readonly OS_VERSION = new Specifier('w');
  /** `%B`: `BUILD_ID` of os-release(5). */
  static readonly OS_BUILD = new Specifier('B');
  /** `%W`: `VARIANT_ID` of os-release(5). */
  static readonly OS_VARIANT = new Specifier('W');
  /** `%M`: `IMAGE_ID` of os-release(5). */
  static readonly OS_IMAGE = new Specifier('M', { since: 249 });
  /** `%A`: `IMAGE_VERSION` of os-release(5). */
  static readonly OS_IMAGE_VERSION = new Specifier('A', { since: 249 });

  /** First version of systemd that has it; absent: 247 does. */
  readonly since: number | undefined;
  /** Whether it stands for an absolute path. */
  readonly isPath: boolean;

  private constructor(
    /** The letter after the `%`. */
    readonly letter: string,
    options: { readonly isPath?: boolean; readonly since?: number } = {},
  ) {
    this.isPath = options.isPath ?? false;
    this.since = options.since;
  }

  /** How messages show it, and how systemd spells it. */
  toString(): string {
    return `%${this.letter}`;
  }
}
