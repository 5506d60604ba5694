import { attackDeployments } from '../deployments';
import { MUTANTS } from '../mutants';
import type { Mutant } from '../pauses';
import { family, type Attack } from '../suite';
import { forMutant, WINDOWS } from '../windows';

/** A deployment takes seconds: it gets fewer tries than a window by itself, which gets hundreds. */
function mutantOf(window: string): Attack<Mutant>['mutant'] {
  const mutant = MUTANTS[window];
  return mutant && { ...mutant, tries: 60 };
}

/** Names that change in the middle of whole deployments. */
export const DIRECTORIES_ATTACKS = family<Mutant>(
  'Directories',
  WINDOWS.map((window) => ({
    attack: 'changes names between two commands of root',
    window: `${window.name}, in a deployment`,
    tries: { sample: window.name === 'swap' ? 2 : 0, small: 3, all: 50 },
    elsewhere: 10,
    mutant: mutantOf(window.name),
    run: (scene, tries, mutant) => attackDeployments(scene, forMutant(window, mutant && MUTANTS[window.name]?.tricks), tries, mutant),
  })),
);
