import { show, type Issue } from './issue';
import { nearNames } from './near-names';

/**
 * An issue for a property that nothing reads, with the names that may have been meant. Its value is not shown: nothing tells
 * what it is.
 *
 * @param code the issue's code
 * @param name as it was written
 * @param known the properties that there are
 * @param place what stands before the name in messages: `ssh.`
 */
export function unknownProperty(code: string, name: string, known: readonly string[], place = ''): Issue {
  const near = nearNames(name, known);
  return {
    code,
    severity: 'error',
    property: `${place}${/^\w+$/.test(name) ? name : show(name)}`,
    got: 'a property that is not known here',
    expected: near.length > 0 ? near.join(' or ') : known.length <= 15 ? `one of ${known.join(', ')}` : 'one that is known',
    remedy: 'Correct the name, or remove it: it would do nothing.',
  };
}
