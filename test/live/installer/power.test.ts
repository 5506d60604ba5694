import { describeLive } from '../../hosts/describe-live';
import * as hand from '../../installer/by-hand';
import { campaign, ofCampaign } from '../../support/campaign';
import { judge } from '../../support/power/judge';
import { MODELS } from '../../support/power/models';
import { ARRANGEMENTS, seeded, States, type State } from '../../support/power/states';
import { statesWithout, syncCommands, type SyncCommand } from '../../support/power/without';
import { writeFigures, type Figures } from './power/page';
import { TracedHost, type Recording } from './power/recorder';
import { MOMENTS, recordRecovery } from './power/recoveries';
import { TRANSACTIONS, TREES, type Transaction } from './power/transactions';
import { Trial, type Verdict } from './power/trial';
import { World } from './power/world';

const RECORDED = TRANSACTIONS.filter(({ name }) => ofCampaign({ sample: /^change$/, small: /./, all: /./ }).test(name));
const RECOVERIES = RECORDED.filter(({ name }) =>
  ofCampaign({ sample: /^change$/, small: /^(change|uninstallation)$/, all: /^(change|uninstallation|adoption)$/ }).test(name),
).flatMap(({ name }) => MOMENTS.map((moment) => [name, moment] as const));
const CHOSEN = ofCampaign({ sample: ARRANGEMENTS.slice(1, 2), small: ARRANGEMENTS, all: ARRANGEMENTS });
/** States of each transaction. */
const STATES = ofCampaign({ sample: 40, small: 30, all: 320 });
/** States without the sync, of each command that syncs. */
const TRIES = ofCampaign({ sample: 0, small: 150, all: 150 });
const SEED = 17;

describeLive('a power cut leaves the old or the new state', { needs: ['hosts', 'power'] }, () => {
  const figures = new Map<string, Omit<Figures, 'transaction'>>();
  /** Places in the programs that sync, each with true if a state of any transaction was wrong without it. */
  const needs = new Map<string, boolean>();

  describe.each(CHOSEN.map((arrangement) => [arrangement.name, arrangement] as const))('%s', (_, arrangement) => {
    let traced: TracedHost;
    let world: World;
    let trial: Trial;
    const recordings = new Map<string, Recording>();

    beforeAll(async () => {
      traced = await TracedHost.boot(arrangement);
      world = await World.make(TREES, traced.host.scratchDirectory);
      trial = new Trial(world);
    });
    afterAll(() => {
      world.close();
      traced.destroy();
    });

    describe.each(RECORDED.map((transaction) => [transaction.name, transaction] as const))('%s', (name, transaction) => {
      test('is recorded completely', async () => {
        const recording = await recorded(traced, transaction);
        recordings.set(name, recording);
        // The judge must know both ends.
        const { before, after } = recording;
        expect(judge(after, before, after, true)).toEqual({ state: 'new', complaints: [] });
        expect(judge(before, before, after, false).complaints).toEqual([]);
      });
      showsItsStates(name);
    });

    // The recovery is also a transaction, and the power may be cut again.
    describe.each(RECOVERIES)('the recovery of: %s, %s', (name, moment) => {
      test('is recorded completely', async () => {
        recordings.set(`${name} ${moment}`, await recordRecovery(world, recordings.get(name)!, moment));
      });
      showsItsStates(`${name} ${moment}`);
    });

    function showsItsStates(name: string): void {
      test('recovers from each state that a file system may show', async () => {
        const recording = recordings.get(name)!;
        const verdicts = await trial.judgeAll(recording, sampled(recording));
        const wrong = verdicts.filter(({ complaints }) => complaints.length > 0);
        const count = (wanted: Verdict['state']): number =>
          verdicts.filter(({ state, complaints }) => state === wanted && complaints.length === 0).length;
        const { operations } = recording.log;
        figures.set(`${name}, ${arrangement.name}`, {
          operations: operations.length,
          states: verdicts.length,
          old: count('old'),
          new: count('new'),
          wrong: wrong.length,
        });
        expect(shown(wrong)).toEqual([]);
      });

      if (TRIES > 0) {
        test('has states that go wrong without its syncs', async () => {
          const recording = recordings.get(name)!;
          for (const command of syncCommands(recording.log)) {
            const known = needs.get(command.label) ?? false;
            needs.set(command.label, known || (await isNeeded(recording, command)));
          }
        });
      }
    }

    async function isNeeded(recording: Recording, command: SyncCommand): Promise<boolean> {
      let tries = 0;
      for (const state of statesWithout(recording.log, recording.arrangement, command, 12)) {
        if ((await trial.judge(recording, state)).complaints.length > 0) return true;
        if (++tries >= TRIES) break;
      }
      return false;
    }
  });

  if (TRIES > 0) {
    test('has states that go wrong without any one of the syncs', () => {
      expect([...needs].filter(([, needed]) => !needed).map(([label]) => label)).toEqual([]);
    });
  }

  // The number of trials is known only at the end.
  if (campaign() === 'all') {
    test('docs/reliability-power.md has the figures', () => {
      const counts = [...needs.values()];
      writeFigures(
        [...figures].map(([transaction, figure]) => ({ transaction, ...figure })),
        { places: counts.length, needless: counts.filter((needed) => !needed).length },
      );
    });
  }
});

async function recorded(traced: TracedHost, { name, prepare, act, ends }: Transaction): Promise<Recording> {
  await prepare(traced.host);
  let last = '';
  const recording = await traced.record(name, TREES, async () => (last = hand.lastLine(await act(traced.host))));
  expect(last).toMatch(ends);
  return recording;
}

/** Each prefix in the complete form; and some of all possible states, of all file systems. */
function sampled({ log, arrangement }: Recording): readonly State[] {
  const random = seeded(SEED);
  const kinds = MODELS.map((model) => new States(log, model, arrangement));
  const found = new Map<string, State>();
  if (campaign() === 'all') for (const state of kinds[0]!.prefixes()) found.set(state.key, state);
  // Short transactions have fewer.
  for (let turn = 0; found.size < STATES && turn < STATES * 4; turn++) {
    const state = kinds[turn % kinds.length]!.any(random);
    found.set(state.key, state);
  }
  return [...found.values()];
}

/** For the message of a failing test: the number of states, and the first few. */
function shown(wrong: readonly Verdict[]): readonly string[] {
  return wrong.length === 0 ? [] : [`${wrong.length} states`, ...wrong.slice(0, 3).map(({ report }) => report())];
}
