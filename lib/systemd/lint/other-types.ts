import { error, type Issue } from '../../values';
import { listOf } from '../values/one-or-many';
import type { UnitFile } from '../unit-file';
import { AutomountUnit } from '../units/automount-unit';
import { MountUnit } from '../units/mount-unit';
import { PathUnit } from '../units/path-unit';
import { SliceUnit } from '../units/slice-unit';
import { SocketUnit } from '../units/socket-unit';
import { SwapUnit } from '../units/swap-unit';
import { TimerUnit } from '../units/timer-unit';
import { safeText } from '../values/safe-text';
import { unitNameOfPath } from '../unit-name-of-path';

const TIMES = [
  'OnCalendar',
  'OnActiveSec',
  'OnBootSec',
  'OnStartupSec',
  'OnUnitActiveSec',
  'OnUnitInactiveSec',
  'OnClockChange',
  'OnTimezoneChange',
] as const;
const WATCHES = ['PathExists', 'PathExistsGlob', 'PathChanged', 'PathModified', 'DirectoryNotEmpty'] as const;
const STREAMS = ['ListenStream', 'ListenDatagram', 'ListenSequentialPacket'] as const;
const LISTENS = [...STREAMS, 'ListenFIFO', 'ListenNetlink', 'ListenSpecial', 'ListenMessageQueue', 'ListenUSBFunction'] as const;

/** Finds errors that make systemd refuse a unit other than a service, although each of its directives is valid. */
export function lintOtherTypes(unit: UnitFile): readonly Issue[] {
  if (unit instanceof TimerUnit) return lacking(unit, TIMES, (name) => unit.timer.get(name));
  if (unit instanceof PathUnit) return lacking(unit, WATCHES, (name) => unit.path.get(name));
  if (unit instanceof SocketUnit) return [...lacking(unit, LISTENS, (name) => unit.socket.get(name)), ...linkIssues(unit)];
  if (unit instanceof MountUnit) {
    return [...lacking(unit, ['What'], () => unit.mount.get('What')), ...placeIssues(unit, 'Where', unit.mount.get('Where'))];
  }
  if (unit instanceof AutomountUnit) return placeIssues(unit, 'Where', unit.automount.get('Where'));
  if (unit instanceof SwapUnit) return placeIssues(unit, 'What', unit.swap.get('What'));
  return unit instanceof SliceUnit ? sliceIssues(unit) : [];
}

/** Reports `unit/missing-directive`: systemd refuses the unit. Sources: the "Options" sections of systemd.timer(5) and its like. */
function lacking<N extends string>({ type }: UnitFile, names: readonly N[], get: (name: N) => unknown): readonly Issue[] {
  if (names.some((name) => hasValue(get(name)))) return [];
  return [
    error('unit/missing-directive', [type, names[0]!], {
      got: `a ${type} without ${names.length === 1 ? 'it' : `any of ${names.join(', ')}`}`,
      expected: names.length === 1 ? 'a value' : 'one of them',
      remedy: `Set ${names.length === 1 ? 'it' : 'one'}: systemd refuses a ${type} without ${names.length === 1 ? 'it' : 'one'}.`,
    }),
  ];
}

function hasValue(value: unknown): boolean {
  return value !== undefined && value !== false && listOf(value).length > 0;
}

/** Reports `unit/mount-name-mismatch`: systemd refuses a unit whose name doesn't match its path. Source: systemd.mount(5), Where=. */
function placeIssues(unit: UnitFile, directive: string, path: unknown): readonly Issue[] {
  if (path === undefined) return lacking(unit, [directive], () => undefined);
  const expected = typeof path === 'string' ? unitNameOfPath(path, unit.type) : unit.name;
  if (expected === unit.name) return [];
  return [
    error('unit/mount-name-mismatch', ['name'], {
      got: `${unit.name} with ${directive}=${safeText(path)}`,
      expected,
      remedy: `Rename the unit with unitNameOfPath: systemd refuses a ${unit.type} with another name.`,
    }),
  ];
}

/** Reports `unit/links-without-node`: systemd refuses the socket. Source: systemd.socket(5), Symlinks=. */
function linkIssues({ socket }: SocketUnit): readonly Issue[] {
  if (!hasValue(socket.get('Symlinks'))) return [];
  const nodes = [
    ...STREAMS.flatMap((name) => listOf<unknown>(socket.get(name) ?? [])).filter((one) => safeText(one).startsWith('/')),
    ...listOf(socket.get('ListenFIFO') ?? []),
  ];
  if (nodes.length === 1) return [];
  return [
    error('unit/links-without-node', ['socket', 'Symlinks'], {
      got: `links for ${nodes.length} sockets and pipes in the file system`,
      expected: 'exactly one socket or pipe for them to point to',
      remedy: 'Leave Symlinks out, or give each path its own socket unit: systemd refuses the unit.',
    }),
  ];
}

/** A slice's name contains its parents, so it can't have double dashes, or a dash at either end. Source: systemd.slice(5). */
function sliceIssues({ name }: SliceUnit): readonly Issue[] {
  if (name === '-.slice' || !/^-|--|-\.slice$|@/.test(name)) return [];
  return [
    error('unit/invalid-unit-name', ['name'], {
      got: `${name}, in which a dash separates nothing`,
      expected: 'names separated by single dashes, like app-workers.slice inside app.slice',
      remedy: 'Rename the slice.',
    }),
  ];
}
