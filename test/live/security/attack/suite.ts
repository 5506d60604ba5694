import { campaign } from '../../../support/campaign';
import { describeLive } from '../../../hosts/describe-live';
import type { Need } from '../../../hosts/prerequisites';
import type { Suite } from '../../../hosts/rootfs';
import type { Tried, Tries } from './attempts';
import { establish } from './deployments';
import { Scene } from './scene';
import { table, writeSection, type Row } from './table';

/** One attack on one window. */
export interface Attack<M> {
  readonly attack: string;
  readonly window: string;
  /** Tries on Debian 12. 0: not in this form. */
  readonly tries: { readonly sample: number; readonly small: number; readonly all: number };
  /** Tries on each of Debian 11, 13 and 14, in the whole form. Default: 0. */
  readonly elsewhere?: number;
  /** The program without what holds the attack off: one of so many tries must have an effect. */
  readonly mutant?: { readonly name: string; readonly change: M; readonly tries?: number };
  readonly run: (scene: Scene, tries: Tries, change?: M) => Promise<Tried>;
}

const ELSEWHERE: readonly Suite[] = ['bullseye', 'trixie', 'forky'];

/**
 * A family of attacks, as tests: each must have had its turn and no effect, and, outside of the sample, an effect on its mutant.
 * The whole form also runs on the other Debians, and writes the table to docs/attacks.md.
 */
export function attacks<M>(family: string, rows: readonly Attack<M>[], needs: readonly Need[] = ['hosts']): void {
  const form = campaign();
  const done: Row[] = [];
  function note(row: Row): void {
    done.push(row);
    // The whole form takes hours.
    if (form !== 'sample') process.stderr.write(`${Object.values(row).join(', ')}\n`);
  }

  describe.each(form === 'all' ? (['bookworm', ...ELSEWHERE] as const) : (['bookworm'] as const))('on %s', (suite) => {
    describeLive(family, { needs }, () => {
      const triesOf = (row: Attack<M>): number => (suite === 'bookworm' ? row.tries[form] : (row.elsewhere ?? 0));
      const chosen = rows.filter((row) => triesOf(row) > 0);
      let scene: Scene;
      beforeAll(async () => {
        scene = await Scene.boot(suite);
        await establish(scene);
      });
      afterAll(() => scene?.destroy());

      if (chosen.length === 0) test.todo('has no attack here');
      for (const row of chosen) {
        const { attack, window, mutant } = row;
        test(`${attack} (${window}): no effect`, async () => {
          const { tries, effects } = await row.run(scene, { most: triesOf(row), enough: Infinity });
          note({ attack, window, suite, tries, effects: effects.length });
          expect(effects).toEqual([]);
          expect(tries).toBeGreaterThan(0);
        });
        if (mutant !== undefined && form !== 'sample' && suite === 'bookworm') {
          test(`${attack} (${window}): succeeds against ${mutant.name}`, async () => {
            const { tries, effects } = await row.run(scene, { most: mutant.tries ?? triesOf(row), enough: 1 }, mutant.change);
            note({ attack, window, suite, tries, effects: effects.length, mutant: mutant.name });
            expect(effects).not.toEqual([]);
          });
        }
      }
    });
  });

  afterAll(() => {
    if (done.length === 0 || form === 'sample') return;
    process.stderr.write(`\n${family}\n${table(done)}\n`);
    if (form === 'all') writeSection(family, done);
  });
}
