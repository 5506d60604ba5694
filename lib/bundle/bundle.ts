/**
 * A bundle: what one owner (one stack) puts on one host. Plain data; the installer applies it as one transaction.
 */

/** A file on the host. */
export interface BundleFile {
  /** Absolute, normalised path. */
  readonly path: string;
  /**
   * The text, split at `\n`: a file that ends in a line break has an empty last element. Lines may hold Terraform
   * tokens; whoever renders them for Terraform escapes the rest.
   */
  readonly lines: readonly string[];
  /** Four octal digits, `0644`. */
  readonly mode: string;
  /** Owning user on the host. */
  readonly user: string;
  /** Owning group on the host. */
  readonly group: string;
  /** Path of the construct that claims the file: named when two claim the same path. */
  readonly claimedBy: string;
  /**
   * `monit`: a Monit control file, in which the installer turns `cpu > 65% per core` into a share of all cores.
   * `monit-httpd`: installed only where no other control file has `set httpd`. `unit` and `user-unit`: what systemd, or a user's own systemd, is
   * asked about before it counts. `plain`: anything else.
   */
  readonly kind: 'plain' | 'unit' | 'user-unit' | 'monit' | 'monit-httpd';
  /** Whether what lies there already is taken over, and given back by the uninstallation. Default: it is refused. */
  readonly adopt?: boolean;
}

/** What to do with a service that an operator has stopped: leave it stopped, start it, or fail the deployment. */
export type WhenStopped = 'keep' | 'start' | 'fail';

/** A systemd service whose unit file is in the bundle. */
export interface BundleService {
  /** Unit name with suffix: `sidekiq.service`. */
  readonly unit: string;
  /** Whether the unit is started at boot; absent: that is left as it is, and so is a unit that does not run. */
  readonly enabled?: boolean;
  /** Paths of other bundle files whose change restarts the service; its own unit file always does. */
  readonly restartOn: readonly string[];
  /** Seconds the service must stay up, in one invocation, to count as stable. */
  readonly stabilitySeconds: number;
  /** The unit's TimeoutStopSec, in seconds. */
  readonly stopSeconds: number;
  /** The unit's TimeoutStartSec, in seconds. */
  readonly startSeconds: number;
  /** A path on the host that must exist for the service to be started; absent: always. */
  readonly startWhen?: string;
  /** See {@link WhenStopped}. */
  readonly whenStopped: WhenStopped;
  /** Restarts the instances of a template one after the other: this one when those before it are ready. Default: all restart at once. */
  readonly rolling?: boolean;
  /** Shows that the new definition boots before a running process is stopped. Default: no boot check. */
  readonly bootCheck?: BootCheck;
  /** Set where the unit runs Sidekiq, which takes no jobs once it is quieted (TSTP), and looks healthy. */
  readonly sidekiq?: SidekiqBehaviour;
}

/** A second process of a service, in a unit like its own. */
export interface BootCheck {
  /** `ready`: it has booted when systemd reports it ready, and is then stopped. `ends`: when it has ended with success. */
  readonly until: 'ready' | 'ends';
  /** Its `ExecStart=`, as a unit file has it. */
  readonly execStart: string;
}

/** What a deployment has to know of a service that is a Sidekiq. */
export interface SidekiqBehaviour {
  /** Seconds that its jobs may go on, while it takes no new ones, before it is stopped; 0: it is stopped at once. */
  readonly drainSeconds: number;
}

/** How many seconds a deployment waits for another one on the same host. */
export const TRANSACTION_WAIT_SECONDS = 900;

/** What the host must be or have; the installer refuses before it touches anything. */
export interface BundleRequirements {
  /** Lowest systemd version, `252`. */
  readonly systemd?: string;
  /** Lowest Monit version, `5.33.0`. */
  readonly monit?: string;
  /** Users that must exist. */
  readonly users: readonly string[];
  /** Groups that must exist. */
  readonly groups: readonly string[];
  /** Programs that must be there: names looked up in PATH, or absolute paths. */
  readonly programs: readonly string[];
  /** Files that must be there already, put there by somebody else: absolute paths. */
  readonly files: readonly string[];
  /** The longest Monit cycle in seconds that supervision was computed for; a host with a shorter one is refused. */
  readonly monitIntervalSeconds?: number;
}

/** What one owner puts on one host. */
export interface Bundle {
  /** All files, sorted by path; each path once. */
  readonly files: readonly BundleFile[];
  /** All services, sorted by unit. */
  readonly services: readonly BundleService[];
  /** Names of Monit checks in the bundle's control files. */
  readonly checks: readonly string[];
  /** Names of those checks that take the place of somebody else's, whose control file is put aside and given back. */
  readonly adoptChecks?: readonly string[];
  /** How many bundles of this owner the host keeps, to go back to; default 5. */
  readonly generations?: number;
  /** A note that the host keeps with the bundle, such as the address of a CI run. Another note alone deploys nothing. */
  readonly deployedBy?: string;
  /** What the host must be or have. */
  readonly requires: BundleRequirements;
}
