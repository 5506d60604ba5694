import type { Construct } from 'constructs';
import type { BundlePart } from '../../bundle';
import { Exec, renderUnitFile, ServiceUnit, TimerUnit, type ServiceDirectives, type TimerDirectives } from '../../systemd';
import type { Issue } from '../../values';
import { bundleFile } from '../host/host-file';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import { namesOfAccounts } from './systemd-service';
import { SystemdUnit, UNIT_DIRECTORY, unitToStart } from './systemd-unit';
import { unitIssues } from './unit-issues';
import { unitRules, type UnitProps } from './unit-props';

/** Properties of a {@link SystemdTimer}. */
export interface SystemdTimerProps extends UnitProps {
  /** Directives of the [Timer] section, as systemd.timer(5) names them: when the program runs. */
  readonly timer: TimerDirectives;
  /**
   * Directives of the [Service] section of the service that the timer starts: its program and its user. `Type` is `oneshot` unless set
   * here.
   */
  readonly service: ServiceDirectives;
  /**
   * Runs the timer from boot on.
   * @default true
   */
  readonly enabled?: boolean;
}

const rules: PropRules<SystemdTimerProps> = {
  ...unitRules('timer'),
  timer: { ...is.directives<TimerDirectives>(), placeholder: () => ({}) },
  service: { ...is.directives<ServiceDirectives>(), placeholder: () => ({ ExecStart: Exec.command('/bin/true'), User: 'nobody' }) },
  enabled: is.flag,
};

/**
 * A program that runs on a schedule, like a cron job, with what cron lacks: a log in the journal, no second run while one is still going,
 * catching up on missed runs (`Persistent`), limits and a sandbox. It is a timer and a service of the same name; a deployment starts the
 * timer, never the service.
 *
 * `unit` is the timer's file and `serviceUnit` the service's; both can be changed until the stack is synthesized.
 *
 * Errors: all that `unitFileIssues` finds, `unit/invalid-unit-name`, `stack/other-stack`, `stack/token-in-text`,
 * `stack/unknown-property`, `stack/invalid-property`.
 *
 * Source: systemd.timer(5)
 *
 * @example
 * ```ts
 * new SystemdTimer(this, 'cleanup', {
 *   host,
 *   timer: { OnCalendar: Calendar.of('Mon..Fri 03:30'), Persistent: true },
 *   service: { ExecStart: Exec.command('/usr/local/bin/cleanup'), User: 'deploy' },
 * });
 * ```
 */
export class SystemdTimer extends SystemdUnit<TimerUnit> {
  /** Unit file of the service that the timer starts. */
  public readonly serviceUnit: ServiceUnit;
  private readonly enabled: boolean;
  private readonly adopt: boolean | undefined;

  public constructor(scope: Construct, id: string, props: SystemdTimerProps) {
    const read = readProps(props, rules);
    super(scope, id, (name) => new TimerUnit(name), read);
    const { timer, service, enabled, adopt } = read.props;
    this.enabled = enabled ?? true;
    this.adopt = adopt;
    this.unit.timer.set(timer);
    this.unit.install.set({ WantedBy: ['timers.target'] });
    this.serviceUnit = new ServiceUnit(this.unitName.replace(/\.timer$/, '.service'));
    this.serviceUnit.service.set({ Type: 'oneshot' }).set(service);
  }

  /** @internal */
  protected override otherIssues(): readonly Issue[] {
    return unitIssues(this.serviceUnit, this.host);
  }

  /** @internal */
  protected override rest(): BundlePart {
    const path = `${UNIT_DIRECTORY}/${this.serviceUnit.name}`;
    return {
      files: [bundleFile(this, { path, adopt: this.adopt }, renderUnitFile(this.serviceUnit).split('\n'), 'unit')],
      services: [unitToStart(this.unitName, this.enabled)],
      requires: namesOfAccounts(this.serviceUnit),
    };
  }
}
