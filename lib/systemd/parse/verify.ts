import type { UnitType } from '../unit-type';
import { unitNamesOf } from './specifiers';

/** The effective values of a unit: those of each directive that systemd accepts and that aren't reset. */
export type EffectiveValues = ReadonlyMap<string, readonly string[]>;

/**
 * Returns the reason that systemd refuses a whole unit whose lines are each valid, such as `listens on nothing`.
 * Source: service_verify and similar functions.
 */
export function refusalOf(type: UnitType, name: string, values: EffectiveValues): string | undefined {
  const find = VERIFY[type];
  return find?.(new Unit(name, values));
}

class Unit {
  public constructor(
    public readonly name: string,
    private readonly values: EffectiveValues,
  ) {}

  /** Returns the number of values of a directive. */
  public count(directive: string): number {
    return this.values.get(directive)?.length ?? 0;
  }

  /** Returns the last value of a directive. */
  public last(directive: string): string | undefined {
    return this.values.get(directive)?.at(-1);
  }
}

type Verify = (unit: Unit) => string | undefined;

const isYes = (value: string | undefined): boolean => value !== undefined && /^(?:1|yes|y|true|t|on)$/i.test(value);

/** PAM closes a session only when its processes have ended. */
function pamProblem(unit: Unit, modes: readonly string[]): string | undefined {
  if ((unit.last('PAMName') ?? '') === '') return undefined;
  const mode = unit.last('KillMode') || 'control-group';
  return modes.includes(mode) ? undefined : `has PAMName with KillMode=${mode}`;
}

const service: Verify = (unit) => {
  const [starts, stops] = [unit.count('ExecStart'), unit.count('ExecStop')];
  const action = (unit.last('SuccessAction') ?? 'none') !== 'none';
  const type = unit.last('Type') ?? (unit.count('BusName') > 0 ? 'dbus' : 'simple');
  const oneshot = type === 'oneshot' || (unit.last('Type') === undefined && starts === 0);
  if (starts === 0 && stops === 0 && !action) return 'has neither ExecStart nor ExecStop nor SuccessAction';
  if (!oneshot && starts === 0) return 'has no ExecStart and is not Type=oneshot';
  if (starts === 0 && !isYes(unit.last('RemainAfterExit')) && !action) return 'has neither ExecStart nor RemainAfterExit=yes';
  if (!oneshot && starts > 1) return 'has several ExecStart commands without Type=oneshot';
  const restart = unit.last('Restart') ?? 'no';
  if (oneshot && (restart === 'always' || restart === 'on-success')) return `has Type=oneshot with Restart=${restart}`;
  if (oneshot && unit.count('RestartForceExitStatus') > 0) return 'has Type=oneshot with RestartForceExitStatus';
  if (oneshot && unit.last('ExitType') === 'cgroup') return 'has Type=oneshot with ExitType=cgroup';
  if (type === 'dbus' && (unit.last('BusName') ?? '') === '') return 'has Type=dbus without BusName';
  return pamProblem(unit, ['control-group', 'mixed']);
};

const LISTENS = ['Stream', 'Datagram', 'SequentialPacket', 'FIFO', 'Special', 'Netlink', 'MessageQueue', 'USBFunction'].map(
  (each) => `Listen${each}`,
);

const socket: Verify = (unit) => {
  if (LISTENS.every((directive) => unit.count(directive) === 0)) return 'listens on nothing';
  const accepts = isYes(unit.last('Accept'));
  const nonAccepting = ['ListenDatagram', 'ListenFIFO', 'ListenSpecial', 'ListenNetlink', 'ListenMessageQueue', 'ListenUSBFunction'];
  if (accepts && nonAccepting.some((directive) => unit.count(directive) > 0))
    return 'has Accept=yes with an address that accepts no connections';
  if (accepts && unit.last('MaxConnections') === '0') return 'accepts no connections';
  if (accepts && unit.count('Service') > 0) return 'has both Accept=yes and Service';
  return pamProblem(unit, ['control-group']);
};

const TIMERS = ['OnActiveSec', 'OnBootSec', 'OnStartupSec', 'OnUnitActiveSec', 'OnUnitInactiveSec', 'OnCalendar'];

const timer: Verify = (unit) => {
  const changes = isYes(unit.last('OnClockChange')) || isYes(unit.last('OnTimezoneChange'));
  return changes || TIMERS.some((directive) => unit.count(directive) > 0) ? undefined : 'never elapses, because it has no time';
};

const PATHS = ['PathExists', 'PathExistsGlob', 'PathChanged', 'PathModified', 'DirectoryNotEmpty'];

/** Returns the unit name for a path. Source: unit_name_from_path. */
function nameOfPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0) return '-';
  const escaped = [...parts.join('\0')].map((character, index) => {
    if (character === '\0') return '-';
    const plain = /[A-Za-z0-9:_.]/.test(character) && !(character === '.' && index === 0);
    return plain ? character : [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
  });
  return escaped.join('');
}

const placed =
  (directive: string, also: Verify): Verify =>
  (unit) => {
    const path = unit.last(directive) ?? '';
    // A path with a specifier can't be known here.
    if (path === '' || path.includes('%')) return undefined;
    const stem = unit.name.slice(0, unit.name.lastIndexOf('.'));
    return nameOfPath(path) === stem ? also(unit) : `is named ${unit.name}, although ${directive}= requires another name`;
  };

const mount: Verify = (unit) => {
  const where = unit.last('Where') ?? '';
  if (/^\/(?:proc|sys|dev)?\/*$/.test(where) && where !== '/') return 'mounts over a file system that systemd manages';
  return unit.count('What') === 0 ? 'has no What' : pamProblem(unit, ['control-group']);
};

const VERIFY: Readonly<Partial<Record<UnitType, Verify>>> = {
  service,
  socket,
  timer,
  path: (unit) => (PATHS.some((directive) => unit.count(directive) > 0) ? undefined : 'watches no path'),
  mount: placed('Where', mount),
  automount: placed('Where', (unit) => (unit.last('Where') === '/' ? 'has the root directory as Where' : undefined)),
  swap: placed('What', (unit) => pamProblem(unit, ['control-group'])),
  scope: () => 'is a scope, for which systemd reads only drop-ins',
  slice: ({ name }) =>
    /^-\.slice$|^[^-]+(?:-[^-]+)*\.slice$/.test(name) && !name.includes('@') ? undefined : 'does not have the name of a slice',
};

/** Returns true for the name of a template, which can't be checked for all types. */
export function isTemplate(name: string): boolean {
  return unitNamesOf(name).id !== name;
}
