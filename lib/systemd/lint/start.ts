import { Duration } from '../../values';
import { listOf } from '../values/one-or-many';
import { rule } from './rule';

/** `systemd/exec-start-missing`: systemd refuses the unit. Source: systemd.service(5), ExecStart=. */
export const execStartMissing = rule(({ service }) => {
  const commands = service.get('ExecStart');
  if (commands !== undefined && listOf(commands).length > 0) return undefined;
  return {
    code: 'systemd/exec-start-missing',
    severity: 'error',
    property: 'service.ExecStart',
    got: 'no command',
    expected: 'a command',
    remedy: 'Set ExecStart: systemd refuses a service without it.',
  };
});

/** `systemd/exec-start-several`: systemd refuses the unit. Source: systemd.service(5), ExecStart=. */
export const execStartSeveral = rule(({ service }) => {
  const count = listOf(service.get('ExecStart') ?? []).length;
  const type = service.get('Type') ?? 'simple';
  if (count < 2 || type === 'oneshot') return undefined;
  return {
    code: 'systemd/exec-start-several',
    severity: 'error',
    property: 'service.ExecStart',
    got: `${count} commands with Type=${type}`,
    expected: 'one command, or Type=oneshot',
    remedy: 'Move what comes first to ExecStartPre: systemd refuses the unit.',
  };
});

/** `systemd/oneshot-restart`: systemd refuses the unit. Source: systemd.service(5), Restart=. */
export const oneshotRestart = rule(({ service }) => {
  const restart = service.get('Restart');
  if (service.get('Type') !== 'oneshot' || (restart !== 'always' && restart !== 'on-success')) return undefined;
  return {
    code: 'systemd/oneshot-restart',
    severity: 'error',
    property: 'service.Restart',
    got: `${restart} with Type=oneshot`,
    expected: 'no, on-failure, on-abnormal, on-watchdog or on-abort',
    remedy: 'Use on-failure: systemd refuses a oneshot service that restarts after success.',
  };
});

/** `systemd/dbus-without-name`: systemd refuses the unit. Source: systemd.service(5), BusName=. */
export const dbusWithoutName = rule(({ service }) => {
  if (service.get('Type') !== 'dbus' || service.get('BusName') !== undefined) return undefined;
  return {
    code: 'systemd/dbus-without-name',
    severity: 'error',
    property: 'service.BusName',
    got: 'Type=dbus without BusName',
    expected: 'the name that the service takes on the bus',
    remedy: 'Set BusName, or another Type: systemd refuses the unit.',
  };
});

const DEFAULT_PAUSE = Duration.milliseconds(100);
const DEFAULT_INTERVAL = Duration.seconds(10);
const DEFAULT_BURST = 5;

/** `systemd/restart-gives-up`: a crash at boot uses up the start limit, and nothing starts the service again. Source: systemd.unit(5), StartLimitIntervalSec=. */
export const restartGivesUp = rule(({ unit, service }) => {
  const restart = service.get('Restart') ?? 'no';
  const pause = service.get('RestartSec') ?? DEFAULT_PAUSE;
  const interval = unit.get('StartLimitIntervalSec') ?? DEFAULT_INTERVAL;
  const burst = unit.get('StartLimitBurst') ?? DEFAULT_BURST;
  if (restart === 'no' || burst === 0 || !(pause instanceof Duration)) return undefined;
  const window = interval instanceof Duration ? interval.toSeconds() : Infinity;
  if (window === 0 || pause.toSeconds() * burst >= window) return undefined;
  return {
    code: 'systemd/restart-gives-up',
    property: 'service.RestartSec',
    got: `${pause} between starts, of which ${burst} in ${window === Infinity ? 'all time' : `${window} s`} are the limit`,
    expected: 'a pause with which the limit is never reached, or no limit',
    remedy: `Set ${wayOut(window, burst)}StartLimitIntervalSec to 0: else a service that crashes at boot stays down for good.`,
  };
});

/** A pause with which no number of crashes uses up the limit, where there is one. */
function wayOut(window: number, burst: number): string {
  return window === Infinity ? '' : `RestartSec to ${Math.ceil(window / burst)} seconds or more, or `;
}
