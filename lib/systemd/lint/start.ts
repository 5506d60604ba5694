import { Duration } from '../../values';
import { Exec } from '../exec';
import { listOf } from '../values/one-or-many';
import { baseName, commandsOf, wordsOf } from './commands';
import { rule } from './rule';

const two = () => [Exec.command('/bin/a'), Exec.command('/bin/b')];

/** Source: systemd.service(5), ExecStart=. */
export const execStartMissing = rule({
  code: 'unit/exec-start-missing',
  reason: 'systemd refuses a service without a command.',
  bad: () => ({ service: { ExecStart: [] } }),
  good: () => ({ service: { ExecStart: Exec.command('/bin/true') } }),
  find: ({ service }) => {
    const commands = service.get('ExecStart');
    if (commands !== undefined && listOf(commands).length > 0) return undefined;
    return {
      severity: 'error',
      place: ['service', 'ExecStart'],
      got: 'no command',
      expected: 'a command',
      remedy: 'Set ExecStart: systemd refuses a service without it.',
    };
  },
});

/** Source: systemd.service(5), ExecStart=. */
export const execStartSeveral = rule({
  code: 'unit/exec-start-several',
  reason: 'systemd refuses a service with several commands unless its type is oneshot.',
  bad: () => ({ service: { ExecStart: two() } }),
  good: () => ({ service: { ExecStart: two(), Type: 'oneshot' } }),
  find: ({ service }) => {
    const count = listOf(service.get('ExecStart') ?? []).length;
    const type = service.get('Type') ?? 'simple';
    if (count < 2 || type === 'oneshot') return undefined;
    return {
      severity: 'error',
      place: ['service', 'ExecStart'],
      got: `${count} commands with Type=${type}`,
      expected: 'one command, or Type=oneshot',
      remedy: 'Move all but the last to ExecStartPre: systemd refuses the unit.',
    };
  },
});

/** Source: systemd.service(5), Restart=. */
export const oneshotRestart = rule({
  code: 'unit/oneshot-restart',
  reason: 'systemd refuses a oneshot service that restarts after success, because it would never end.',
  bad: () => ({ service: { Type: 'oneshot', Restart: 'always', RestartSec: Duration.seconds(5) } }),
  good: () => ({ service: { Type: 'oneshot', Restart: 'on-failure', RestartSec: Duration.seconds(5) } }),
  find: ({ service }) => {
    const restart = service.get('Restart');
    if (service.get('Type') !== 'oneshot' || (restart !== 'always' && restart !== 'on-success')) return undefined;
    return {
      severity: 'error',
      place: ['service', 'Restart'],
      got: `${restart} with Type=oneshot`,
      expected: 'no, on-failure, on-abnormal, on-watchdog or on-abort',
      remedy: 'Use on-failure: systemd refuses a oneshot service that restarts after success.',
    };
  },
});

/** Source: systemd.service(5), BusName=. */
export const dbusWithoutName = rule({
  code: 'unit/dbus-without-name',
  reason: 'systemd considers the service started when this name is on the bus, and refuses the unit without it.',
  bad: () => ({ service: { Type: 'dbus' } }),
  good: () => ({ service: { Type: 'dbus', BusName: 'org.example' } }),
  find: ({ service }) => {
    if (service.get('Type') !== 'dbus' || service.get('BusName') !== undefined) return undefined;
    return {
      severity: 'error',
      place: ['service', 'BusName'],
      got: 'Type=dbus without BusName',
      expected: 'the name that the service acquires on the bus',
      remedy: 'Set BusName, or another Type: systemd refuses the unit.',
    };
  },
});

const DEFAULT_PAUSE_SECONDS = 0.1;
const DEFAULT_INTERVAL_SECONDS = 10;
const DEFAULT_BURST = 5;

/** Source: systemd.unit(5), StartLimitIntervalSec=. */
export const restartGivesUp = rule({
  code: 'unit/restart-gives-up',
  reason:
    'A service that crashes at boot, for example while Redis is unavailable for a minute, reaches its start limit and stays down until someone restarts it.',
  bad: () => ({ service: { Restart: 'always', RestartSec: Duration.seconds(1.9) } }),
  good: () => ({ service: { Restart: 'always', RestartSec: Duration.seconds(2) } }),
  find: ({ unit, service }) => {
    const restart = service.get('Restart') ?? 'no';
    const pause = service.get('RestartSec') ?? Duration.seconds(DEFAULT_PAUSE_SECONDS);
    const interval = unit.get('StartLimitIntervalSec') ?? Duration.seconds(DEFAULT_INTERVAL_SECONDS);
    const burst = unit.get('StartLimitBurst') ?? DEFAULT_BURST;
    if (restart === 'no' || burst === 0 || !(pause instanceof Duration)) return undefined;
    const window = interval instanceof Duration ? interval.toSeconds() : Infinity;
    if (window === 0 || pause.toSeconds() * burst >= window) return undefined;
    return {
      place: ['service', 'RestartSec'],
      got: `${pause} between starts, with a limit of ${burst} starts in ${window === Infinity ? 'total' : `${window} s`}`,
      expected: 'a pause that never reaches the limit, or no limit',
      remedy: `Set ${wayOut(window, burst)}StartLimitIntervalSec to 0: otherwise a service that crashes at boot stays down for good.`,
    };
  },
});

/** Suggests a pause long enough that no number of crashes reaches the limit; empty if no pause is long enough. */
function wayOut(window: number, burst: number): string {
  return window === Infinity ? '' : `RestartSec to ${Math.ceil(window / burst)} seconds or more, or `;
}

/** Programs that send READY=1 to systemd without needing an option. Source: their manuals. */
const NOTIFIERS = ['sidekiq', 'puma', 'gunicorn', 'caddy', 'prometheus', 'traefik'];

/** Sources: sd_notify(3), and the programs' manuals. */
export const couldNotify = rule({
  code: 'unit/use-type-notify',
  reason:
    'systemd reports the service as started as soon as its process exists, long before it has booted, so a deployment succeeds even if the service then fails to boot.',
  bad: () => ({ service: { ExecStart: Exec.command('/usr/bin/bundle', ['exec', 'puma']) } }),
  good: () => ({ service: { Type: 'notify', ExecStart: Exec.command('/usr/bin/bundle', ['exec', 'puma']) } }),
  find: ({ service }) => {
    const type = service.get('Type') ?? 'simple';
    if (type !== 'simple' && type !== 'exec') return undefined;
    const found = commandsOf(service.get('ExecStart'))
      .flatMap((command) => wordsOf(command).slice(0, 4).map(baseName))
      .find((word) => NOTIFIERS.includes(word));
    if (found === undefined) return undefined;
    return {
      place: ['service', 'Type'],
      got: `${type} for ${found}`,
      expected: `notify, which ${found === 'sidekiq' ? 'Sidekiq supports since 6.0.6' : found === 'puma' ? 'Puma supports since 5.1' : `${found} supports`}`,
      remedy: 'Set Type to notify: otherwise systemd reports the service as started long before it has booted.',
    };
  },
});
