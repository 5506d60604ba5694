import type { WhenStopped } from '../../bundle';
import {
  Exec,
  ExecCommand,
  OptionalPath,
  type HardeningLevel,
  type InstallDirectives,
  type ServiceDirectives,
  type UnitDirectives,
} from '../../systemd';
import { show, type Duration } from '../../values';
import { hostProp } from '../host/host-prop';
import type { IHostTarget } from '../host/host-target';
import * as is from '../props/prop-kinds';
import type { PropRules } from '../props/read-props';
import { serviceNameProblem, validUnitName } from './unit-name';

/** Supervisor that restarts a service's process when it ends. */
export type Supervisor = 'systemd' | 'monit';

/** Order in which a deployment restarts the instances of a service. */
export type RestartOrder = 'rolling' | 'together';

/** Properties of every kind of service. */
export interface ServiceProps {
  /** The host that runs the service. */
  readonly host: IHostTarget;
  /**
   * Name of the unit, with or without `.service`; can't be a template.
   * @default the construct's id
   */
  readonly unitName?: string;
  /**
   * Runs several instances of the service: a number of them, named `1`, `2` and so on, or one for each given name. The unit is then a
   * template, `sidekiq@.service`, whose `%i` is the instance's name. Its instances are `sidekiq@1.service` and so on, and a target,
   * `sidekiq.target`, starts, stops and restarts them all.
   * @default the service runs once, and its unit isn't a template
   */
  readonly instances?: number | readonly string[];
  /**
   * Order in which a deployment restarts instances. `rolling`: one at a time, each once the previous one is ready, so that some are always
   * working and the first one finds a release that can't boot. `together`: all at once, which is faster.
   * @default 'rolling'
   */
  readonly restart?: RestartOrder;
  /**
   * Supervisor that restarts the process when it ends: systemd (`Restart=always`), or Monit by way of systemctl (`Restart=no`).
   * @default 'systemd'
   */
  readonly supervisor?: Supervisor;
  /**
   * Starts the service at boot.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Path on the host without which the service isn't started (`ConditionPathExists=`): a first deployment often comes before any code. Once
   * the path exists the service starts, whether after a deployment, a crash or a boot, unless an operator has stopped it. A path unit,
   * `<name>-start-when.path`, and a small program do this.
   *
   * Source: systemd.path(5), https://github.com/systemd/systemd/issues/29149
   * @default the service is always started
   */
  readonly startWhen?: string;
  /**
   * Decides what a deployment does with a service that an operator has stopped: leave it stopped, start it, or fail.
   * @default 'keep'
   */
  readonly whenStopped?: WhenStopped;
  /**
   * Time that the service must stay up after a restart for a deployment to succeed.
   * @default Duration.seconds(3)
   */
  readonly stability?: Duration;
  /**
   * Takes over an existing unit of that name instead of refusing to replace it. The host keeps the original and restores it when the stack
   * no longer manages the unit.
   * @default false
   */
  readonly adopt?: boolean;
  /**
   * Sandboxes the service with a set of directives; the service's own directives override them. `standard`: restrictions that an ordinary
   * application doesn't notice. `strict`: also a read-only file system except for `ReadWritePaths` and a few directories of the
   * application; see `hardeningDirectives`.
   * @default no sandbox
   */
  readonly hardening?: HardeningLevel;
}

/** Properties of a `SystemdService`. */
export interface SystemdServiceProps extends ServiceProps {
  /**
   * Directives of the [Unit] section, as systemd.unit(5) names them.
   * @default none
   */
  readonly unit?: UnitDirectives;
  /** Directives of the [Service] section, as systemd.service(5), systemd.exec(5) and systemd.kill(5) name them. */
  readonly service: ServiceDirectives;
  /**
   * Command that shows whether the service would start. Before a deployment stops a running process of the service, it runs this command as
   * the service's user, in its sandbox and with copies of the new files. If the command fails, or takes longer than `TimeoutStartSec`, the
   * deployment is refused and nothing has been changed. The command must end by itself: `Exec.command('/usr/sbin/nginx', ['-t'])`.
   * @default none: a service that doesn't start is noticed after the old process has stopped, and the deployment is rolled back
   */
  readonly bootCheck?: ExecCommand;
  /**
   * Directives of the [Install] section.
   * @default { WantedBy: ['multi-user.target'] }
   */
  readonly install?: InstallDirectives;
}

/** Validation rules for the properties of every kind of service. */
export const serviceRules: PropRules<ServiceProps> = {
  host: hostProp,
  unitName: {
    code: 'unit/invalid-unit-name',
    valid: validUnitName('service'),
    problem: serviceNameProblem,
  },
  instances: {
    code: 'service/invalid-instances',
    valid: `a whole number from 1 to 100, or a list of different names made of letters, digits and :-_.\\`,
    problem: instancesProblem,
  },
  restart: is.oneOf('rolling', 'together'),
  supervisor: is.oneOf('systemd', 'monit'),
  enabled: is.flag,
  startWhen: {
    ...is.path,
    code: 'service/invalid-start-when',
    valid: 'the absolute path of a file that exists only once the application is deployed',
  },
  whenStopped: is.oneOf('keep', 'start', 'fail'),
  stability: {
    ...is.wholeSeconds(0, 600),
    code: 'service/invalid-stability',
    reason: 'the default of 3 s is enough to detect a service that crashes at start',
  },
  adopt: is.flag,
  hardening: is.oneOf('standard', 'strict'),
};

function instancesProblem(value: unknown): string | undefined {
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= 1 && value <= 100 ? undefined : 'is not a whole number from 1 to 100';
  if (!Array.isArray(value)) return 'is neither a number nor a list';
  if (value.length === 0) return 'is empty';
  const bad: unknown = value.find((name) => typeof name !== 'string' || !/^[A-Za-z0-9:_.\\-]+$/.test(name));
  if (bad !== undefined) return `has ${show(bad)}, which is not an instance name`;
  return new Set(value).size === value.length ? undefined : 'has a name twice';
}

/** Returns the names of a service's instances, or none for a service that isn't a template. */
export function instanceNames(instances: ServiceProps['instances']): readonly string[] {
  return typeof instances === 'number' ? Array.from({ length: instances }, (_, index) => String(index + 1)) : (instances ?? []);
}

/** Validation rules for the properties of a service that is described by its directives. */
export const systemdServiceRules: PropRules<SystemdServiceProps> = {
  ...serviceRules,
  unit: is.directives(),
  // The smallest service without issues of its own.
  service: {
    ...is.directives<SystemdServiceProps['service']>(),
    placeholder: () => ({ ExecStart: Exec.command('/bin/true'), User: 'nobody' }),
  },
  install: is.directives(),
  bootCheck: is.instanceOf(ExecCommand, 'a command', `Exec.command('/path/to/program', [arguments])`),
};

/** Picks the properties that every kind of service has, without those of one kind. */
export function serviceProps(props: ServiceProps): ServiceProps {
  const { host, unitName, instances, restart, supervisor, enabled, startWhen, whenStopped, stability, adopt, hardening } = props;
  return { host, unitName, instances, restart, supervisor, enabled, startWhen, whenStopped, stability, adopt, hardening };
}

/** Directories that a Rails application writes to, below its own. */
const WRITTEN = ['log', 'storage', 'tmp'];

/**
 * Returns the directories that an application with strict hardening may write to. Links, as Capistrano makes them, are followed when the
 * service starts.
 */
export function writableDirectories(props: { readonly hardening?: HardeningLevel; readonly workingDirectory: string }): ServiceDirectives {
  if (props.hardening !== 'strict') return {};
  return { ReadWritePaths: WRITTEN.map((directory) => OptionalPath.of(`${props.workingDirectory}/${directory}`)) };
}
