import type { Signal } from './signal';

/** A name of an exit status: those of C, LSB and BSD (systemd.exec(5), "PROCESS EXIT CODES"). */
export type ExitName = (typeof EXIT_NAMES)[number];

/** How a process may end: a status from 0 to 255, its name, or the signal that ended it. */
export type ExitStatus = number | ExitName | Signal;

/** The names; those of systemd's own failures (217/USER …) make no sense where a user lists statuses. */
export const EXIT_NAMES = [
  ...(['SUCCESS', 'FAILURE', 'INVALIDARGUMENT', 'NOTIMPLEMENTED', 'NOPERMISSION', 'NOTINSTALLED', 'NOTCONFIGURED', 'NOTRUNNING'] as const),
  ...(['USAGE', 'DATAERR', 'NOINPUT', 'NOUSER', 'NOHOST', 'UNAVAILABLE', 'SOFTWARE', 'OSERR', 'OSFILE', 'CANTCREAT', 'IOERR'] as const),
  ...(['TEMPFAIL', 'PROTOCOL', 'NOPERM', 'CONFIG'] as const),
] as const;
