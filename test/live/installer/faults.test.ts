import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { REPOSITORY } from '../../hosts/paths';
import { campaign, ofCampaign } from '../../support/campaign';
import { KeptRows } from './transaction/kept-rows';
import { Matrix, SCENARIOS, type Cut, type Row, type Scenario } from './transaction/matrix';
import { reliabilityPage } from './transaction/page';
import { steppedProgram } from './transaction/steps';

const KINDS: readonly Cut[] = ['transaction', 'session', 'host'];

/** Cuts at every nth step. The sample has one cut of each scenario. */
const EVERY = ofCampaign<Readonly<Record<Cut, number>>>({
  sample: { transaction: Infinity, session: Infinity, host: Infinity },
  small: { transaction: 10, session: 30, host: 30 },
  all: { transaction: 1, session: 1, host: 1 },
});
const SAMPLE = campaign() === 'sample';
/** The other forms also drain and check services. */
const CHOSEN = SAMPLE ? SCENARIOS.slice(0, 5) : SCENARIOS;
const cutsOf = (scenario: Scenario): readonly Cut[] => (SAMPLE ? [KINDS[CHOSEN.indexOf(scenario) % KINDS.length]!] : KINDS);
const ALL = campaign() === 'all';

const { lines, steps } = steppedProgram();

test('the steps match the programs', () => {
  expect(steps.length).toBeGreaterThanOrEqual(60);
  expect(new Set(steps.map(({ label }) => label)).size).toBe(steps.length);
});

describeLive('a transaction that is cut off leaves the old or the new state', { needs: ['hosts'] }, () => {
  const hosts: TestHost[] = [];
  const rows: Row[] = [];
  const found = new Map<string, readonly Row[] | Error>();
  const courseName = (scenario: Scenario, cut: Cut): string => `${scenario.name} ${cut}`;
  const kept = new KeptRows(path.join(REPOSITORY, 'coverage/faults.jsonl'), lines);

  // On one host, or on three at a time: each takes the next course when it has finished one.
  beforeAll(async () => {
    const courses = CHOSEN.flatMap((scenario) => cutsOf(scenario).map((cut) => [scenario, cut] as const));
    const takeCourses = async (): Promise<void> => {
      const host = await TestHost.boot();
      hosts.push(host);
      const matrix = new Matrix(host);
      for (let course = courses.shift(); course !== undefined; course = courses.shift()) {
        found.set(
          courseName(...course),
          await cutOff(...course, matrix).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error)))),
        );
      }
    };
    await Promise.all(Array.from({ length: ofCampaign({ sample: 1, small: 3, all: 3 }) }, takeCourses));
  });
  afterAll(() => hosts.forEach((host) => host.destroy()));

  /** Cuts before every step, or every nth. */
  async function cutOff(scenario: Scenario, cut: Cut, matrix: Matrix): Promise<readonly Row[]> {
    const steps = await matrix.steps(scenario);
    const place = CHOSEN.indexOf(scenario);
    const every = EVERY[cut];
    const start = SAMPLE ? Math.floor((steps.length * (place + 1)) / (CHOSEN.length + 1)) : (place * 7) % Math.min(every, steps.length);
    const cutRows: Row[] = [];
    for (let index = start; index < steps.length; index += every) {
      const step = steps[index]!;
      const find = () => matrix.run(scenario, step, cut);
      const row = await (ALL ? kept.rowOf(scenario, step, cut, find) : find());
      if (row !== undefined) cutRows.push(row);
      if (ALL) process.stderr.write(`${scenario.name} ${cut} ${index + 1}/${steps.length} ${step.label} ${row?.state ?? 'not met'}\n`);
    }
    return cutRows;
  }

  describe.each(CHOSEN.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
    test.each(cutsOf(scenario))('with the %s killed', (cut) => {
      const course = found.get(courseName(scenario, cut))!;
      if (course instanceof Error) throw course;
      rows.push(...course);
      expect(course.filter(({ state }) => state === 'neither')).toEqual([]);
      expect(course).not.toEqual([]);
    });
  });

  // A part of the matrix gives no figures for the page.
  if (ALL) {
    test('docs/reliability.md describes each', () => {
      const met = new Set(rows.map(({ step }) => step.label));
      const missed = steps.filter(({ label }) => !met.has(label));
      writeFileSync(path.join(REPOSITORY, 'docs/reliability.md'), reliabilityPage(rows, missed));
    });
  }
});
