import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Inventory, Value } from '../live/security/hostile/values';

const SNAPSHOT = path.join(__dirname, '__snapshots__/hostile.test.ts.snap');
const WITHOUT_TEXT = 'takes no text';

/** Text that a snapshot shows without quotes or escapes. */
export class RawText {
  constructor(readonly text: string) {}
}

/** Renders the inventory as lines such as `Host.address = markq7x`: a value, and a harmless text that it accepts. */
export function inventoryText(found: { readonly values: readonly Value[]; readonly withoutText: readonly Value[] }): RawText {
  const values = found.values.map(({ name, harmless }) => `${name} = ${harmless}`);
  return new RawText([...values, ...found.withoutText.map(({ name }) => `${name} ${WITHOUT_TEXT}`)].join('\n'));
}

/** Returns the inventory in the snapshot, or an empty one without a snapshot. */
export function readInventory(): Inventory {
  const lines = existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, 'utf8').split('\n') : [];
  const values = lines.map((line) => /^(\S.*) = ([^\s`]+)$/.exec(line)).filter((match) => match !== null);
  return {
    values: new Map(values.map(([, name, harmless]) => [name!, harmless!])),
    withoutText: lines.flatMap((line) => (line.endsWith(` ${WITHOUT_TEXT}`) ? [line.slice(0, -WITHOUT_TEXT.length - 1)] : [])),
  };
}
