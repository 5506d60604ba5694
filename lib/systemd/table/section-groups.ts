/** A section that systemd reads, as in the brackets. */
export type SectionName = keyof typeof SECTION_GROUPS;

/** Which groups of directives each section takes, in the order in which they are written. */
export const SECTION_GROUPS = {
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
} as const;
