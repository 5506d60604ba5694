import type { Outcome } from '../../../hosts/run';
import { lastLine } from '../../../installer/by-hand';
import type { Scene } from './scene';

/** Result of a number of tries. */
export interface Tried {
  /** Tries in which the attacker had a turn; an attack without a turn proves nothing. */
  readonly tries: number;
  /** Effect of each try that had one. */
  readonly effects: readonly string[];
}

/** Limits: the most tries, and the number of effects after which to stop. */
export interface Tries {
  readonly most: number;
  readonly enough: number;
}

/** Output of one try, and its effects other than those that {@link Scene.effects} finds. */
export interface Attempt {
  readonly outcomes?: readonly Outcome[];
  readonly effects?: readonly string[];
}

/** Tries an attack on a program, or on a mutant of it. */
export type Run<C> = (scene: Scene, tries: Tries, change?: C) => Promise<Tried>;

/**
 * Attempts something so many times, each from a clean start, and collects the effects, until there are enough. An attempt that returns
 * undefined doesn't count: the attacker had no turn.
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

/** Attempts each variant of an attack in turn; the effects of each are listed with its name. */
export function inTurn<V extends readonly [what: string, ...details: string[]], C>(
  variants: readonly V[],
  attempt: (scene: Scene, variant: V, change: C | undefined, number: number) => Promise<Attempt | undefined>,
): Run<C> {
  return (scene, tries, change) =>
    attempts(scene, tries, async (number) => {
      const variant = variants[number % variants.length]!;
      const attempted = await attempt(scene, variant, change, number);
      return attempted && { ...attempted, effects: attempted.effects?.map((effect) => `${variant[0]}: ${effect}`) };
    });
}

/** Returns the effect that a run ended with another last line; none if it ended with this one. */
export function unlessEnded(outcome: Outcome, expected: RegExp | string): readonly string[] {
  const last = lastLine(outcome);
  if (typeof expected === 'string' ? last === expected : expected.test(last)) return [];
  return [`it ended with ${outcome.code}, ${JSON.stringify(last.slice(0, 300))}`];
}
