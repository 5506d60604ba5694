import type { IConstruct } from 'constructs';
import type { ServiceUnit } from '../../systemd';
import type { IHostTarget } from '../host/host-target';

/** A service that can be added to a slice or a target: a `SystemdService` of any kind. */
export interface ISystemdService extends IConstruct {
  /** The host that runs it. */
  readonly host: IHostTarget;
  /** Name of its unit, with the suffix. */
  readonly unitName: string;
  /** Its unit file. */
  readonly unit: ServiceUnit;
}
