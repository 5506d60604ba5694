import { Duration, show } from '../../values';
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
      problem: 'no command is set',
      remedy: 'Set ExecStart: systemd refuses a service without it.',
    };
  },
});

/** Source: systemd.service(5), ExecStart=. */
export const execStartSeveral = rule({
  code: 'unit/exec-start-several',
  reason: 'systemd refuses a service with several commands unless its Type is oneshot.',
  bad: () => ({ service: { ExecStart: two() } }),
  good: () => ({ service: { ExecStart: two(), Type: 'oneshot' } }),
  find: ({ service }) => {
    const count = listOf(service.get('ExecStart') ?? []).length;
    const type = service.get('Type') ?? 'simple';
    if (count < 2 || type === 'oneshot') return undefined;
    return {
      severity: 'error',
      place: ['service', 'ExecStart'],
      problem: `${count} commands are set, but Type is ${show(type)}`,
      remedy: 'Move all but the last to ExecStartPre, or set Type to "oneshot": otherwise systemd refuses the unit.',
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
      problem: `${show(restart)} restarts after success, which Type "oneshot" does not allow`,
      remedy: 'Use "on-failure", "on-abnormal", "on-watchdog", "on-abort" or "no": otherwise systemd refuses the unit.',
    };
  },
});

/** Source: systemd.service(5), BusName=. */
export const dbusWithoutName = rule({
  code: 'unit/dbus-without-name',
  reason: 'systemd considers the service started when it has this name on the bus, and refuses a unit without one.',
  bad: () => ({ service: { Type: 'dbus' } }),
  good: () => ({ service: { Type: 'dbus', BusName: 'org.example' } }),
  find: ({ service }) => {
    if (service.get('Type') !== 'dbus' || service.get('BusName') !== undefined) return undefined;
    return {
      severity: 'error',
      place: ['service', 'BusName'],
      problem: 'no bus name is set, but Type is "dbus"',
      remedy: 'Set BusName to the name that the service acquires on the bus, or change Type: otherwise systemd refuses the unit.',
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
    'A service that crashes at boot, for example during a minute without Redis, reaches its start limit and stays down until you restart it.',
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
      problem: `with ${pause} between starts, a crashing service reaches its limit of ${burst} starts${window === Infinity ? '' : ` in ${window} s`}`,
      remedy: `Set ${longEnoughPause(window, burst)}StartLimitIntervalSec to Duration.seconds(0): otherwise it stays down until you restart it.`,
    };
  },
});

/** Suggests a pause with which the limit is never reached; empty if no pause is long enough. */
function longEnoughPause(window: number, burst: number): string {
  return window === Infinity ? '' : `RestartSec to at least Duration.seconds(${Math.ceil(window / burst)}), or `;
}

/** Programs that send READY=1 to systemd without an option. Source: their manuals. */
const NOTIFIERS = ['sidekiq', 'puma', 'gunicorn', 'caddy', 'prometheus', 'traefik'];

/** First versions that support Type=notify, of programs whose older versions are still in use. */
const SUPPORT: Readonly<Record<string, string>> = {
  sidekiq: 'Sidekiq supports since 6.0.6',
  puma: 'Puma supports since 5.1',
};

/** Sources: sd_notify(3), and the programs' manuals. */
export const useTypeNotify = rule({
  code: 'unit/use-type-notify',
  reason:
    'systemd considers the service started as soon as its process exists, so a deployment succeeds even if the app then fails to boot.',
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
      problem: `with ${show(type)}, systemd considers ${found} started before it has booted`,
      remedy: `Set Type to "notify", which ${SUPPORT[found] ?? `${found} supports`}: otherwise a deployment succeeds even if the app fails to boot.`,
    };
  },
});
