import type { Trial } from './reader-trials';

/** Why our readers do not say of a value what systemd says, and of which values that is so. */
export interface ReaderDifference {
  readonly reason: string;
  /** Versions of systemd with which it is so; absent: every one. */
  readonly versions?: readonly number[];
  readonly explains: (trial: Trial) => boolean;
}

/** Values of which systemd and our readers say different things. */
export const READER_DIFFERENCES: readonly ReaderDifference[] = [
  {
    reason: 'The personality is one of another architecture, which a host of that architecture takes.',
    explains: ({ name, value }) => name === 'Personality' && value === 'arm64',
  },
];
