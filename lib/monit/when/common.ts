import { limited, state } from './steps';

/** Tests that processes and files have in common, and tests of every check. */
export const COMMON = {
  /** Fires when the process or file doesn't exist. Monit adds `if does not exist then restart` unless a rule replaces it. */
  doesNotExist: () => state<'doesNotExist'>({ test: 'doesNotExist' }),
  /** Fires when the process or file exists. */
  exists: () => state<'exists'>({ test: 'exists' }),
  /** User: the real user of a process, the owner of a file. */
  uid: {
    /** Fires when the user is not this one. */
    isNot: (account: string | number) => state<'failedUid'>({ test: 'failedUid', account }),
  },
  /** Group of the process or file. */
  gid: {
    /** Fires when the group is not this one. */
    isNot: (account: string | number) => state<'failedGid'>({ test: 'failedGid', account }),
  },
  /**
   * Fires when Monit has restarted the service this often: `when.restarts(5, { within: 5 }).do(unmonitor())`. No rate and no recovery.
   *
   * @param restarts number of restarts
   * @param window period in which they happen
   * @param window.within number of cycles
   */
  restarts: (restarts: number, { within }: { readonly within: number }) => limited<'restarts'>({ test: 'restarts', restarts, within }),
} as const;
