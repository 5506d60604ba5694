import { show, type Issue } from '../../values';

/** Returns the issue for an object that belongs to another host. */
export function otherHost(property: string, what: string): Issue {
  return {
    code: 'constructs/other-host',
    severity: 'error',
    property,
    got: `${show(what)}, which is for another host`,
    expected: 'something of the same host',
    remedy: 'Make one for each host.',
  };
}
