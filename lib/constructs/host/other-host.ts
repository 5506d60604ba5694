import { error, show, type Issue, type Place } from '../../values';

/** Returns the issue for an object that belongs to another host. */
export function otherHost(place: Place, what: string): Issue {
  return error('host/other-host', place, {
    got: `${show(what)}, which is on another host`,
    expected: 'one on the same host',
    remedy: 'Create one for each host.',
  });
}
