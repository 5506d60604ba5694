import type { Place } from '../../values/place';
import { wholeNumberIssues, type Issues } from './issues/report';

/** Least and largest port. */
export const PORTS = [1, 65_535] as const;

/** Issues of a port number. */
export function* portNumberIssues(place: Place, port: number): Issues {
  yield* wholeNumberIssues('monit/invalid-port', place, port, PORTS, 'Give a port that there is: Monit takes any number.');
}
