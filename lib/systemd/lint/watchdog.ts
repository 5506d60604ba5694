import { Duration } from '../../values';
import { rule } from './rule';

/**
 * Sidekiq pings the watchdog at half the interval, and its threads share one interpreter lock. With a shorter interval, a busy process
 * looks hung.
 */
const SHORTEST = 15;
/** Sidekiq expects an interval of whole seconds and crashes at boot below one. */
const IMPOSSIBLE = 1;

/** Sources: systemd.service(5), WatchdogSec=; sd_watchdog_enabled(3). */
export const watchdogTooShort = rule({
  code: 'unit/watchdog-too-short',
  reason:
    'The threads of a busy Sidekiq share one lock, so it can miss a short watchdog: systemd aborts it, and its running jobs are lost.',
  bad: () => ({ service: { Type: 'notify', WatchdogSec: Duration.seconds(14.9) } }),
  good: () => ({ service: { Type: 'notify', WatchdogSec: Duration.seconds(15) } }),
  find: ({ service }) => {
    const interval = service.get('WatchdogSec');
    if (!(interval instanceof Duration) || interval.problem() !== undefined || interval.toSeconds() === 0) return undefined;
    if (interval.toSeconds() >= SHORTEST) return undefined;
    return {
      severity: interval.toSeconds() < IMPOSSIBLE ? 'error' : 'warning',
      place: ['service', 'WatchdogSec'],
      got: String(interval),
      expected: `${Duration.seconds(SHORTEST)} or more`,
      remedy: 'Use 30 seconds: systemd aborts a busy service that misses a short watchdog, and its work is lost.',
    };
  },
});

/** Source: systemd.service(5), WatchdogSec=. */
export const watchdogWithoutNotify = rule({
  code: 'unit/watchdog-without-notify',
  reason: 'systemd takes a service that never notifies the watchdog as hung, and aborts it at every interval.',
  bad: () => ({ service: { WatchdogSec: Duration.seconds(30) } }),
  good: () => ({ service: { WatchdogSec: Duration.seconds(30), Type: 'notify' } }),
  find: ({ service }) => {
    const interval = service.get('WatchdogSec');
    const type = service.get('Type') ?? 'simple';
    if (interval === undefined || (interval instanceof Duration && interval.toSeconds() === 0)) return undefined;
    if (type === 'notify' || type === 'notify-reload') return undefined;
    return {
      place: ['service', 'WatchdogSec'],
      got: `WatchdogSec with Type=${type}`,
      expected: 'Type=notify, because a watchdog needs a service that notifies systemd',
      remedy: 'Set Type to notify, or leave WatchdogSec out: systemd aborts a silent service at every interval.',
    };
  },
});

/** Source: systemd.service(5), NotifyAccess=. */
export const notifyAccessNone = rule({
  code: 'unit/notify-access-none',
  reason: 'The service’s readiness notification would be ignored, so systemd overrides the setting.',
  bad: () => ({ service: { Type: 'notify', NotifyAccess: 'none' } }),
  good: () => ({ service: { Type: 'simple', NotifyAccess: 'none' } }),
  find: ({ service }) => {
    const type = service.get('Type');
    if (service.get('NotifyAccess') !== 'none' || (type !== 'notify' && type !== 'notify-reload')) return undefined;
    return {
      severity: 'error',
      place: ['service', 'NotifyAccess'],
      got: `none with Type=${type}`,
      expected: 'main, exec or all',
      remedy: 'Leave NotifyAccess out: main is the default for this type, and systemd replaces none with it.',
    };
  },
});
