import { readUnitText, type ReadUnit } from './read-unit-text';

/** Units of one host, by their full names: what their files and drop-ins say. */
export type ReadUnits = ReadonlyMap<string, ReadUnit>;

const UNIT = /^\/etc\/systemd\/system\/([^/]+\.[a-z]+?)(?:\.d\/[^/]+\.conf)?$/;

/** The unit that a file is about, its own or by way of a drop-in; undefined for any other file. */
export function unitOfPath(path: string): string | undefined {
  return UNIT.exec(path)?.[1];
}

/** Reads the units among files. A unit that a package brings may have drop-ins alone. */
export function readUnits(files: readonly { readonly path: string; readonly text: string }[]): ReadUnits {
  const texts = new Map<string, string[]>();
  // A unit file sorts before its drop-ins, and those by their names.
  for (const { path, text } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const unit = unitOfPath(path);
    if (unit !== undefined) texts.set(unit, [...(texts.get(unit) ?? []), text]);
  }
  return new Map([...texts].map(([unit, parts]) => [unit, readUnitText(...parts)]));
}
