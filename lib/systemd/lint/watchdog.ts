import { Duration } from '../../values';
import { rule } from './rule';

/** Sidekiq's own heart beats at half the interval, and its threads share one interpreter lock: below this, load looks like death. */
const SHORTEST = Duration.seconds(15);
/** Sidekiq divides the interval with whole seconds in mind and crashes at boot below one. */
const IMPOSSIBLE = Duration.seconds(1);

/** `systemd/watchdog-too-short`: a busy service is aborted, and what it was doing is lost. Sources: systemd.service(5), sd_watchdog_enabled(3). */
export const watchdogTooShort = rule(({ service }) => {
  const interval = service.get('WatchdogSec');
  if (!(interval instanceof Duration) || interval.problem() !== undefined || interval.toSeconds() === 0) return undefined;
  if (interval.toSeconds() >= SHORTEST.toSeconds()) return undefined;
  return {
    code: 'systemd/watchdog-too-short',
    severity: interval.toSeconds() < IMPOSSIBLE.toSeconds() ? 'error' : 'warning',
    property: 'service.WatchdogSec',
    got: String(interval),
    expected: `${SHORTEST} or more`,
    remedy: 'Use 30 seconds: a busy service that misses a short watchdog is aborted with its work.',
  };
});

/** `systemd/watchdog-without-notify`: a service that does not speak sd_notify is aborted again and again. Source: systemd.service(5), WatchdogSec=. */
export const watchdogWithoutNotify = rule(({ service }) => {
  const interval = service.get('WatchdogSec');
  const type = service.get('Type') ?? 'simple';
  if (interval === undefined || (interval instanceof Duration && interval.toSeconds() === 0)) return undefined;
  if (type === 'notify' || type === 'notify-reload') return undefined;
  return {
    code: 'systemd/watchdog-without-notify',
    property: 'service.WatchdogSec',
    got: `WatchdogSec with Type=${type}`,
    expected: 'Type=notify, because a watchdog needs a service that reports',
    remedy: 'Set Type to notify, or leave WatchdogSec out: a silent service is aborted at each interval.',
  };
});

/** `systemd/notify-access-none`: systemd would overrule it. Source: systemd.service(5), NotifyAccess=. */
export const notifyAccessNone = rule(({ service }) => {
  const type = service.get('Type');
  if (service.get('NotifyAccess') !== 'none' || (type !== 'notify' && type !== 'notify-reload')) return undefined;
  return {
    code: 'systemd/notify-access-none',
    severity: 'error',
    property: 'service.NotifyAccess',
    got: `none with Type=${type}`,
    expected: 'main, exec or all',
    remedy: 'Leave NotifyAccess out: main is the default here, and what systemd makes of none.',
  };
});
