import type { Construct } from 'constructs';
import type { BundlePart } from '../../bundle';
import { TargetUnit } from '../../systemd';
import type { Issue } from '../../values';
import { otherHost } from '../host/other-host';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import type { ISystemdService } from './service-interface';
import { SystemdUnit, unitToStart } from './systemd-unit';
import { unitRules, type UnitProps } from './unit-props';

/** Properties of a {@link SystemdTarget}. */
export interface SystemdTargetProps extends UnitProps {
  /**
   * Starts the target, and with it its services, at boot.
   * @default true
   */
  readonly enabled?: boolean;
}

const rules: PropRules<SystemdTargetProps> = { ...unitRules('target'), enabled: is.flag };

/**
 * A target: several services under one name. `systemctl stop workers.target` stops them all, `start` and `restart` work the same way, and
 * they start at boot with the target.
 *
 * Errors: all that `unitFileIssues` finds, `unit/invalid-unit-name`, `host/other-host`, `stack/other-stack`,
 * `stack/token-in-text`, `stack/unknown-property`, `stack/invalid-property`.
 *
 * Source: systemd.target(5); systemd.unit(5), PartOf=
 *
 * @example
 * ```ts
 * const workers = new SystemdTarget(this, 'workers', { host });
 * workers.addServices(sidekiq);
 * ```
 */
export class SystemdTarget extends SystemdUnit<TargetUnit> {
  private readonly enabled: boolean;
  private readonly servicesOfOtherHosts: string[] = [];

  public constructor(scope: Construct, id: string, props: SystemdTargetProps) {
    const read = readProps(props, rules);
    super(scope, id, (name) => new TargetUnit(name), read);
    this.enabled = read.props.enabled ?? true;
    this.unit.install.set({ WantedBy: ['multi-user.target'] });
  }

  /**
   * Adds services to the target: they start with it at boot (`WantedBy=`), and stop and restart with it (`PartOf=`).
   *
   * @param services services of the same host
   */
  public addServices(...services: readonly ISystemdService[]): this {
    for (const service of services) {
      service.unit.unit.add({ PartOf: [this.unitName] });
      service.unit.install.set({ WantedBy: [this.unitName] });
      if (service.host !== this.host) this.servicesOfOtherHosts.push(service.unitName);
    }
    return this;
  }

  /** @internal */
  protected override otherIssues(): readonly Issue[] {
    return this.servicesOfOtherHosts.map((unitName) => otherHost(['addServices'], unitName));
  }

  /** @internal */
  protected override rest(): BundlePart {
    return { services: [unitToStart(this.unitName, this.enabled)] };
  }
}
