import { Specifier } from '../values/specifier';
import { strip } from './logical-lines';

/** Values of a unit's specifiers when the file is read. Those of the host are placeholders, as only their form matters here. */
export interface UnitNames {
  /** The unit's full name. For a template, the instance is a placeholder. */
  readonly id: string;
  /** The part before `@`, or before the suffix. */
  readonly prefix: string;
  /** The part after `@`; empty if there is none. */
  readonly instance: string;
}

/** Returns the parts of a unit's name. Source: systemd.unit(5), "SPECIFIERS". */
export function unitNamesOf(name: string): UnitNames {
  const stem = name.slice(0, name.lastIndexOf('.'));
  const suffix = name.slice(stem.length);
  const at = stem.indexOf('@');
  if (at < 0) return { id: name, prefix: stem, instance: '' };
  const instance = stem.slice(at + 1) || 'instance';
  return { id: `${stem.slice(0, at)}@${instance}${suffix}`, prefix: stem.slice(0, at), instance };
}

/** The set of specifiers that a value accepts. */
export type SpecifierTable = 'name' | 'full';

const MADE_UP: Readonly<Record<string, string>> = {
  ...{ a: 'x86-64', A: '1', b: '0123456789abcdef0123456789abcdef', B: '1', H: 'host', l: 'host', m: '0123456789abcdef0123456789abcdef' },
  ...{ M: '', o: 'debian', q: 'host', v: '6.1.0', w: '12', W: '' },
  ...{ g: 'root', G: '0', u: 'root', U: '0' },
};

const PLACES: Readonly<Record<string, string>> = {
  ...{ C: '/var/cache', E: '/etc', L: '/var/log', S: '/var/lib', t: '/run', T: '/tmp', V: '/var/tmp', h: '/root', s: '/bin/sh' },
  ...{ c: '/system.slice/unit', r: '/system.slice', R: '/', y: '/etc/systemd/system/unit', Y: '/etc/systemd/system' },
};

/** First versions that support a specifier. Those without an entry are accepted by any version. */
const SINCE: ReadonlyMap<string, number> = new Map(
  Object.values(Specifier).flatMap((each: unknown) =>
    each instanceof Specifier && each.since !== undefined ? [[each.letter, each.since] as const] : [],
  ),
);

/**
 * Expands the specifiers in a value; undefined if one is unknown, or if the result is too long.
 * Source: specifier_printf in systemd's specifier.c, unit_name_printf and unit_full_printf in unit-printf.c.
 */
export function expandSpecifiers(
  bytes: string,
  unit: UnitNames,
  { table = 'full', most = Infinity, systemdVersion = Infinity }: { table?: SpecifierTable; most?: number; systemdVersion?: number } = {},
): string | undefined {
  let result = '';
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== '%' || at + 1 === bytes.length) {
      result += bytes[at]!;
      continue;
    }
    const letter = bytes[++at]!;
    if (letter === '%') result += '%';
    else if (!/[A-Za-z0-9]/.test(letter)) result += `%${letter}`;
    else {
      const value = valueOf(letter, unit, table);
      if (value === undefined || (SINCE.get(letter) ?? 0) > systemdVersion) return undefined;
      result += value;
    }
  }
  return result.length > most ? undefined : result;
}

function valueOf(letter: string, unit: UnitNames, table: SpecifierTable): string | undefined {
  const stem = unit.id.slice(0, unit.id.lastIndexOf('.'));
  const last = unit.prefix.slice(unit.prefix.lastIndexOf('-') + 1);
  const own: Readonly<Record<string, string>> = { i: unit.instance, j: last, n: unit.id, N: stem, p: unit.prefix };
  if (Object.hasOwn(own, letter)) return own[letter];
  if (Object.hasOwn(MADE_UP, letter)) return MADE_UP[letter];
  if (table === 'name') return undefined;
  if (Object.hasOwn(PLACES, letter)) return PLACES[letter];
  if (letter === 'd') return `/run/credentials/${unit.id}`;
  if (letter === 'D') return '/usr/share';
  const unescaped: Readonly<Record<string, string>> = { I: unit.instance, J: last, P: unit.prefix };
  if (Object.hasOwn(unescaped, letter)) return unescapeName(unescaped[letter]!);
  return letter === 'f' ? pathOfName(unit.instance === '' ? unit.prefix : unit.instance) : undefined;
}

/** Unescapes a part of a unit's name; undefined if that isn't possible. Source: unit_name_unescape. */
function unescapeName(name: string): string | undefined {
  if (/\\(?!x[0-9a-fA-F]{2})/.test(name)) return undefined;
  return name.replace(/-|\\x([0-9a-fA-F]{2})/g, (_, hex: string | undefined) =>
    hex === undefined ? '/' : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Returns the path that a name denotes. Source: unit_name_path_unescape. */
function pathOfName(name: string): string | undefined {
  if (name === '-') return '/';
  const path = unescapeName(name);
  return path === undefined || path === '' || /^\/|\/$|\/\//.test(path) ? undefined : strip(`/${path}`);
}
