import { error, show, type Issue, type Place } from '../../values';

/** Returns the issue for an object that belongs to another host. */
export function otherHost(place: Place, what: string): Issue {
  return error('host/other-host', place, {
    problem: `${show(what)} is on another host`,
    remedy: 'Create one on this construct’s host and use that.',
  });
}
