import { campaign } from '../../../support/campaign';
import { describeLive } from '../../../hosts/describe-live';
import type { Need } from '../../../hosts/prerequisites';
import type { Suite } from '../../../hosts/rootfs';
import type { Outcome } from '../../../hosts/run';
import { Scene } from './scene';
import { table, writeSection, type Row } from './table';

/** What a number of tries came to. */
export interface Tried {
  /** Tries in which the attacker had his turn; an attack that never had one proves nothing. */
  readonly tries: number;
  /** For each try with an effect, what it was. */
  readonly effects: readonly string[];
}

/** How often to try: at most so many times, and until there were so many effects. */
export interface Tries {
  readonly most: number;
  readonly enough: number;
}

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
  jest.setTimeout(form === 'all' ? 3 * 3_600_000 : 600_000);

  describe.each(form === 'all' ? (['bookworm', ...ELSEWHERE] as const) : (['bookworm'] as const))('on %s', (suite) => {
    describeLive(family, { needs }, () => {
      const triesOf = (row: Attack<M>): number => (suite === 'bookworm' ? row.tries[form] : (row.elsewhere ?? 0));
      const chosen = rows.filter((row) => triesOf(row) > 0);
      let scene: Scene;
      beforeAll(async () => {
        scene = await Scene.boot(suite);
      }, 300_000);
      afterAll(() => scene?.destroy());

      if (chosen.length === 0) test.todo('has no attack here');
      for (const row of chosen) {
        const { attack, window, mutant } = row;
        test(`${attack} (${window}): no effect`, async () => {
          const { tries, effects } = await row.run(scene, { most: triesOf(row), enough: Infinity });
          done.push({ attack, window, suite, tries, effects: effects.length });
          expect(effects).toEqual([]);
          expect(tries).toBeGreaterThan(0);
        });
        if (mutant !== undefined && form !== 'sample' && suite === 'bookworm') {
          test(`${attack} (${window}): succeeds against ${mutant.name}`, async () => {
            const { tries, effects } = await row.run(scene, { most: mutant.tries ?? triesOf(row), enough: 1 }, mutant.change);
            done.push({ attack, window, suite, tries, effects: effects.length, mutant: mutant.name });
            expect(effects).not.toEqual([]);
          });
        }
      }
    });
  });

  afterAll(() => {
    if (done.length === 0) return;
    process.stderr.write(`\n${family}\n${table(done)}\n`);
    if (form === 'all') writeSection(family, done);
  });
}

/** What one try printed, and what effects it was seen to have, beside those that {@link Scene.effects} sees. */
export interface Attempt {
  readonly outcomes?: readonly Outcome[];
  readonly effects?: readonly string[];
}

/**
 * Attempts something so many times, each from a clean start, and collects the effects of each, until there were enough. An attempt that returns nothing was
 * none: the attacker never had his turn.
 */
export async function attempts(
  scene: Scene,
  { most, enough }: Tries,
  attempt: (number: number) => Promise<Attempt | undefined>,
): Promise<Tried> {
  const effects: string[] = [];
  let had = 0;
  for (let number = 0; number < most && effects.length < enough; number++) {
    await scene.reset();
    const attempted = await attempt(number);
    if (attempted === undefined) continue;
    had += 1;
    const found = [...(attempted.effects ?? []), ...(await scene.effects(...(attempted.outcomes ?? [])))];
    if (found.length > 0) effects.push(found.join('; '));
  }
  return { tries: had, effects };
}
