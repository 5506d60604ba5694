import { CHECK_KINDS, type TestRows } from './row';

const ON_DISK = ['file', 'directory', 'fifo', 'filesystem'] as const;
const SEEN = ['process', ...ON_DISK] as const;

/** What a process and what is on disk have in common, and what every check has. Source: Monit manual, "Service tests". */
export const COMMON_TESTS = {
  /** It is gone. */
  doesNotExist: { words: 'does not exist', operand: 'none', checks: SEEN, recovers: true },
  /** It is there. */
  exists: { words: 'exist', operand: 'none', checks: SEEN, recovers: true },
  /** It belongs to another user than this one. */
  failedUid: { words: 'failed uid', operand: 'account', checks: SEEN, recovers: true, once: true },
  /** It belongs to another group than this one. */
  failedGid: { words: 'failed gid', operand: 'account', checks: SEEN, recovers: true, once: true },
  /** Monit has restarted it so often. */
  restarts: { words: '', operand: 'restarts', checks: CHECK_KINDS, recovers: false, rated: false },
} as const satisfies TestRows;
