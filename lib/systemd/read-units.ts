import { readUnitText, type ReadUnit } from './read-unit-text';

/** Units of one host by their full names, with the contents of their files and drop-ins. */
export type ReadUnits = ReadonlyMap<string, ReadUnit>;

const UNIT = /^\/etc\/systemd\/system\/([^/]+\.[a-z]+?)(?:\.d\/[^/]+\.conf)?$/;

/** Name of the unit that a file defines or extends as a drop-in; undefined for any other file. */
export function unitOfPath(path: string): string | undefined {
  return UNIT.exec(path)?.[1];
}

/**
 * Reads the unit files among the given files. A unit from a package may have only drop-ins here.
 *
 * @example
 * ```ts
 * import { readUnits } from 'cdktf-sidekiq/systemd';
 *
 * const units = readUnits([
 *   { path: '/etc/systemd/system/myapp.service', text: '[Service]\nExecStart=/usr/bin/myapp\n' },
 *   { path: '/etc/systemd/system/myapp.service.d/limits.conf', text: '[Service]\nMemoryMax=2G\n' },
 * ]);
 * const limit = units.get('myapp.service')?.get('Service')?.get('MemoryMax'); // ['2G']
 * ```
 */
export function readUnits(files: readonly { readonly path: string; readonly text: string }[]): ReadUnits {
  const texts = new Map<string, string[]>();
  // A unit file sorts before its drop-ins, which sort by name.
  for (const { path, text } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const unit = unitOfPath(path);
    if (unit !== undefined) texts.set(unit, [...(texts.get(unit) ?? []), text]);
  }
  return new Map([...texts].map(([unit, parts]) => [unit, readUnitText(...parts)]));
}
