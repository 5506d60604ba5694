import { show, type Issue } from './issue';
import { error } from './make-issue';
import { nearNames } from './near-names';
import type { Place } from './place';

/**
 * Creates an issue for an unknown property, with the names that may have been meant. The value isn't shown, because it could be
 * anything.
 *
 * @param code code of the issue
 * @param name name as it was written
 * @param known properties that exist
 * @param place place of the object that has it: `['ssh']`
 */
export function unknownProperty(code: string, name: string, known: readonly string[], place: Place = []): Issue {
  const near = nearNames(name, known);
  return error(code, [...place, /^\w+$/.test(name) ? name : show(name)], {
    problem: 'this property does not exist and has no effect',
    remedy:
      near.length > 0
        ? `Use ${near.join(' or ')}, or remove it.`
        : known.length <= 15
          ? `Remove it, or use one of ${known.join(', ')}.`
          : 'Remove it, or correct its name.',
  });
}
