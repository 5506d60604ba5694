import { CHECK_KINDS } from '../check-kind';
import type { TestRows } from './row';

const ON_DISK = ['file', 'directory', 'fifo', 'filesystem'] as const;
const SEEN = ['process', ...ON_DISK] as const;

/** Tests that processes and files have in common, and tests of every check. Source: Monit manual, "Service tests". */
export const COMMON_TESTS = {
  /** The process or file doesn't exist. */
  doesNotExist: { words: 'does not exist', operand: 'none', checks: SEEN, recovers: true },
  /** The process or file exists. */
  exists: { words: 'exist', operand: 'none', checks: SEEN, recovers: true },
  /** The user is not this one. */
  failedUid: { words: 'failed uid', operand: 'account', checks: SEEN, recovers: true, once: true },
  /** The group is not this one. */
  failedGid: { words: 'failed gid', operand: 'account', checks: SEEN, recovers: true, once: true },
  /** Monit has restarted the service this often. */
  restarts: { words: '', operand: 'restarts', checks: CHECK_KINDS, recovers: false, rated: false },
} as const satisfies TestRows;
