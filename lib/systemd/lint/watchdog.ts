import { Duration, show } from '../../values';
import { rule } from './rule';

/**
 * Shortest useful interval in seconds. Sidekiq notifies the watchdog at half the interval, and its threads share one interpreter lock, so
 * a busy process would miss a shorter one.
 */
const SHORTEST = 15;
/** Interval in seconds below which Sidekiq crashes at boot: it reads whole seconds. */
const SIDEKIQ_CRASHES_BELOW = 1;

/** Sources: systemd.service(5), WatchdogSec=; sd_watchdog_enabled(3). */
export const watchdogTooShort = rule({
  code: 'unit/watchdog-too-short',
  reason:
    'The threads of a busy Sidekiq share one lock, so it can miss a short watchdog: systemd then aborts it, and running jobs are lost.',
  bad: () => ({ service: { Type: 'notify', WatchdogSec: Duration.seconds(14.9) } }),
  good: () => ({ service: { Type: 'notify', WatchdogSec: Duration.seconds(15) } }),
  find: ({ service }) => {
    const interval = service.get('WatchdogSec');
    if (!(interval instanceof Duration) || interval.problem() !== undefined || interval.toSeconds() === 0) return undefined;
    if (interval.toSeconds() >= SHORTEST) return undefined;
    const crashes = interval.toSeconds() < SIDEKIQ_CRASHES_BELOW;
    return {
      severity: crashes ? 'error' : 'warning',
      place: ['service', 'WatchdogSec'],
      problem: crashes ? `${interval} makes Sidekiq crash at boot` : `a busy service may not notify the watchdog within ${interval}`,
      remedy: `Set Duration.seconds(30), or at least ${Duration.seconds(SHORTEST)}: systemd aborts a service that misses its watchdog.`,
    };
  },
});

/** Source: systemd.service(5), WatchdogSec=. */
export const watchdogWithoutNotify = rule({
  code: 'unit/watchdog-without-notify',
  reason: 'systemd considers a service hung that never notifies the watchdog, and aborts it after each interval.',
  bad: () => ({ service: { WatchdogSec: Duration.seconds(30) } }),
  good: () => ({ service: { WatchdogSec: Duration.seconds(30), Type: 'notify' } }),
  find: ({ service }) => {
    const interval = service.get('WatchdogSec');
    const type = service.get('Type') ?? 'simple';
    if (interval === undefined || (interval instanceof Duration && interval.toSeconds() === 0)) return undefined;
    if (type === 'notify' || type === 'notify-reload') return undefined;
    return {
      place: ['service', 'WatchdogSec'],
      problem: `a watchdog of ${show(interval)} is set, but Type is ${show(type)}`,
      remedy: 'Set Type to "notify", or leave WatchdogSec out: systemd aborts a service that does not notify the watchdog.',
    };
  },
});

/** Source: systemd.service(5), NotifyAccess=. */
export const notifyAccessNone = rule({
  code: 'unit/notify-access-none',
  reason: 'systemd would discard the service’s readiness notification, so it uses main instead.',
  bad: () => ({ service: { Type: 'notify', NotifyAccess: 'none' } }),
  good: () => ({ service: { Type: 'simple', NotifyAccess: 'none' } }),
  find: ({ service }) => {
    const type = service.get('Type');
    if (service.get('NotifyAccess') !== 'none' || (type !== 'notify' && type !== 'notify-reload')) return undefined;
    return {
      severity: 'error',
      place: ['service', 'NotifyAccess'],
      problem: `"none" rejects the notification that Type ${show(type)} needs`,
      remedy: 'Leave NotifyAccess out: "main" is the default for this Type, and systemd uses it instead of "none".',
    };
  },
});
