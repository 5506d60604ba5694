import type { WhenStopped } from '../bundle';
import { Ruby } from '../sidekiq';
import {
  Exec,
  ExecCommand,
  OptionalPath,
  type HardeningLevel,
  type InstallDirectives,
  type ServiceDirectives,
  type UnitDirectives,
} from '../systemd';
import { show, type Duration } from '../values';
import type { IHostTarget } from './host-target';
import * as is from './prop-kinds';
import type { PropRules } from './props';
import { serviceNameProblem } from './unit-name';

/** Who restarts a service's process when it is gone. */
export type Supervisor = 'systemd' | 'monit';

/** In which order a deployment restarts the instances of a service. */
export type RestartOrder = 'rolling' | 'together';

/** What every kind of service has. */
export interface ServiceProps {
  /** The host that runs the service. */
  readonly host: IHostTarget;
  /**
   * Name of the unit, with or without `.service`; no template.
   * @default the construct's id
   */
  readonly unitName?: string;
  /**
   * Runs the service several times: as many instances, called `1`, `2` and so on, or one of each name. The unit is then a template,
   * `sidekiq@.service`, whose `%i` is the instance's name; its instances are `sidekiq@1.service` and so on, and a target,
   * `sidekiq.target`, starts, stops and restarts them all.
   * @default the service runs once, and its unit is no template
   */
  readonly instances?: number | readonly string[];
  /**
   * How a deployment restarts instances: one after the other, the next when the last is ready again, so that some always work and a release
   * that can’t boot is found by the first; or all at once, which is over sooner.
   * @default 'rolling'
   */
  readonly restart?: RestartOrder;
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
   * before any code. When the path is there, the service starts, after a deployment, a crash or a boot; not one that an operator
   * has stopped. A path unit, `<name>-start-when.path`, and a small program see to that.
   *
   * Source: systemd.path(5), https://github.com/systemd/systemd/issues/29149
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
  /**
   * Takes over a unit of that name that is on the host already, instead of refusing to replace it. What it was is kept there, and comes back
   * when the stack lets go of it.
   * @default false
   */
  readonly adopt?: boolean;
  /**
   * Locks the service up with a set of directives, each of which the service's own wins over. `standard`: what an ordinary application does not
   * notice. `strict`: also a file system that can’t be written to but for `ReadWritePaths` and a few directories of the application; see
   * `hardeningDirectives`.
   * @default none: no sandbox
   */
  readonly hardening?: HardeningLevel;
}

/** Properties of a `SystemdService`. */
export interface SystemdServiceProps extends ServiceProps {
  /** Directives of the [Unit] section, as systemd.unit(5) names them. */
  readonly unit?: UnitDirectives;
  /** Directives of the [Service] section, as systemd.service(5), systemd.exec(5) and systemd.kill(5) name them. */
  readonly service: ServiceDirectives;
  /**
   * A command that shows whether the service would start: it runs, as the service's user and in its sandbox, before a deployment stops a process
   * of the service that runs, with copies of the new files. Where it fails, or takes longer than `TimeoutStartSec`, the deployment is refused and
   * nothing has been touched. It must end by itself: `Exec.command('/usr/sbin/nginx', ['-t'])`.
   * @default none: that the service does not start is found when the old process has stopped, and the deployment is rolled back
   */
  readonly bootCheck?: ExecCommand;
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
    problem: serviceNameProblem,
  },
  instances: {
    code: 'constructs/bad-instances',
    expected: `a number from 1 to 100, or a list of different names of letters, digits and :-_.\\`,
    remedy: 'Leave it out for a service that runs once.',
    problem: instancesProblem,
  },
  restart: is.oneOf('rolling', 'together'),
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
  adopt: is.flag,
  hardening: is.oneOf('standard', 'strict'),
};

function instancesProblem(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 1 && value <= 100 ? undefined : 'is not such a number';
  if (!Array.isArray(value)) return 'is neither';
  if (value.length === 0) return 'is empty';
  const bad: unknown = value.find((name) => typeof name !== 'string' || !/^[A-Za-z0-9:_.\\-]+$/.test(name));
  if (bad !== undefined) return `has ${show(bad)}, which is no name of an instance`;
  return new Set(value).size === value.length ? undefined : 'names one twice';
}

/** The names of a service's instances; none for a service that is no template. */
export function instanceNames(instances: ServiceProps['instances']): readonly string[] {
  return typeof instances === 'number' ? Array.from({ length: instances }, (_, index) => String(index + 1)) : (instances ?? []);
}

/** What the properties of a service that is described by its directives must be. */
export const systemdServiceRules: PropRules<SystemdServiceProps> = {
  ...serviceRules,
  unit: is.directives(),
  // As little as has no issue of its own.
  service: {
    ...is.directives<SystemdServiceProps['service']>(),
    standIn: () => ({ ExecStart: Exec.command('/bin/true'), User: 'nobody' }),
  },
  install: is.directives(),
  bootCheck: is.instanceOf(ExecCommand, 'a command: Exec.command(…)'),
};

/** The Ruby that was asked for; where something is wrong with it, which is told once and by its own name, the system's. */
export function usableRuby(ruby = Ruby.system()): Ruby {
  return ruby.issues().length === 0 ? ruby : Ruby.system();
}

/** What a kind of service hands on to every kind of service, without what is its own. */
export function serviceProps(props: ServiceProps): ServiceProps {
  const { host, unitName, instances, restart, supervisor, enabled, startWhen, whenStopped, stability, adopt, hardening } = props;
  return { host, unitName, instances, restart, supervisor, enabled, startWhen, whenStopped, stability, adopt, hardening };
}

/** Where a Rails application writes below its own directory. */
const WRITTEN = ['log', 'storage', 'tmp'];

/** What an application that is locked up strictly may write to; links, as Capistrano makes them, are followed when the service starts. */
export function writableDirectories(props: { readonly hardening?: HardeningLevel; readonly workingDirectory: string }): ServiceDirectives {
  if (props.hardening !== 'strict') return {};
  return { ReadWritePaths: WRITTEN.map((directory) => OptionalPath.of(`${props.workingDirectory}/${directory}`)) };
}
