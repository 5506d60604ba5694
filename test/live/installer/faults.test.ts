import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { REPOSITORY } from '../../hosts/paths';
import { campaign, ofCampaign } from '../../support/campaign';
import { Matrix, SCENARIOS, type Cut, type Row, type Scenario } from './transaction/matrix';
import { reliabilityPage } from './transaction/page';
import { steppedProgram } from './transaction/steps';

const KINDS: readonly Cut[] = ['transaction', 'session', 'host'];

/** At every so-manyth step. The sample has one cut of each scenario. */
const EVERY = ofCampaign<Readonly<Record<Cut, number>>>({
  sample: { transaction: Infinity, session: Infinity, host: Infinity },
  small: { transaction: 10, session: 30, host: 30 },
  all: { transaction: 1, session: 1, host: 1 },
});
const SAMPLE = campaign() === 'sample';
/** The other forms have drained services, too. */
const CHOSEN = SAMPLE ? SCENARIOS.slice(0, 5) : SCENARIOS;
const cutsOf = (scenario: Scenario): readonly Cut[] => (SAMPLE ? [KINDS[CHOSEN.indexOf(scenario) % KINDS.length]!] : KINDS);
const ALL = campaign() === 'all';

const { steps } = steppedProgram();

test('the steps are those of the programs', () => {
  expect(steps.length).toBeGreaterThanOrEqual(60);
  expect(new Set(steps.map(({ label }) => label)).size).toBe(steps.length);
});

describeLive('a transaction that is cut off leaves the old or the new state', { needs: ['hosts'] }, () => {
  const hosts: TestHost[] = [];
  const rows: Row[] = [];
  const courses = new Map<Scenario, Promise<ReadonlyMap<Cut, readonly Row[]>>>();

  beforeAll(async () => {
    // Each on a host of its own, three at a time, where it takes long; otherwise one after the other on one host.
    const queue: Promise<unknown>[] = Array.from({ length: ofCampaign({ sample: 1, small: 3, all: 3 }) }, () => Promise.resolve());
    let shared: Promise<TestHost> | undefined;
    const boot = async (): Promise<TestHost> => {
      const host = await TestHost.boot();
      hosts.push(host);
      return host;
    };
    for (const [index, scenario] of CHOSEN.entries()) {
      const turn = index % queue.length;
      const course = queue[turn]!.then(async () => cutOff(scenario, new Matrix(await (queue.length > 1 ? boot() : (shared ??= boot())))));
      queue[turn] = course.catch(() => undefined);
      courses.set(scenario, course);
    }
    await Promise.resolve();
  });
  afterAll(() => hosts.forEach((host) => host.destroy()));

  /** Before every step that is on the way, or every so-manyth. */
  async function cutOff(scenario: Scenario, matrix: Matrix): Promise<ReadonlyMap<Cut, readonly Row[]>> {
    const found = new Map<Cut, readonly Row[]>();
    const steps = await matrix.steps(scenario);
    const place = CHOSEN.indexOf(scenario);
    for (const cut of cutsOf(scenario)) {
      const every = EVERY[cut];
      const start = SAMPLE ? Math.floor((steps.length * (place + 1)) / (CHOSEN.length + 1)) : (place * 7) % Math.min(every, steps.length);
      const cutRows: Row[] = [];
      for (let index = start; index < steps.length; index += every) {
        const row = await matrix.run(scenario, steps[index]!, cut);
        if (row !== undefined) cutRows.push(row);
        if (ALL)
          process.stderr.write(`${scenario.name} ${cut} ${index + 1}/${steps.length} ${steps[index]!.label} ${row?.state ?? 'not met'}\n`);
      }
      found.set(cut, cutRows);
    }
    return found;
  }

  describe.each(CHOSEN.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
    test.each(cutsOf(scenario))('with the %s killed', async (cut) => {
      const found = (await courses.get(scenario)!).get(cut)!;
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
