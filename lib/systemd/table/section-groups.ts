/** A section that systemd reads, named without the brackets. */
export type SectionName = 'Unit' | 'Service' | 'Timer' | 'Socket' | 'Path' | 'Mount' | 'Automount' | 'Swap' | 'Slice' | 'Scope' | 'Install';

/** Groups of directives in each section, in the order in which they are written. */
export const SECTION_GROUPS: Readonly<Record<SectionName, readonly string[]>> = {
  Unit: ['unit'],
  Service: ['service', 'kill', 'exec', 'resource-control'],
  Timer: ['timer'],
  Socket: ['socket', 'kill', 'exec', 'resource-control'],
  Path: ['path'],
  Mount: ['mount', 'kill', 'exec', 'resource-control'],
  Automount: ['automount'],
  Swap: ['swap', 'kill', 'exec', 'resource-control'],
  Slice: ['slice', 'resource-control'],
  Scope: ['scope', 'kill', 'resource-control'],
  Install: ['install'],
};
