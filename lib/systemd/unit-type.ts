/** A type of unit that has files, which is the suffix of its name. */
export type UnitType = 'service' | 'timer' | 'socket' | 'path' | 'mount' | 'automount' | 'swap' | 'slice' | 'scope' | 'target';
