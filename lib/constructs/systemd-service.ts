import { Construct } from 'constructs';
import type { BundlePart, SidekiqBehaviour } from '../bundle';
import { OptionalPath, renderUnitFile, ServiceUnit, type ServiceDirectives } from '../systemd';
import { reportIssues } from '../terraform';
import { Duration, userNameProblem, type Issue } from '../values';
import { EnvironmentFile } from './environment-file';
import { bundleFile, type HostFile } from './host-file';
import type { IHostTarget } from './host-target';
import { otherStackIssues } from './other-stack';
import { readProps } from './props';
import { isFile, kindIssues, runsSidekiq, serviceIssues } from './service-issues';
import { fullName, serviceNameProblem } from './service-name';
import { systemdServiceRules, type Supervisor, type SystemdServiceProps } from './service-props';

/** systemd's own DefaultTimeoutStartSec and DefaultTimeoutStopSec (systemd-system.conf(5)). */
const DEFAULT_TIMEOUT = Duration.seconds(90);

/** What an endless time-out counts as: no transaction waits longer. */
const DAY = Duration.hours(24);

/**
 * A systemd service on a host: its unit file below /etc/systemd/system, enabled and started, restarted when the file or
 * what was given to {@link addFile} changes.
 *
 * Without a word about it the process is restarted whenever it ends (`Restart=always` after 5 s, no start limit), which is
 * what a worker that must run for years needs.
 *
 * Errors: all that `unitFileIssues` finds, `constructs/bad-unit-name`, `constructs/bad-start-when`,
 * `constructs/bad-stability`, `constructs/other-host`, `constructs/other-stack`, `constructs/two-supervisors`, `constructs/nobody-restarts`,
 * `constructs/login-user-runs-service`, `constructs/unsupervised`, `constructs/sidekiq-without-notify`,
 * `constructs/token-in-text`, `constructs/unknown-property`, `constructs/bad-property`.
 *
 * Source: systemd.service(5)
 */
export class SystemdService extends Construct {
  /** The host that runs the service. */
  public readonly host: IHostTarget;
  /** Name of the unit with its suffix: `sidekiq.service`. */
  public readonly unitName: string;
  /** The unit file; may be changed until the stack is synthesized. */
  public readonly unit: ServiceUnit;
  /** Who restarts the process. */
  public readonly supervisor: Supervisor;
  private readonly files: (HostFile | EnvironmentFile)[] = [];
  private readonly givenName: string;
  private watched = false;

  public constructor(scope: Construct, id: string, props: SystemdServiceProps) {
    super(scope, id);
    const { props: checked, issues } = readProps(props, systemdServiceRules);
    this.host = checked.host;
    this.givenName = checked.unitName ?? id;
    this.unitName = fullName(this.givenName);
    this.supervisor = checked.supervisor ?? 'systemd';
    this.unit = new ServiceUnit(this.unitName);
    this.unit.unit.set(checked.unit ?? {});
    this.unit.service.set(restartDefaults(this.supervisor, checked.service.Type)).set(checked.service);
    if (this.supervisor === 'systemd' && this.unit.unit.get('StartLimitIntervalSec') === undefined) {
      this.unit.unit.set({ StartLimitIntervalSec: Duration.seconds(0) });
    }
    this.unit.install.set({ WantedBy: ['multi-user.target'] }).set(checked.install ?? {});
    if (checked.startWhen !== undefined) this.unit.unit.add({ ConditionPathExists: [checked.startWhen] });
    const elsewhere = otherStackIssues(this, 'host', checked.host);
    reportIssues(this, () => [...issues, ...elsewhere, ...this.issues()]);
    // What has no name can't be installed.
    if (serviceNameProblem(this.givenName) === undefined && elsewhere.length === 0) checked.host.addPart(() => this.part(checked));
  }

  /** The unit's name without its suffix: how checks and pidfiles are called unless they are named otherwise. */
  public get baseName(): string {
    return this.unitName.replace(/\.service$/, '');
  }

  /** How long systemd waits for the service to be ready. */
  public get startTimeout(): Duration {
    return this.timeout('TimeoutStartSec');
  }

  /** How long systemd waits for the service to stop before it kills it. */
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
   * @param file a file of this library, whose changes restart the service; or the path of one that somebody else manages
   */
  public addEnvironmentFile(file: EnvironmentFile | OptionalPath | string): void {
    if (typeof file === 'string' || file instanceof OptionalPath) {
      this.unit.service.add({ EnvironmentFile: [file] });
      return;
    }
    this.addFile(file);
    if (file instanceof EnvironmentFile) this.unit.service.add({ EnvironmentFile: [file.path] });
  }

  /**
   * Tells the service that a Monit check watches it.
   * @internal
   */
  public watch(): void {
    this.watched = true;
  }

  private timeout(name: 'TimeoutStartSec' | 'TimeoutStopSec'): Duration {
    const value = this.unit.service.get(name) ?? DEFAULT_TIMEOUT;
    if (!(value instanceof Duration)) return value === 'infinity' ? DAY : DEFAULT_TIMEOUT;
    if (value.problem() !== undefined) return DEFAULT_TIMEOUT;
    // systemd takes 0 for endless, too.
    return value.toMilliseconds() === 0 ? DAY : value;
  }

  private part(props: SystemdServiceProps): BundlePart {
    const user = this.unit.service.get('User');
    const group = this.unit.service.get('Group');
    const path = `/etc/systemd/system/${this.unitName}`;
    const sidekiq = this.sidekiqBehaviour();
    return {
      files: [bundleFile(this, { path, adopt: props.adopt }, renderUnitFile(this.unit).split('\n'), 'unit')],
      services: [
        {
          unit: this.unitName,
          enabled: props.enabled ?? true,
          restartOn: this.files
            .filter(isFile)
            .map((file) => file.path)
            .sort(),
          stabilitySeconds: (props.stability ?? Duration.seconds(3)).toSeconds(),
          stopSeconds: Math.ceil(this.stopTimeout.toSeconds()),
          startSeconds: Math.ceil(this.startTimeout.toSeconds()),
          ...(props.startWhen === undefined ? {} : { startWhen: props.startWhen }),
          whenStopped: props.whenStopped ?? 'keep',
          ...(sidekiq === undefined ? {} : { sidekiq }),
        },
      ],
      requires: { users: literalName(user), groups: literalName(group) },
    };
  }

  /**
   * What a deployment has to know of the service where it is a Sidekiq.
   * @internal
   */
  protected sidekiqBehaviour(): SidekiqBehaviour | undefined {
    return runsSidekiq(this.unit) ? { drainSeconds: 0 } : undefined;
  }

  private issues(): readonly Issue[] {
    const { host, givenName: unitName, unit, supervisor, watched, files } = this;
    return [...serviceIssues({ host, unitName, unit, supervisor, watched, files }), ...this.kindIssues()];
  }

  /**
   * What the service gets wrong about the kind of program it runs.
   * @internal
   */
  protected kindIssues(): readonly Issue[] {
    return kindIssues(this.unit);
  }
}

function restartDefaults(supervisor: Supervisor, type: ServiceDirectives['Type']): ServiceDirectives {
  if (supervisor === 'monit') return { Restart: 'no' };
  // A oneshot is meant to end.
  return type === 'oneshot' ? {} : { Restart: 'always', RestartSec: Duration.seconds(5) };
}

/** Names that the host can be asked for: ids need no entry there. */
function literalName(name: string | undefined): string[] {
  return name === undefined || userNameProblem(name) !== undefined || /^\d+$/.test(name) ? [] : [name];
}
