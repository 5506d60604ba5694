import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Cut, Row, Scenario } from './matrix';
import type { Step } from './steps';

interface Entry {
  readonly key: string;
  /** Null if the step isn't reached. */
  readonly row: Row | null;
}

/**
 * Rows of a campaign that takes an hour. An interrupted campaign continues where it stopped, as long as the programs and the code that
 * judges them are the same.
 */
export class KeptRows {
  private readonly entries = new Map<string, Entry['row']>();
  private readonly programs: string;

  constructor(
    private readonly file: string,
    programLines: readonly string[],
  ) {
    const judge = readFileSync(path.join(__dirname, 'matrix.ts'), 'utf8');
    this.programs = createHash('sha256').update(programLines.join('\n')).update(judge).digest('hex').slice(0, 12);
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
    for (const { key, row } of lines.map((line) => JSON.parse(line) as Entry)) this.entries.set(key, row);
  }

  /** Returns the row of an earlier run, or runs the step. The next run tries a mixed state again. */
  async rowOf(scenario: Scenario, step: Step, cut: Cut, find: () => Promise<Row | undefined>): Promise<Row | undefined> {
    const key = [this.programs, scenario.name, step.label, cut].join(' ');
    const known = this.entries.get(key);
    if (known !== undefined) return known ?? undefined;
    const row = await find();
    if (row?.state !== 'neither') {
      mkdirSync(path.dirname(this.file), { recursive: true });
      appendFileSync(this.file, `${JSON.stringify({ key, row: row ?? null } satisfies Entry)}\n`);
    }
    return row;
  }
}
