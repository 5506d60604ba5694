import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { describeLive } from '../hosts/describe-live';
import { TestHost } from '../hosts/host';
import { REPOSITORY } from '../hosts/paths';
import { Matrix, SCENARIOS, type Cut, type Row, type Scenario } from './transaction/matrix';
import { reliabilityPage } from './transaction/page';
import { steppedProgram } from './transaction/steps';

/** `FAULTS=all` cuts off every transaction at every step; otherwise every so-manyth, which still meets each function's neighbourhood. */
const ALL = process.env.FAULTS === 'all';
const CUTS: readonly (readonly [cut: Cut, every: number])[] = [
  ['transaction', 40],
  ['session', 120],
  ['host', 120],
];

jest.setTimeout(3_600_000);

const { steps } = steppedProgram();

test('the steps are those of the programs', () => {
  expect(steps.length).toBeGreaterThanOrEqual(60);
  expect(new Set(steps.map(({ label }) => label)).size).toBe(steps.length);
});

describeLive('a transaction that is cut off leaves the old or the new state', { needs: ['hosts'] }, () => {
  let host: TestHost;
  let matrix: Matrix;
  const rows: Row[] = [];

  beforeAll(async () => {
    host = await TestHost.boot();
    matrix = new Matrix(host);
  });
  afterAll(() => host.destroy());

  /** All steps one by one; or of each so many the first that is on the way, because not every line is. */
  async function cutOff(scenario: Scenario, cut: Cut, every: number): Promise<readonly Row[]> {
    const found: Row[] = [];
    const steps = matrix.steps(scenario);
    const size = ALL ? 1 : every;
    for (let start = ALL ? 0 : (SCENARIOS.indexOf(scenario) * 7) % Math.min(every, steps.length); start < steps.length; start += size) {
      for (const step of steps.slice(start, start + size)) {
        const row = await matrix.run(scenario, step, cut);
        if (row === undefined) continue;
        found.push(row);
        break;
      }
    }
    return found;
  }

  describe.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
    test.each(CUTS)('with the %s killed', async (cut, every) => {
      const found = await cutOff(scenario, cut, every);
      rows.push(...found);
      expect(found.filter(({ state }) => state === 'neither')).toEqual([]);
      expect(found).not.toEqual([]);
    });
  });

  // A part of the matrix says nothing that could be written down.
  if (ALL) {
    test('and docs/reliability.md tells of each', () => {
      const met = new Set(rows.map(({ step }) => step.label));
      const missed = steps.filter(({ label }) => !met.has(label));
      writeFileSync(path.join(REPOSITORY, 'docs/reliability.md'), reliabilityPage(rows, missed));
    });
  }
});
