import { limited, state } from './steps';

/** What a process and what is on disk have in common, and what every check has. */
export const COMMON = {
  /** It is gone. Monit adds `if does not exist then restart` where no rule says otherwise. */
  doesNotExist: () => state<'doesNotExist'>({ test: 'doesNotExist' }),
  /** It is there. */
  exists: () => state<'exists'>({ test: 'exists' }),
  /** Its user: the real one of a process, the owner of a file. */
  uid: {
    /** It is another one than this. */
    isNot: (account: string | number) => state<'failedUid'>({ test: 'failedUid', account }),
  },
  /** Its group. */
  gid: {
    /** It is another one than this. */
    isNot: (account: string | number) => state<'failedGid'>({ test: 'failedGid', account }),
  },
  /**
   * Monit has restarted it so often: `when.restarts(5, { within: 5 }).do(unmonitor())`. No rate and no recovery.
   *
   * @param restarts so many
   * @param window in how many cycles
   * @param window.within so many cycles
   */
  restarts: (restarts: number, { within }: { readonly within: number }) => limited<'restarts'>({ test: 'restarts', restarts, within }),
} as const;
