/** Permitted access to a device: any of read (`r`), write (`w`) and creating its node (`m`). */
export type DeviceAccess = 'r' | 'w' | 'm' | 'rw' | 'rm' | 'wm' | 'rwm';

/** A device that a unit may use (DeviceAllow=). */
export interface DeviceRule {
  /** Path below /dev, or a device group from /proc/devices: `char-pts`, `block-*`. */
  readonly device: string;
  /**
   * Permitted access.
   * @default rwm
   */
  readonly access?: DeviceAccess;
}
