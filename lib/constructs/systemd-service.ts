import { Token } from 'cdktf';
import { Construct } from 'constructs';
import type { BundlePart, WhenStopped } from '../bundle';
import {
  type OptionalPath,
  renderUnitFile,
  UnitFile,
  unitFileIssues,
  type InstallDirectives,
  type ServiceDirectives,
  type UnitDirectives,
} from '../systemd';
import { reportIssues } from '../terraform';
import { absolutePathProblem, Duration, show, unitNameProblem, userNameProblem, type Issue } from '../values';
import { EnvironmentFile } from './environment-file';
import { bundleFile, tokenIssue, type HostFile } from './host-file';
import type { IHostTarget } from './host-target';

/** Who restarts a service's process when it is gone. */
export type Supervisor = 'systemd' | 'monit';

/** What every kind of service has. */
export interface ServiceProps {
  /** The host that runs the service. */
  readonly host: IHostTarget;
  /**
   * Name of the unit, with or without `.service`.
   * @default the construct's id
   */
  readonly unitName?: string;
  /**
   * Who restarts the process when it is gone: systemd (`Restart=always`), or Monit by way of systemctl (`Restart=no`).
   * @default 'systemd'
   */
  readonly supervisor?: Supervisor;
  /**
   * Whether the service starts at boot.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * A path on the host without which the service is not started (`ConditionPathExists=`): a first deployment often comes
   * before any code.
   * @default the service is always started
   */
  readonly startWhen?: string;
  /**
   * What a deployment does with the service after an operator has stopped it: leave it stopped, start it, or fail.
   * @default 'keep'
   */
  readonly whenStopped?: WhenStopped;
  /**
   * How long the service must stay up after a restart for a deployment to count as good.
   * @default Duration.seconds(3)
   */
  readonly stability?: Duration;
}

/** Properties of a {@link SystemdService}. */
export interface SystemdServiceProps extends ServiceProps {
  /** Directives of the [Unit] section, as systemd.unit(5) names them. */
  readonly unit?: UnitDirectives;
  /** Directives of the [Service] section, as systemd.service(5), systemd.exec(5) and systemd.kill(5) name them. */
  readonly service: ServiceDirectives;
  /**
   * Directives of the [Install] section.
   * @default { WantedBy: ['multi-user.target'] }
   */
  readonly install?: InstallDirectives;
}

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
 * Errors: all that {@link unitFileIssues} finds, `constructs/bad-unit-name`, `constructs/bad-start-when`,
 * `constructs/bad-stability`, `constructs/other-host`, `constructs/two-supervisors`, `constructs/nobody-restarts`,
 * `constructs/login-user-runs-service`, `constructs/unsupervised`.
 *
 * Source: systemd.service(5)
 */
export class SystemdService extends Construct {
  /** The host that runs the service. */
  public readonly host: IHostTarget;
  /** Name of the unit with its suffix: `sidekiq.service`. */
  public readonly unitName: string;
  /** The unit file; may be changed until the stack is synthesized. */
  public readonly unit: UnitFile;
  /** Who restarts the process. */
  public readonly supervisor: Supervisor;
  private readonly files: (HostFile | EnvironmentFile)[] = [];
  private watched = false;

  public constructor(scope: Construct, id: string, props: SystemdServiceProps) {
    super(scope, id);
    this.host = props.host;
    const name = props.unitName ?? id;
    this.unitName = name.endsWith('.service') ? name : `${name}.service`;
    this.supervisor = props.supervisor ?? 'systemd';
    this.unit = new UnitFile(this.unitName);
    this.unit.unit.set(props.unit ?? {});
    this.unit.service.set(restartDefaults(this.supervisor, props.service.Type)).set(props.service);
    if (this.supervisor === 'systemd' && this.unit.unit.get('StartLimitIntervalSec') === undefined) {
      this.unit.unit.set({ StartLimitIntervalSec: Duration.seconds(0) });
    }
    this.unit.install.set({ WantedBy: ['multi-user.target'] }).set(props.install ?? {});
    if (props.startWhen !== undefined) this.unit.unit.add({ ConditionPathExists: [props.startWhen] });
    reportIssues(this, () => this.issues(props));
    props.host.addPart(() => this.part(props));
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
    if (file instanceof EnvironmentFile) this.addFile(file);
    this.unit.service.add({ EnvironmentFile: [file instanceof EnvironmentFile ? file.path : file] });
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
    // systemd takes 0 for endless, too.
    return value === 'infinity' || value.toMilliseconds() === 0 ? DAY : value;
  }

  private part(props: SystemdServiceProps): BundlePart {
    const user = this.unit.service.get('User');
    const group = this.unit.service.get('Group');
    const path = `/etc/systemd/system/${this.unitName}`;
    return {
      files: [bundleFile(this, { path }, renderUnitFile(this.unit).split('\n'), 'unit')],
      services: [
        {
          unit: this.unitName,
          enabled: props.enabled ?? true,
          restartOn: this.files.map((file) => file.path).sort(),
          stabilitySeconds: (props.stability ?? Duration.seconds(3)).toSeconds(),
          stopSeconds: Math.ceil(this.stopTimeout.toSeconds()),
          startSeconds: Math.ceil(this.startTimeout.toSeconds()),
          ...(props.startWhen === undefined ? {} : { startWhen: props.startWhen }),
          whenStopped: props.whenStopped ?? 'keep',
        },
      ],
      requires: { users: literalName(user), groups: literalName(group) },
    };
  }

  private issues(props: SystemdServiceProps): readonly Issue[] {
    return [
      ...unitFileIssues(this.unit, { systemdVersion: this.host.platform.systemd }),
      ...this.nameIssues(),
      ...this.startIssues(props),
      ...this.files.filter((file) => file.host !== this.host).map((file) => otherHost('addFile', file.path)),
      ...this.supervisionIssues(),
      ...this.userIssues(),
    ];
  }

  private nameIssues(): readonly Issue[] {
    if (Token.isUnresolved(this.unitName)) return [tokenIssue('unitName')];
    const problem = unitNameProblem(this.unitName);
    if (problem === undefined) return [];
    return [
      {
        code: 'constructs/bad-unit-name',
        severity: 'error',
        property: 'unitName',
        got: show(this.unitName),
        expected: `letters, digits and :-_.\\@ before .service; this ${problem}`,
        remedy: 'Rename the unit.',
      },
    ];
  }

  private startIssues(props: SystemdServiceProps): readonly Issue[] {
    const issues: Issue[] = [];
    const problem = props.startWhen === undefined ? undefined : absolutePathProblem(props.startWhen);
    if (problem !== undefined) {
      issues.push({
        code: 'constructs/bad-start-when',
        severity: 'error',
        property: 'startWhen',
        got: show(props.startWhen),
        expected: `an absolute path; this ${problem}`,
        remedy: 'Name a file that only a deployed application has.',
      });
    }
    const stability = props.stability?.toSeconds() ?? 3;
    if (!Number.isInteger(stability) || stability < 0 || stability > 600) {
      issues.push({
        code: 'constructs/bad-stability',
        severity: 'error',
        property: 'stability',
        got: show(stability),
        expected: 'whole seconds from 0 to 600',
        remedy: 'Three seconds tell a service that comes up from one that crashes at once.',
      });
    }
    return issues;
  }

  private supervisionIssues(): readonly Issue[] {
    const restart = this.unit.service.get('Restart') ?? 'no';
    const issues: Issue[] = [];
    if (this.supervisor === 'monit' && restart !== 'no') {
      issues.push({
        code: 'constructs/two-supervisors',
        severity: 'error',
        property: 'Restart',
        got: show(restart),
        expected: `'no', because supervisor is 'monit'`,
        remedy: 'Two supervisors fight: remove Restart, or let systemd supervise.',
      });
    }
    if (this.supervisor === 'monit' && !this.watched) {
      issues.push({
        code: 'constructs/unsupervised',
        severity: 'error',
        property: 'supervisor',
        got: `'monit' without a MonitCheck`,
        expected: 'a MonitCheck for this service',
        remedy: 'Add a MonitCheck, or let systemd supervise.',
      });
    }
    if (this.supervisor === 'systemd' && restart !== 'always' && this.unit.service.get('Type') !== 'oneshot') {
      issues.push({
        code: 'constructs/nobody-restarts',
        severity: 'warning',
        property: 'Restart',
        got: show(restart),
        expected: `'always'`,
        remedy: `A worker that ends by itself, cleanly${restart === 'no' ? ' or not' : ''}, stays down: leave Restart out.`,
      });
    }
    return issues;
  }

  private userIssues(): readonly Issue[] {
    const user = this.unit.service.get('User');
    if (user === undefined || user !== this.host.loginUser || user === 'root') return [];
    return [
      {
        code: 'constructs/login-user-runs-service',
        severity: 'warning',
        property: 'User',
        got: show(user),
        expected: 'a user other than the one that Terraform logs in as',
        remedy: 'Whoever takes over the application could become root by way of that user’s sudo: log in as another one.',
      },
    ];
  }
}

function restartDefaults(supervisor: Supervisor, type: ServiceDirectives['Type']): ServiceDirectives {
  if (supervisor === 'monit') return { Restart: 'no' };
  // A oneshot is meant to end.
  return type === 'oneshot' ? {} : { Restart: 'always', RestartSec: Duration.seconds(5) };
}

function literalName(name: string | undefined): string[] {
  return name === undefined || userNameProblem(name) !== undefined || /^\d+$/.test(name) ? [] : [name];
}

/** Something of another host was given to a construct. */
export function otherHost(property: string, what: string): Issue {
  return {
    code: 'constructs/other-host',
    severity: 'error',
    property,
    got: `${show(what)}, which is for another host`,
    expected: 'something of the same host',
    remedy: 'Make one for each host.',
  };
}
