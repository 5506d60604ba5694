import { oneOf } from './plain';
import type { Kind } from './kind';

/** A syslog level, most severe first. */
export type SyslogLevel = 'emerg' | 'alert' | 'crit' | 'err' | 'warning' | 'notice' | 'info' | 'debug';

/** SyslogLevel= and LogLevelMax=. */
export const level: Kind<SyslogLevel> = words('emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug');

/** A syslog facility that services use. */
export type SyslogFacility =
  | ('kern' | 'user' | 'mail' | 'daemon' | 'auth' | 'syslog' | 'lpr' | 'news' | 'uucp' | 'cron' | 'authpriv' | 'ftp')
  | `local${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`;

/** SyslogFacility=. */
export const facility: Kind<SyslogFacility> = words<SyslogFacility>(
  ...(['kern', 'user', 'mail', 'daemon', 'auth', 'syslog', 'lpr', 'news', 'uucp', 'cron', 'authpriv', 'ftp'] as const),
  ...(['local0', 'local1', 'local2', 'local3', 'local4', 'local5', 'local6', 'local7'] as const),
);

/** An action of systemd on the whole machine (systemd.unit(5), FailureAction=). */
export type SystemAction =
  | ('none' | 'reboot' | 'reboot-force' | 'reboot-immediate' | 'poweroff' | 'poweroff-force' | 'poweroff-immediate' | 'exit' | 'exit-force')
  | ('halt' | 'halt-force' | 'halt-immediate' | 'kexec' | 'kexec-force' | 'soft-reboot' | 'soft-reboot-force');

/** FailureAction= and similar. */
export const systemAction: Kind<SystemAction> = oneOf<SystemAction>({
  none: 'always',
  reboot: 'always',
  'reboot-force': 'always',
  'reboot-immediate': 'always',
  poweroff: 'always',
  'poweroff-force': 'always',
  'poweroff-immediate': 'always',
  exit: 'always',
  'exit-force': 'always',
  halt: 254,
  'halt-force': 254,
  'halt-immediate': 254,
  kexec: 254,
  'kexec-force': 254,
  'soft-reboot': 254,
  'soft-reboot-force': 254,
});

/** The way a queued start or stop interacts with other queued jobs (systemctl(1), --job-mode=). */
export type JobMode =
  | ('fail' | 'replace' | 'replace-irreversibly' | 'isolate' | 'flush' | 'ignore-dependencies' | 'ignore-requirements' | 'triggering')
  | ('restart-dependencies' | 'lenient');

/** OnFailureJobMode= and OnSuccessJobMode=. */
export const jobMode: Kind<JobMode> = oneOf<JobMode>({
  fail: 'always',
  replace: 'always',
  'replace-irreversibly': 'always',
  isolate: 'always',
  flush: 'always',
  'ignore-dependencies': 'always',
  'ignore-requirements': 'always',
  triggering: 'always',
  'restart-dependencies': 257,
  lenient: 262,
});

function words<W extends string>(...all: readonly W[]): Kind<W> {
  return oneOf(Object.fromEntries(all.map((word) => [word, 'always'])) as Readonly<Record<W, 'always'>>);
}
