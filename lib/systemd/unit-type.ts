/** A type of unit that has files: the suffix of its name. */
export type UnitType = 'service' | 'timer' | 'socket' | 'path' | 'mount' | 'automount' | 'swap' | 'slice' | 'scope' | 'target';
