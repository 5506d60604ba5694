/** A bundle: everything that one owner (one stack) puts on one host. Plain data; the installer applies it as one transaction. */

/** A file on the host. */
export interface BundleFile {
  /** Absolute, normalised path. */
  readonly path: string;
  /**
   * Text of the file, split at `\n`: a file that ends in a line break has an empty last element. Lines may contain Terraform
   * tokens; the code that renders them for Terraform escapes the rest.
   */
  readonly lines: readonly string[];
  /** Permissions as four octal digits: `0644`. */
  readonly mode: string;
  /** Owning user on the host. */
  readonly user: string;
  /** Owning group on the host. */
  readonly group: string;
  /** Path of the construct that claims the file. An issue names it when two constructs claim the same path. */
  readonly claimedBy: string;
  /**
   * Kind of the file. `monit`: a Monit control file, in which the installer converts `cpu > 65% per core` to a share of all
   * cores. `monit-httpd`: installed only if no other control file has `set httpd`. `unit` and `user-unit`: verified with systemd,
   * or with a user's own systemd, before it takes effect. `plain`: anything else.
   */
  readonly kind: 'plain' | 'unit' | 'user-unit' | 'monit' | 'monit-httpd';
  /**
   * Takes over an existing file, and restores it at uninstall.
   * @default false, an existing file is refused
   */
  readonly adopt?: boolean;
}

/** Action for a service that an operator has stopped: leave it stopped, start it, or fail the deployment. */
export type WhenStopped = 'keep' | 'start' | 'fail';

/** A systemd service whose unit file is in the bundle. */
export interface BundleService {
  /** Unit name with suffix: `sidekiq.service`. */
  readonly unit: string;
  /** True to start the unit at boot. If undefined, enablement is left as it is, and a unit that isn't running isn't started. */
  readonly enabled?: boolean;
  /** Paths of other bundle files that restart the service when they change. Its own unit file always does. */
  readonly restartOn: readonly string[];
  /** Seconds that the service must stay up, in one invocation, to count as stable. */
  readonly stabilitySeconds: number;
  /** TimeoutStopSec of the unit, in seconds. */
  readonly stopSeconds: number;
  /** TimeoutStartSec of the unit, in seconds. */
  readonly startSeconds: number;
  /**
   * Path on the host that must exist before the service is started.
   * @default none, the service is always started
   */
  readonly startWhen?: string;
  /** See {@link WhenStopped}. */
  readonly whenStopped: WhenStopped;
  /**
   * Restarts the instances of a template one after another: this one when those before it are ready.
   * @default false, all restart at once
   */
  readonly rolling?: boolean;
  /**
   * Checks that the new definition boots before a running process is stopped.
   * @default no boot check
   */
  readonly bootCheck?: BootCheck;
  /**
   * Seconds that running jobs may continue, while no new ones are taken, before the service is stopped. Only for services whose main
   * process takes no new jobs after SIGTSTP and then has a title like Sidekiq's.
   * @default 0: the service is stopped at once
   */
  readonly drainSeconds?: number;
}

/** A second process of a service, in a unit like the service's own. */
export interface BootCheck {
  /**
   * Condition for success. `ready`: systemd reports the process ready, and it's then stopped. `ends`: the process exits
   * successfully.
   */
  readonly until: 'ready' | 'ends';
  /** Its `ExecStart=` line, as in a unit file. */
  readonly execStart: string;
}

/** Seconds that a deployment waits for another one on the same host. */
export const TRANSACTION_WAIT_SECONDS = 900;

/** Requirements of the host. If one isn't met, the installer refuses before it changes anything. */
export interface BundleRequirements {
  /** Lowest systemd version, `252`. */
  readonly systemd?: string;
  /** Lowest Monit version, `5.33.0`. */
  readonly monit?: string;
  /** Users that must exist. */
  readonly users: readonly string[];
  /** Groups that must exist. */
  readonly groups: readonly string[];
  /** Programs that must exist: names looked up in PATH, or absolute paths. */
  readonly programs: readonly string[];
  /** Files that must already exist and aren't part of the bundle: absolute paths. */
  readonly files: readonly string[];
  /** Monit cycle in seconds that supervision was computed for. A host with a shorter cycle is refused. */
  readonly monitIntervalSeconds?: number;
}

/** Everything that one owner puts on one host. */
export interface Bundle {
  /** All files, sorted by path; each path occurs once. */
  readonly files: readonly BundleFile[];
  /** All services, sorted by unit. */
  readonly services: readonly BundleService[];
  /** Names of Monit checks in the bundle's control files. */
  readonly checks: readonly string[];
  /** Names of the checks that replace an existing check, whose control file is put aside and restored later. */
  readonly adoptChecks?: readonly string[];
  /**
   * Number of this owner's bundles that the host keeps for rollback.
   * @default 5
   */
  readonly generations?: number;
  /** A note that the host keeps with the bundle, such as the address of a CI run. Changing only the note deploys nothing. */
  readonly deployedBy?: string;
  /** Requirements of the host. */
  readonly requires: BundleRequirements;
}
