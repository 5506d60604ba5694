import type { Construct } from 'constructs';
import { SliceUnit, type SliceDirectives } from '../../systemd';
import type { Issue } from '../../values';
import { otherHost } from '../host/other-host';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import type { ISystemdService } from './service-interface';
import { SystemdUnit } from './systemd-unit';
import { unitRules, type UnitProps } from './unit-props';

/** Properties of a {@link SystemdSlice}. */
export interface SystemdSliceProps extends UnitProps {
  /**
   * Directives of the [Slice] section: limits for all of its services together, as systemd.resource-control(5) names them.
   * @default none: no limits
   */
  readonly slice?: SliceDirectives;
}

const rules: PropRules<SystemdSliceProps> = { ...unitRules('slice'), slice: is.directives() };

/**
 * A slice: one limit of memory, CPU time or tasks for several services together, such as `MemoryMax` for all workers of a host. It starts
 * with its first service. A changed limit takes effect at once, without any restart.
 *
 * A `-` in its name makes it a part of another slice: `apps-workers.slice` is in `apps.slice`.
 *
 * Errors: all that `unitFileIssues` finds, `unit/invalid-unit-name`, `host/other-host`, `stack/other-stack`,
 * `stack/token-in-text`, `stack/unknown-property`, `stack/invalid-property`.
 *
 * Source: systemd.slice(5), systemd.resource-control(5)
 *
 * @example
 * ```ts
 * const slice = new SystemdSlice(this, 'workers', { host, slice: { MemoryMax: Size.gibibytes(6) } });
 * slice.addServices(sidekiq);
 * ```
 */
export class SystemdSlice extends SystemdUnit<SliceUnit> {
  private readonly servicesOfOtherHosts: string[] = [];

  public constructor(scope: Construct, id: string, props: SystemdSliceProps) {
    const read = readProps(props, rules);
    super(scope, id, (name) => new SliceUnit(name), read);
    this.unit.slice.set(read.props.slice ?? {});
  }

  /**
   * Adds services to the slice (`Slice=`). A running service moves when it is restarted, which a deployment does.
   *
   * @param services services of the same host
   */
  public addServices(...services: readonly ISystemdService[]): this {
    for (const service of services) {
      service.unit.service.set({ Slice: this.unitName });
      if (service.host !== this.host) this.servicesOfOtherHosts.push(service.unitName);
    }
    return this;
  }

  /** @internal */
  protected override otherIssues(): readonly Issue[] {
    return this.servicesOfOtherHosts.map((unitName) => otherHost(['addServices'], unitName));
  }
}
