import { Construct } from 'constructs';
import type { BundlePart } from '../../bundle';
import { userUnitProgram } from '../../programs';
import {
  Exec,
  type OptionalPath,
  renderUnitFile,
  ServiceUnit,
  TargetUnit,
  type ServiceDirectives,
  type UnitDirectives,
} from '../../systemd';
import { reportIssues } from '../../terraform';
import { Duration, error, show, type Issue } from '../../values';
import { EnvironmentFile } from '../host/environment-file';
import { bundleFile, type HostFile } from '../host/host-file';
import type { IHostTarget } from '../host/host-target';
import { otherStackIssues } from '../props/other-stack';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import { addEnvironmentFile } from '../units/service-environment';
import { fileIssues, isFile } from '../units/service-issues';
import type { SystemdServiceProps } from '../units/service-props';
import { effectiveTimeout, SystemdService } from '../units/systemd-service';
import { unitIssues, unitNameIssues } from '../units/unit-issues';
import { fullName, serviceNameProblem } from '../units/unit-name';
import type { SystemdUserManager } from './systemd-user-manager';
import { userServiceRules, type UserServiceProps } from './user-service-props';
import { userUnitIssues } from './user-unit-issues';

/** Directory of units for every user's systemd; only root can write there (systemd.unit(5), "User Unit Search Path"). */
export const USER_UNIT_DIRECTORY = '/etc/systemd/user';

/** Time that the program needs besides the unit's own: to start the user's systemd, and to query it. */
const MARGIN_SECONDS = 100;

/** Properties of a {@link SystemdUserService}. */
export interface SystemdUserServiceProps extends UserServiceProps {
  /**
   * Directives of the [Unit] section, as systemd.unit(5) names them.
   * @default none
   */
  readonly unit?: UnitDirectives;
  /** Directives of the [Service] section, as systemd.service(5), systemd.exec(5) and systemd.kill(5) name them. */
  readonly service: ServiceDirectives;
}

const rules: PropRules<SystemdUserServiceProps> = {
  ...userServiceRules,
  unit: is.directives(),
  service: { ...is.directives<ServiceDirectives>(), placeholder: () => ({ ExecStart: Exec.command('/bin/true') }) },
};

/**
 * A service of a user's own systemd. Its user can start, stop, reload and inspect it with `systemctl --user`, without sudo: a code
 * deployment without other rights needs that. Its unit file is in /etc/systemd/user, where only root can write, and applies only to that
 * user (`ConditionUser=`). It starts with the user's systemd, which runs from boot on if the user lingers.
 *
 * A small system unit, `user-<user>-<unit>.service`, represents it. Deployments, boots and operators start and stop that unit, so
 * everything that applies to a system service applies here too. The exception is what the user does directly: a deployment notices that the
 * user has stopped the service only when it changes the service, and `whenStopped` then decides.
 *
 * It can't be used with MonitCheck, PidfileHooks, SystemdSlice or SystemdTarget, which are for system services.
 *
 * Errors: all that `unitFileIssues` finds, `unit/not-in-user-service`, `unit/ignored-in-user-service`,
 * `unit/system-unit-in-user-service`, `service/unreadable-environment`, `unit/invalid-unit-name`, `service/invalid-start-when`,
 * `service/invalid-stability`, `host/other-host`, `stack/other-stack`, `stack/token-in-text`, `stack/unknown-property`,
 * `stack/invalid-property`; warning: `service/long-user-stop`.
 *
 * Source: systemd.unit(5), user@.service(5)
 *
 * @example
 * ```ts
 * const manager = new SystemdUserManager(this, 'deploy', { host, user: 'deploy' });
 * new SystemdUserService(this, 'clock', {
 *   manager,
 *   service: {
 *     ExecStart: Exec.command('/usr/bin/bundle', ['exec', 'clockwork', 'config/clock.rb']),
 *     WorkingDirectory: '/home/deploy/myapp/current',
 *   },
 * });
 * ```
 */
export class SystemdUserService extends Construct {
  /** The user's systemd, which runs the service. */
  public readonly manager: SystemdUserManager;
  /** Name of the unit with its suffix, for `systemctl --user`. */
  public readonly unitName: string;
  /** Unit file; can be changed until the stack is synthesized. */
  public readonly unit: ServiceUnit;
  /**
   * System unit that represents the service and holds its order at boot: `systemUnit.unit.unit.add({ After: ['redis-server.service'] })`.
   */
  public readonly systemUnit: SystemdService;
  private readonly files: (HostFile | EnvironmentFile)[] = [];

  public constructor(scope: Construct, id: string, props: SystemdUserServiceProps) {
    super(scope, id);
    const { props: checked, issues } = readProps(props, rules);
    const { manager, unitName: givenName = id, startWhen } = checked;
    const { host, user } = manager;
    this.manager = manager;
    this.unitName = fullName(givenName);
    this.unit = new ServiceUnit(this.unitName);
    this.unit.unit.set(checked.unit ?? {});
    this.unit.unit.add({ ConditionUser: [user], ...(startWhen === undefined ? {} : { ConditionPathExists: [startWhen] }) });
    if (this.unit.unit.get('StartLimitIntervalSec') === undefined) this.unit.unit.set({ StartLimitIntervalSec: Duration.seconds(0) });
    this.unit.service.set(checked.service.Type === 'oneshot' ? {} : { Restart: 'always', RestartSec: Duration.seconds(5) });
    this.unit.service.set(checked.service);
    const elsewhere = otherStackIssues(this, ['manager'], manager);
    reportIssues(this, () => [...issues, ...elsewhere, ...this.issues(givenName)]);
    const bad = serviceNameProblem(givenName) !== undefined || elsewhere.length > 0;
    // Must come before the system unit adds its part, because this part sets that unit's timeouts.
    if (!bad) host.addPart(() => this.part(checked));
    this.systemUnit = this.createSystemUnit(bad ? { ...checked, unitName: 'placeholder' } : checked, id);
  }

  /** Path of the unit file. */
  public get path(): string {
    return `${USER_UNIT_DIRECTORY}/${this.unitName}`;
  }

  /** Restarts the service whenever the file changes. */
  public addFile(file: HostFile | EnvironmentFile): void {
    this.files.push(file);
    if (isFile(file)) this.systemUnit.restartOn(file.path);
  }

  /**
   * Gives the service the variables of a file (`EnvironmentFile=`). The user's systemd reads it, so the user must be able to.
   *
   * @param file a file of this library, whose changes restart the service; or the path of a file that is managed elsewhere
   */
  public addEnvironmentFile(file: EnvironmentFile | OptionalPath | string): void {
    addEnvironmentFile(this, file);
  }

  /**
   * Codes of issues that the construct has settled: here, the user of the process.
   * @internal
   */
  protected settledCodes(): readonly string[] {
    return ['unit/no-user'];
  }

  private get host(): IHostTarget {
    return this.manager.host;
  }

  /** Path of the program that the system unit runs. */
  private get program(): string {
    return `/usr/local/lib/cdktf-sidekiq/${this.systemUnit.unitName}/user-unit`;
  }

  private createSystemUnit(props: SystemdUserServiceProps, id: string): SystemdService {
    const { user } = this.manager;
    const { unitName = id, enabled, startWhen, whenStopped = 'keep', stability = Duration.seconds(3) } = props;
    const name = fullName(`user-${user}-${unitName}`);
    const program = `/usr/local/lib/cdktf-sidekiq/${name}/user-unit`;
    const service = new SystemUnitOfUserService(this, 'system-unit', `${user}/${this.unitName}`, {
      host: this.host,
      unitName: name,
      enabled,
      startWhen,
      whenStopped,
      stability: Duration.seconds(0),
      unit: {
        Description: `${this.unitName} of ${user}`,
        After: ['network-online.target', 'systemd-logind.service'],
        Wants: ['network-online.target'],
      },
      service: {
        Type: 'oneshot',
        RemainAfterExit: true,
        // At boot, only this retries if the user's unit crashes while starting.
        Restart: 'on-failure',
        RestartSec: Duration.seconds(5),
        User: 'root',
        ExecStart: Exec.command(program, ['start', user, this.unitName, String(Math.ceil(stability.toSeconds())), whenStopped]),
        // Also runs after a start that failed or was interrupted, so that nothing keeps running.
        ExecStopPost: [Exec.command(program, ['stop', user, this.unitName])],
        SyslogIdentifier: name.replace(/\.service$/, ''),
      },
    });
    for (const path of [this.path, program, this.wantsPath]) service.restartOn(path);
    return service;
  }

  /** Path of the drop-in that starts it with the user's systemd, as a link in default.target.wants would. */
  private get wantsPath(): string {
    return `${USER_UNIT_DIRECTORY}/default.target.d/${this.unitName.replace(/\.service$/, '')}.conf`;
  }

  private part({ adopt, enabled = true, stability = Duration.seconds(3) }: SystemdUserServiceProps): BundlePart {
    const { unit, systemUnit } = this;
    const [start, stop] = (['TimeoutStartSec', 'TimeoutStopSec'] as const).map((name) =>
      effectiveTimeout(unit.service.get(name)).toSeconds(),
    );
    systemUnit.unit.service.set({
      TimeoutStartSec: Duration.seconds(Math.ceil(start! + stability.toSeconds()) + MARGIN_SECONDS),
      TimeoutStopSec: Duration.seconds(Math.ceil(stop!) + MARGIN_SECONDS),
    });
    const wants = new TargetUnit('default.target');
    wants.unit.set({ Wants: [this.unitName] });
    return {
      files: [
        bundleFile(this, { path: this.path, adopt }, renderUnitFile(unit).split('\n'), 'user-unit'),
        ...(enabled ? [bundleFile(this, { path: this.wantsPath }, renderUnitFile(wants).split('\n'))] : []),
        bundleFile(this, { path: this.program, mode: '0755' }, userUnitProgram.split('\n')),
      ],
      requires: { users: [this.manager.user], programs: ['setpriv', 'loginctl'] },
    };
  }

  private issues(givenName: string): readonly Issue[] {
    const { unit, host, manager } = this;
    return [
      ...unitNameIssues(givenName, unit),
      ...unitIssues(unit, host).filter(({ code }) => !this.settledCodes().includes(code)),
      ...userUnitIssues(unit, manager.user, host),
      ...this.files.flatMap((file) => this.fileIssues(file)),
    ];
  }

  private fileIssues(file: HostFile | EnvironmentFile): readonly Issue[] {
    const issues = fileIssues(file, this.host);
    if (issues.length > 0 || !(file instanceof EnvironmentFile) || file.isReadableBy(this.manager.user)) return issues;
    return [
      error('service/unreadable-environment', ['addEnvironmentFile'], {
        problem: `${show(file.path)} can’t be read by ${this.manager.user}, whose own systemd reads it`,
        remedy: `Set user: ${show(this.manager.user)} on the EnvironmentFile.`,
      }),
    ];
  }
}

/** System unit of a user service. It is also active while the user's own unit waits for code after a crash. */
class SystemUnitOfUserService extends SystemdService {
  public constructor(
    scope: Construct,
    id: string,
    private readonly userUnit: string,
    props: SystemdServiceProps,
  ) {
    super(scope, id, props);
  }

  protected override waitingUnits(): readonly string[] {
    return [...super.waitingUnits(), this.userUnit];
  }
}
