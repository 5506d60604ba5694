import type { Signal } from './signal';

/** The name of an exit status, from C, LSB or BSD (systemd.exec(5), "PROCESS EXIT CODES"). */
export type ExitName = (typeof EXIT_NAMES)[number];

/** The outcome of a process: a status from 0 to 255, its name, or the signal that ended it. */
export type ExitStatus = number | ExitName | Signal;

/** Names of exit statuses. Those of systemd's own failures (217/USER …) are left out, as they make no sense in a user's list. */
export const EXIT_NAMES = [
  ...(['SUCCESS', 'FAILURE', 'INVALIDARGUMENT', 'NOTIMPLEMENTED', 'NOPERMISSION', 'NOTINSTALLED', 'NOTCONFIGURED', 'NOTRUNNING'] as const),
  ...(['USAGE', 'DATAERR', 'NOINPUT', 'NOUSER', 'NOHOST', 'UNAVAILABLE', 'SOFTWARE', 'OSERR', 'OSFILE', 'CANTCREAT', 'IOERR'] as const),
  ...(['TEMPFAIL', 'PROTOCOL', 'NOPERM', 'CONFIG'] as const),
] as const;
