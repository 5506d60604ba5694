import type { Outcome } from '../../../hosts/run';
import type { Scene } from './scene';

/** The result of a number of tries. */
export interface Tried {
  /** Tries in which the attacker had his turn; an attack that never had one proves nothing. */
  readonly tries: number;
  /** For each try with an effect, what it was. */
  readonly effects: readonly string[];
}

/** Limits of trying: the most tries, and the effects after which to stop. */
export interface Tries {
  readonly most: number;
  readonly enough: number;
}

/** Output of one try, and its effects beside those that {@link Scene.effects} sees. */
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
