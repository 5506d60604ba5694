import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { describeLive } from '../hosts/describe-live';
import { TestHost } from '../hosts/host';
import { REPOSITORY } from '../hosts/paths';
import { Matrix, SCENARIOS, type Cut, type Row, type Scenario } from './transaction/matrix';
import { reliabilityPage } from './transaction/page';
import { steppedProgram, type Step } from './transaction/steps';

/** `FAULTS=all` cuts off every transaction at every step; otherwise every so-manyth, which still meets each function's neighbourhood. */
const ALL = process.env.FAULTS === 'all';
const CUTS: readonly (readonly [cut: Cut, every: number])[] = [
  ['transaction', 20],
  ['session', 60],
  ['host', 60],
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

  const chosen = (scenario: Scenario, every: number): readonly Step[] =>
    matrix.steps(scenario).filter((_, index) => ALL || index % every === SCENARIOS.indexOf(scenario) % every);

  describe.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
    test.each(CUTS)('with the %s killed', async (cut, every) => {
      const found: Row[] = [];
      for (const step of chosen(scenario, every)) {
        const row = await matrix.run(scenario, step, cut);
        if (row !== undefined) found.push(row);
      }
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
