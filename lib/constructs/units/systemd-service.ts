import { Construct } from 'constructs';
import type { BootCheck, BundlePart, BundleService } from '../../bundle';
import {
  hardeningDirectives,
  type ExecCommand,
  type OptionalPath,
  renderUnitFile,
  ServiceUnit,
  type ServiceDirectives,
} from '../../systemd';
import { reportIssues } from '../../terraform';
import { Duration, error, show, userNameProblem, type Issue } from '../../values';
import type { EnvironmentFile } from '../host/environment-file';
import { bundleFile, type HostFile } from '../host/host-file';
import type { IHostTarget } from '../host/host-target';
import { otherStackIssues } from '../props/other-stack';
import { readProps } from '../props/read-props';
import { bootCheck, bootCheckIssues } from './boot-check';
import { addEnvironmentFile } from './service-environment';
import type { ISystemdService } from './service-interface';
import { isFile, serviceIssues } from './service-issues';
import { instanceNames, systemdServiceRules, type Supervisor, type SystemdServiceProps } from './service-props';
import { startTrigger } from './start-trigger';
import { SystemdTarget } from './systemd-target';
import { fullName, serviceNameProblem } from './unit-name';

/** systemd's own DefaultTimeoutStartSec and DefaultTimeoutStopSec (systemd-system.conf(5)). */
const DEFAULT_TIMEOUT = Duration.seconds(90);

/** Value of an infinite timeout: no transaction waits longer. */
const DAY = Duration.hours(24);

/**
 * A systemd service on a host. Its unit file is in /etc/systemd/system. The service is enabled and started, and restarts when the unit file
 * or a file given to {@link addFile} changes.
 *
 * By default the process is restarted whenever it ends (`Restart=always` after 5 s, without a start limit), as a worker that must run for
 * years needs.
 *
 * Errors: all that `unitFileIssues` finds, `unit/invalid-unit-name`, `service/invalid-start-when`, `service/invalid-stability`,
 * `host/other-host`, `stack/other-stack`, `service/two-supervisors`, `service/no-automatic-restart`,
 * `service/login-user-runs-service`, `service/unsupervised`, `stack/token-in-text`, `stack/unknown-property`,
 * `stack/invalid-property`.
 *
 * Source: systemd.service(5)
 *
 * @example
 * ```ts
 * new SystemdService(this, 'clock', {
 *   host,
 *   service: {
 *     ExecStart: Exec.command('/usr/bin/bundle', ['exec', 'clockwork', 'config/clock.rb']),
 *     WorkingDirectory: '/opt/myapp/current',
 *     User: 'deploy',
 *   },
 * });
 * ```
 */
export class SystemdService extends Construct implements ISystemdService {
  /** The host that runs the service. */
  public readonly host: IHostTarget;
  /** Name of the unit with its suffix: `sidekiq.service`, or the template of its instances, `sidekiq@.service`. */
  public readonly unitName: string;
  /** Names of its instances; empty if the service runs once. */
  public readonly instances: readonly string[];
  /** Target that groups its instances; undefined if the service runs once. */
  public readonly target: SystemdTarget | undefined;
  /** Unit file; can be changed until the stack is synthesized. */
  public readonly unit: ServiceUnit;
  /** Supervisor that restarts the process. */
  public readonly supervisor: Supervisor;
  private readonly checkCommand: ExecCommand | undefined;
  private readonly files: (HostFile | EnvironmentFile)[] = [];
  private readonly restartPaths: string[] = [];
  private readonly givenName: string;
  private watched = false;

  public constructor(scope: Construct, id: string, props: SystemdServiceProps) {
    super(scope, id);
    const { props: checked, issues } = readProps(props, systemdServiceRules);
    this.host = checked.host;
    this.givenName = checked.unitName ?? id;
    this.instances = instanceNames(checked.instances);
    this.unitName = this.instances.length === 0 ? fullName(this.givenName) : fullName(`${this.givenName.replace(/\.service$/, '')}@`);
    this.checkCommand = checked.bootCheck;
    this.supervisor = checked.supervisor ?? 'systemd';
    this.unit = new ServiceUnit(this.unitName);
    this.unit.unit.set(checked.unit ?? {});
    this.unit.service.set(restartDefaults(this.supervisor, checked.service.Type));
    if (checked.hardening !== undefined) {
      this.unit.service.set(hardeningDirectives(checked.hardening, { systemdVersion: this.host.platform.systemd }));
    }
    this.unit.service.set(checked.service);
    if (this.supervisor === 'systemd' && this.unit.unit.get('StartLimitIntervalSec') === undefined) {
      this.unit.unit.set({ StartLimitIntervalSec: Duration.seconds(0) });
    }
    this.unit.install.set({ WantedBy: ['multi-user.target'] });
    this.target = this.instances.length === 0 ? undefined : this.group(checked);
    this.unit.install.set(checked.install ?? {});
    if (checked.startWhen !== undefined) this.unit.unit.add({ ConditionPathExists: [checked.startWhen] });
    const elsewhere = otherStackIssues(this, ['host'], checked.host);
    reportIssues(this, () => [...issues, ...elsewhere, ...this.issues()]);
    // A unit without a valid name can't be installed.
    if (serviceNameProblem(this.givenName) === undefined && elsewhere.length === 0) checked.host.addPart(() => this.part(checked));
  }

  /** Name of the unit without its suffix; the default name of checks and pidfiles. */
  public get baseName(): string {
    return this.unitName.replace(/@?\.service$/, '');
  }

  /** Full names of the units that run: its own, or those of its instances. */
  public get runningUnits(): readonly string[] {
    return this.instances.length === 0 ? [this.unitName] : this.instances.map((instance) => this.unitName.replace('@', `@${instance}`));
  }

  /** Time that systemd waits for the service to be ready. */
  public get startTimeout(): Duration {
    return this.timeout('TimeoutStartSec');
  }

  /** Time that systemd waits for the service to stop before it kills it. */
  public get stopTimeout(): Duration {
    return this.timeout('TimeoutStopSec');
  }

  /** Restarts the service whenever the file changes. */
  public addFile(file: HostFile | EnvironmentFile): void {
    this.files.push(file);
  }

  /**
   * Gives the service the variables of a file (`EnvironmentFile=`).
   *
   * @param file a file of this library, whose changes restart the service; or the path of a file that is managed elsewhere
   */
  public addEnvironmentFile(file: EnvironmentFile | OptionalPath | string): void {
    addEnvironmentFile(this, file);
  }

  /**
   * Restarts the service whenever a file of this library changes that another construct owns.
   * @internal
   */
  public restartOn(path: string): void {
    this.restartPaths.push(path);
  }

  /**
   * Marks the service as watched by a Monit check.
   * @internal
   */
  public watch(): void {
    this.watched = true;
  }

  private timeout(name: 'TimeoutStartSec' | 'TimeoutStopSec'): Duration {
    return effectiveTimeout(this.unit.service.get(name));
  }

  private group({ host, enabled }: SystemdServiceProps): SystemdTarget {
    const target = new SystemdTarget(this, 'target', { host, unitName: this.baseName, enabled });
    target.unit.unit.set({ Description: `All instances of ${this.baseName}` });
    return target.addServices(this);
  }

  private part(props: SystemdServiceProps): BundlePart {
    const path = `/etc/systemd/system/${this.unitName}`;
    const drain = this.drain();
    const check = this.bootCheck();
    const trigger = startTrigger(this, props, this.waitingUnits());
    return {
      files: [bundleFile(this, { path, adopt: props.adopt }, renderUnitFile(this.unit).split('\n'), 'unit'), ...trigger.files],
      services: this.runningUnits
        .map((unit): BundleService => ({
          unit,
          enabled: props.enabled ?? true,
          restartOn: [...this.files.filter(isFile).map((file) => file.path), ...this.restartPaths].sort(),
          stabilitySeconds: (props.stability ?? Duration.seconds(3)).toSeconds(),
          stopSeconds: Math.ceil(this.stopTimeout.toSeconds()),
          startSeconds: Math.ceil(this.startTimeout.toSeconds()),
          ...(props.startWhen === undefined ? {} : { startWhen: props.startWhen }),
          whenStopped: props.whenStopped ?? 'keep',
          ...(check === undefined ? {} : { bootCheck: check }),
          ...(this.runningUnits.length > 1 && props.restart !== 'together' ? { rolling: true } : {}),
          ...(drain === undefined ? {} : { drainSeconds: Math.ceil(drain.toSeconds()) }),
        }))
        .concat(trigger.services),
      requires: namesOfAccounts(this.unit),
    };
  }

  /**
   * Returns the time that a deployment gives running jobs, while the service takes no new ones, before it stops the service.
   * @internal
   */
  protected drain(): Duration | undefined {
    return undefined;
  }

  /**
   * Returns the boot check of the service.
   * @internal
   */
  protected bootCheck(): BootCheck | undefined {
    return this.checkCommand === undefined ? undefined : bootCheck('ends', this.checkCommand);
  }

  /**
   * Units that `startWhen` starts, as the program `start-when` names them.
   * @internal
   */
  protected waitingUnits(): readonly string[] {
    return this.runningUnits;
  }

  private issues(): readonly Issue[] {
    const { host, givenName: unitName, unit, supervisor, watched, files } = this;
    return [
      ...serviceIssues({ host, unitName, unit, supervisor, watched, files, settledCodes: this.settledCodes() }),
      ...bootCheckIssues(this.checkCommand, host),
      ...(this.instances.length > 0 && unitName.includes('@') ? [instanceWithInstances(unitName)] : []),
    ];
  }

  /**
   * Codes of issues that the kind of service has settled with knowledge that isn't in the unit file.
   * @internal
   */
  protected settledCodes(): readonly string[] {
    return [];
  }
}

/** Returns the actual length of a timeout in a unit file; an infinite one counts as a day. */
export function effectiveTimeout(value: Duration | 'infinity' | undefined): Duration {
  if (value === undefined) return DEFAULT_TIMEOUT;
  if (!(value instanceof Duration)) return value === 'infinity' ? DAY : DEFAULT_TIMEOUT;
  if (value.problem() !== undefined) return DEFAULT_TIMEOUT;
  // systemd treats 0 as infinite, too.
  return value.toMilliseconds() === 0 ? DAY : value;
}

function restartDefaults(supervisor: Supervisor, type: ServiceDirectives['Type']): ServiceDirectives {
  if (supervisor === 'monit') return { Restart: 'no' };
  // A oneshot is meant to end.
  return type === 'oneshot' ? {} : { Restart: 'always', RestartSec: Duration.seconds(5) };
}

/** Returns the user and group that a service's unit file names, which the host must have. */
export function namesOfAccounts({ service }: ServiceUnit): { readonly users: string[]; readonly groups: string[] } {
  return { users: literalName(service.get('User')), groups: literalName(service.get('Group')) };
}

/** Returns names that the host must have an entry for, which ids don't need. */
function literalName(name: string | undefined): string[] {
  return name === undefined || userNameProblem(name) !== undefined || /^\d+$/.test(name) ? [] : [name];
}

function instanceWithInstances(unitName: string): Issue {
  return error('service/invalid-instances', ['unitName'], {
    problem: `${show(unitName)} contains an @, although the service has instances`,
    remedy: 'Use only the part before the @: the names of the template and its instances are made from it.',
  });
}
