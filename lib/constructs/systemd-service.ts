import { Construct } from 'constructs';
import type { BundlePart, WhenStopped } from '../bundle';
import {
  ExecCommand,
  OptionalPath,
  renderUnitFile,
  UnitFile,
  unitFileIssues,
  type InstallDirectives,
  type ServiceDirectives,
  type UnitDirectives,
} from '../systemd';
import { reportIssues } from '../terraform';
import { Duration, show, unitNameProblem, userNameProblem, type Issue } from '../values';
import { EnvironmentFile } from './environment-file';
import { bundleFile, HostFile } from './host-file';
import type { IHostTarget } from './host-target';
import * as is from './prop-kinds';
import { readProps, type PropRules } from './props';
import { hasTokenWithin, tokenIssue } from './tokens';

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

/** What the properties of every kind of service must be. */
export const serviceRules: PropRules<ServiceProps> = {
  host: is.host,
  unitName: {
    code: 'constructs/bad-unit-name',
    expected: 'letters, digits and :-_.\\@ before .service',
    remedy: 'Rename the unit.',
    problem: (value) => (typeof value === 'string' ? unitNameProblem(fullName(value)) : 'is not a string'),
  },
  supervisor: is.oneOf('systemd', 'monit'),
  enabled: is.flag,
  startWhen: {
    ...is.path,
    code: 'constructs/bad-start-when',
    remedy: 'Name a file that only a deployed application has.',
  },
  whenStopped: is.oneOf('keep', 'start', 'fail'),
  stability: {
    ...is.wholeSeconds(0, 600),
    code: 'constructs/bad-stability',
    remedy: 'Three seconds tell a service that comes up from one that crashes at once.',
  },
};

const rules: PropRules<SystemdServiceProps> = {
  ...serviceRules,
  unit: is.directives(),
  service: { ...is.directives(), standIn: () => ({}) },
  install: is.directives(),
};

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
 * `constructs/login-user-runs-service`, `constructs/unsupervised`, `constructs/sidekiq-without-notify`, `constructs/token-in-text`, `constructs/bad-property`.
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

  public constructor(scope: Construct, id: string, given: SystemdServiceProps) {
    super(scope, id);
    const { props, issues } = readProps(given, rules);
    this.host = props.host;
    this.unitName = fullName(props.unitName ?? id);
    this.supervisor = props.supervisor ?? 'systemd';
    this.unit = new UnitFile(this.unitName);
    this.unit.unit.set(props.unit ?? {});
    this.unit.service.set(restartDefaults(this.supervisor, props.service.Type)).set(props.service);
    if (this.supervisor === 'systemd' && this.unit.unit.get('StartLimitIntervalSec') === undefined) {
      this.unit.unit.set({ StartLimitIntervalSec: Duration.seconds(0) });
    }
    this.unit.install.set({ WantedBy: ['multi-user.target'] }).set(props.install ?? {});
    if (props.startWhen !== undefined) this.unit.unit.add({ ConditionPathExists: [props.startWhen] });
    reportIssues(this, () => [...issues, ...this.issues()]);
    // What has no name can't be installed.
    if (unitNameProblem(this.unitName) === undefined) props.host.addPart(() => this.part(props));
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

  private get watchedFiles(): readonly (HostFile | EnvironmentFile)[] {
    return this.files.filter((file) => notAFile(file) === undefined);
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
          restartOn: this.watchedFiles.map((file) => file.path).sort(),
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

  private issues(): readonly Issue[] {
    return [
      ...this.nameIssues(),
      ...this.tokenIssues(),
      ...unitFileIssues(this.unit, { systemdVersion: this.host.platform.systemd }).filter(({ code }) => code !== 'systemd/bad-unit-name'),
      ...this.files.flatMap((file) => notAFile(file) ?? []),
      ...this.watchedFiles.filter((file) => file.host !== this.host).map((file) => otherHost('addFile', file.path)),
      ...this.supervisionIssues(),
      ...this.userIssues(),
      ...this.kindIssues(),
    ];
  }

  /** The construct's id may be no name for a unit, where none was given. */
  private nameIssues(): readonly Issue[] {
    const problem = unitNameProblem(this.unitName);
    if (problem === undefined) return [];
    return [
      {
        code: 'constructs/bad-unit-name',
        severity: 'error',
        property: 'unitName',
        got: `${show(this.unitName)}, which ${problem}`,
        expected: 'letters, digits and :-_.\\@ before .service',
        remedy: 'Set unitName.',
      },
    ];
  }

  /** The unit may be changed after the constructor has looked at the properties. */
  private tokenIssues(): readonly Issue[] {
    return this.unit.sections().flatMap((section) =>
      section
        .entries()
        .filter(([, value]) => hasTokenWithin(value))
        .map(([name]) => tokenIssue(`${section.name.toLowerCase()}.${name}`)),
    );
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

  /**
   * What a service that was described by its directives alone gets wrong about its kind.
   * @internal
   */
  protected kindIssues(): readonly Issue[] {
    const type = this.unit.service.get('Type') ?? 'simple';
    const words = [this.unit.service.get('ExecStart')]
      .flat()
      .flatMap((command) => (command instanceof ExecCommand ? [command.program, command.args].flat() : []));
    const runsSidekiq = words.some((word) => typeof word === 'string' && /(^|\/)sidekiq$/.test(word));
    if (!runsSidekiq || type === 'notify') return [];
    return [
      {
        code: 'constructs/sidekiq-without-notify',
        severity: 'warning',
        property: 'Type',
        got: show(type),
        expected: `'notify', which Sidekiq speaks from 6.0.6 on`,
        remedy: 'systemd calls it started long before it has booted: use a SidekiqService, which knows what each version can do.',
      },
    ];
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

/** Names that the host can be asked for: ids need no entry there. */
function literalName(name: string | undefined): string[] {
  return name === undefined || userNameProblem(name) !== undefined || /^\d+$|\$$/.test(name) ? [] : [name];
}

function fullName(name: string): string {
  return name.endsWith('.service') ? name : `${name}.service`;
}

function notAFile(file: unknown): Issue | undefined {
  if (file instanceof HostFile || file instanceof EnvironmentFile) return undefined;
  return {
    code: 'constructs/bad-property',
    severity: 'error',
    property: 'addFile',
    got: show(file),
    expected: 'a HostFile or an EnvironmentFile',
    remedy: 'Make one of the file’s text; what is on the host already can’t be followed from here.',
  };
}

/** Something of another host that was given to a construct. */
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
