import type { Trial } from './reader-trials';

/** The reason for a difference between systemd and our readers, and the values that it explains. */
export interface ReaderDifference {
  readonly reason: string;
  /**
   * Versions of systemd with the difference.
   * @default all versions
   */
  readonly versions?: readonly number[];
  readonly explains: (trial: Trial) => boolean;
}

/** Values that systemd and our readers report differently. */
export const READER_DIFFERENCES: readonly ReaderDifference[] = [
  {
    reason: 'The personality is that of another architecture, which hosts of that architecture accept.',
    explains: ({ name, value }) => name === 'Personality' && value === 'arm64',
  },
];
