/** Partition roles in a disk image. Source: partition_designator_from_string. */
export const PARTITIONS: readonly string[] = [
  ...[
    'root',
    'usr',
    'home',
    'srv',
    'esp',
    'xbootldr',
    'swap',
    'root-verity',
    'usr-verity',
    'root-verity-sig',
    'usr-verity-sig',
    'tmp',
    'var',
  ],
  ...[
    'root-secondary',
    'usr-secondary',
    'root-secondary-verity',
    'usr-secondary-verity',
    'root-other',
    'usr-other',
    'root-other-verity',
    'usr-other-verity',
  ],
];
