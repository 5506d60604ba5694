import type { UnitType } from './unit-type';

/**
 * Returns the name that a unit for a path must have, as `systemd-escape --path` does: `/srv/a b` and `mount` give `srv-a\x20b.mount`.
 * Applies to mounts, automounts, swaps and devices. Never throws: text that isn't a path gives a name that no unit has.
 *
 * Source: systemd.unit(5), "STRING ESCAPING FOR INCLUSION IN UNIT NAMES"
 *
 * @param path absolute, without the escapes of a unit file.
 * @param type the suffix without its dot.
 *
 * @example
 * ```ts
 * import { unitNameOfPath } from 'cdktf-sidekiq/systemd';
 *
 * const name = unitNameOfPath('/srv/data', 'mount'); // 'srv-data.mount'
 * sidekiq.unit.unit.add({ Requires: [name], After: [name] });
 * ```
 */
export function unitNameOfPath(path: string, type: UnitType | 'device'): string {
  const inner = path.replace(/^\/+|\/+$/g, '').replace(/\/+/g, '/');
  if (inner === '') return `-.${type}`;
  const escaped = [...new TextEncoder().encode(inner)].map((byte, index) => escapeByte(byte, index === 0)).join('');
  return `${escaped}.${type}`;
}

function escapeByte(byte: number, first: boolean): string {
  const character = String.fromCharCode(byte);
  if (character === '/') return '-';
  return /[A-Za-z0-9:_.]/.test(character) && !(first && character === '.') ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
}
