/** What a unit may do with a device: any of reading (`r`), writing (`w`) and making its node (`m`). */
export type DeviceAccess = 'r' | 'w' | 'm' | 'rw' | 'rm' | 'wm' | 'rwm';

/** A device that a unit may use (DeviceAllow=). */
export interface DeviceRule {
  /** Path below /dev, or a group of devices as /proc/devices names them: `char-pts`, `block-*`. */
  readonly device: string;
  /** What it may do with it. Default: rwm. */
  readonly access?: DeviceAccess;
}
