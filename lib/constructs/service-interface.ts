import type { IConstruct } from 'constructs';
import type { ServiceUnit } from '../systemd';
import type { IHostTarget } from './host-target';

/** A service that can be put into a slice or under a target: a `SystemdService`, whatever its kind. */
export interface ISystemdService extends IConstruct {
  /** The host that runs it. */
  readonly host: IHostTarget;
  /** Name of its unit, with the suffix. */
  readonly unitName: string;
  /** Its unit file. */
  readonly unit: ServiceUnit;
}
