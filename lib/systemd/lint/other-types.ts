import { error, show, type Issue } from '../../values';
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

const TRIGGERS = [
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
  if (unit instanceof TimerUnit) return missingDirective(unit, 'trigger', TRIGGERS, (name) => unit.timer.get(name));
  if (unit instanceof PathUnit) return missingDirective(unit, 'path to watch', WATCHES, (name) => unit.path.get(name));
  if (unit instanceof SocketUnit)
    return [...missingDirective(unit, 'address to listen on', LISTENS, (name) => unit.socket.get(name)), ...linkIssues(unit)];
  if (unit instanceof MountUnit) {
    return [
      ...missingDirective(unit, 'What', ['What'], () => unit.mount.get('What')),
      ...nameIssues(unit, 'Where', unit.mount.get('Where')),
    ];
  }
  if (unit instanceof AutomountUnit) return nameIssues(unit, 'Where', unit.automount.get('Where'));
  if (unit instanceof SwapUnit) return nameIssues(unit, 'What', unit.swap.get('What'));
  return unit instanceof SliceUnit ? sliceIssues(unit) : [];
}

/** Reports `unit/missing-directive`: systemd refuses the unit. Sources: systemd.timer(5) and the pages of the other types, "Options". */
function missingDirective<N extends string>(
  { type }: UnitFile,
  what: string,
  names: readonly N[],
  get: (name: N) => unknown,
): readonly Issue[] {
  if (names.some((name) => hasValue(get(name)))) return [];
  return [
    error('unit/missing-directive', [type, names[0]!], {
      problem: `no ${what} is set`,
      remedy:
        names.length === 1
          ? `Set ${names[0]!}: systemd refuses ${type} units without it.`
          : `Set one of these, because systemd refuses ${type} units without any: ${names.join(', ')}.`,
    }),
  ];
}

function hasValue(value: unknown): boolean {
  return value !== undefined && value !== false && listOf(value).length > 0;
}

/** Reports `unit/mount-name-mismatch`: systemd refuses a unit whose name doesn't match its path. Source: systemd.mount(5), Where=. */
function nameIssues(unit: UnitFile, directive: string, path: unknown): readonly Issue[] {
  if (path === undefined) return missingDirective(unit, directive, [directive], () => undefined);
  const expected = typeof path === 'string' ? unitNameOfPath(path, unit.type) : unit.name;
  if (expected === unit.name) return [];
  return [
    error('unit/mount-name-mismatch', ['name'], {
      problem: `${show(unit.name)} does not match ${directive}=${safeText(path)}`,
      remedy: `Rename the unit to ${show(expected)}, which unitNameOfPath returns: systemd refuses ${unit.type} units with other names.`,
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
      problem: `the links need exactly one socket or pipe in the file system as their target, but the unit has ${nodes.length}`,
      remedy: 'Leave Symlinks out, or give each path its own socket unit: otherwise systemd refuses the unit.',
    }),
  ];
}

/** Reports `unit/invalid-unit-name`: dashes in a slice's name separate its parents, and it can't be a template. Source: systemd.slice(5). */
function sliceIssues({ name }: SliceUnit): readonly Issue[] {
  if (name === '-.slice' || !/^-|--|-\.slice$|@/.test(name)) return [];
  return [
    error(
      'unit/invalid-unit-name',
      ['name'],
      name.includes('@')
        ? { problem: `${show(name)} is a template or an instance`, remedy: 'Remove the @: systemd has no templates of slices.' }
        : {
            problem: `${show(name)} has an empty part before, between or after its dashes`,
            remedy: 'Separate the parts with single dashes, like app-workers.slice inside app.slice: otherwise systemd refuses the slice.',
          },
    ),
  ];
}
