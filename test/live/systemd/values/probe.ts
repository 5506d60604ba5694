import fc from 'fast-check';
import {
  Exec,
  ExecCommand,
  MountUnit,
  PathUnit,
  ServiceUnit,
  SliceUnit,
  SocketUnit,
  TimerUnit,
  unitFileIssues,
  type UnitFile,
} from '../../../../lib/systemd';
import { TABLES } from '../../../../lib/systemd/sections/tables';
import type { Property } from '../manager';

/** A directive with random values, and the values that systemd must show for them. */
export interface Probe {
  /** The escaping class of the directive, which is tested. */
  readonly class: string;
  /** Section and name of the directive. */
  readonly directive: string;
  /** Its property on D-Bus. */
  readonly property: Property;
  /** Its values. */
  readonly values: fc.Arbitrary<Setting>;
  /** Extracts the part of the D-Bus value that the file determines. */
  readonly comparable: (value: unknown) => unknown;
}

/** One value of a directive. */
export interface Setting {
  readonly section: string;
  readonly directives: object;
  readonly expected: unknown;
}

/** D-Bus's value for `infinity`, as precisely as a JavaScript number can represent it. */
export const INFINITY = 2 ** 64;

/** Options of a probe. */
export interface ProbeOptions {
  /**
   * Name of the property on D-Bus.
   * @default the name of the directive
   */
  readonly property?: string;
  /**
   * D-Bus interface of the property.
   * @default the interface of the section
   */
  readonly interface?: Property['interface'];
  /**
   * Extracts the part of the D-Bus value to compare.
   * @default all of it
   */
  readonly comparable?: (value: unknown) => unknown;
}

/** Keeps only values that we accept, which systemd must not drop or change. */
export function probe<V>(
  directive: `${string}.${string}`,
  values: fc.Arbitrary<V>,
  expected: (value: V) => unknown = (value) => value,
  options: ProbeOptions = {},
): Probe {
  const [section = '', name = ''] = directive.split('.');
  const settings = values.map((value): Setting => ({ section, directives: { [name]: value }, expected: expected(value) }));
  const table = TABLES[section as keyof typeof TABLES];
  return {
    class: table[name]!.kind.class,
    directive,
    property: { interface: options.interface ?? (section as Property['interface']), name: options.property ?? name },
    values: settings.filter(isAccepted),
    comparable: options.comparable ?? ((value) => value),
  };
}

/** A unit with all of these settings, of the type that has their sections. */
export function unitWithSettings(name: string, settings: readonly Setting[]): UnitFile {
  const own = settings.find(({ section }) => section !== 'Unit')?.section;
  const unit = emptyUnit(own, name);
  for (const { section, directives } of settings) {
    const found = unit.sections().find((each) => each.name === section)!;
    (found as unknown as { set: (values: object) => void }).set(directives);
  }
  return unit;
}

function emptyUnit(section: string | undefined, name: string): UnitFile {
  if (section === 'Timer') {
    const unit = new TimerUnit(`${name}.timer`);
    unit.timer.set({ OnClockChange: true });
    return unit;
  }
  if (section === 'Socket') {
    const unit = new SocketUnit(`${name}.socket`);
    unit.socket.set({ ListenSpecial: '/dev/null' });
    return unit;
  }
  if (section === 'Path') {
    const unit = new PathUnit(`${name}.path`);
    unit.path.set({ DirectoryNotEmpty: '/nonexistent' });
    return unit;
  }
  if (section === 'Slice') return new SliceUnit(`${name}.slice`);
  if (section === 'Mount') return new MountUnit(`${name}.mount`);
  const unit = new ServiceUnit(`${name}.service`);
  unit.service.set({ ExecStart: Exec.command('/bin/true') });
  return unit;
}

function isAccepted(setting: Setting): boolean {
  const unit = unitWithSettings('x', [setting]);
  return unitFileIssues(unit, { systemdVersion: 252 }).every((issue) => issue.severity !== 'error');
}

/** A few different values, by default one to three. */
export function some<T>(one: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<readonly T[]> {
  return fc.uniqueArray(one, { minLength: 1, maxLength, selector: String });
}

/** Returns the number of values in a setting: elements of a list, entries of a record, words of commands. */
export function countOf({ directives }: Setting): number {
  return Object.values(directives).reduce<number>((sum, value: unknown) => sum + leaves(value), 0);
}

function leaves(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one: unknown) => sum + leaves(one), 0);
  if (value instanceof ExecCommand) return 1 + value.args.length;
  const plain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return plain && !('source' in value) ? Object.keys(value).length : 1;
}

/** By bytes, as C compares them. */
export function sorted(values: readonly string[]): readonly string[] {
  return [...values].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** Pairs sorted by their first part: hash tables have no order. */
export function byName(entries: unknown): unknown {
  return [...(entries as readonly (readonly [string, unknown])[])].sort(([a], [b]) => (a < b ? -1 : 1));
}
