import { show } from '../../values';

/** Versions of systemd and Monit on a host. */
export interface PlatformProps {
  /** systemd's major version: `252`. */
  readonly systemd: number;
  /** Monit's version: `5.33.0`. */
  readonly monit: string;
  /**
   * True if Monit runs in a sandboxed unit, as it does on Debian from 13 on. It then can't see /home or /tmp, can write only to /run, and
   * can't run its programs as another user.
   * @default false
   */
  readonly monitSandboxed?: boolean;
}

/**
 * Versions of systemd and Monit on a host, used to report at synth anything they don't support. The host checks too: if its versions are
 * lower, the deployment is refused before anything is changed.
 *
 * @example
 * ```ts
 * const ubuntu = Platform.of({ systemd: 255, monit: '5.33.0' });
 * new Host(this, 'worker-1', { address: '203.0.113.10', ssh, platform: ubuntu });
 * new Host(this, 'worker-2', { address: '192.0.2.102', ssh, platform: Platform.DEBIAN_13 });
 * ```
 */
export class Platform {
  /** Debian 11 "bullseye": systemd 247, Monit 5.27.2. */
  public static readonly DEBIAN_11 = new Platform('Debian 11', { systemd: 247, monit: '5.27.2' });
  /** Debian 12 "bookworm": systemd 252, Monit 5.33.0. */
  public static readonly DEBIAN_12 = new Platform('Debian 12', { systemd: 252, monit: '5.33.0' });
  /** Debian 13 "trixie": systemd 257, Monit 5.34.3 in a sandboxed unit. */
  public static readonly DEBIAN_13 = new Platform('Debian 13', { systemd: 257, monit: '5.34.3', monitSandboxed: true });
  /** Debian 14 "forky": systemd 262, Monit 6.0.0 in a sandboxed unit. */
  public static readonly DEBIAN_14 = new Platform('Debian 14', { systemd: 262, monit: '6.0.0', monitSandboxed: true });

  /** Any other system, by its versions. Invalid versions are reported by the Host: `host/invalid-platform`. */
  public static of(props: PlatformProps): Platform {
    return new Platform(`systemd ${show(props?.systemd)} and Monit ${show(props?.monit)}`, props);
  }

  /** systemd's major version. */
  public readonly systemd: number;
  /** Monit's version. */
  public readonly monit: string;
  /** True if Monit runs in a sandboxed unit. */
  public readonly monitSandboxed: boolean;

  private constructor(
    /** Name used in messages. */
    public readonly name: string,
    props: PlatformProps,
  ) {
    this.systemd = props?.systemd;
    this.monit = props?.monit;
    this.monitSandboxed = props?.monitSandboxed ?? false;
  }

  /**
   * Describes what is wrong with the versions.
   *
   * @returns a sentence without its full stop; undefined when the versions are valid
   */
  public problem(): string | undefined {
    if (!Number.isInteger(this.systemd) || this.systemd < 200 || this.systemd > 9999)
      return `systemd is ${shown(this.systemd)}, but must be a whole number from 200 to 9999`;
    return typeof this.monit === 'string' && /^\d+\.\d+(\.\d+)?$/.test(this.monit)
      ? undefined
      : `monit is ${shown(this.monit)}, but must be a version as text`;
  }
}

function shown(version: unknown): string {
  return version === undefined ? 'not set' : show(version);
}
