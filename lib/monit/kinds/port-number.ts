import type { Place } from '../../values/place';
import { wholeNumberIssues, type Issues } from './issues/report';

/** Least and largest port. */
export const PORTS = [1, 65_535] as const;

/** Issues of a port number. */
export function* portNumberIssues(place: Place, port: number): Issues {
  yield* wholeNumberIssues(
    'monit/invalid-port',
    place,
    port,
    PORTS,
    'Use the port that the service listens on: Monit accepts any number, and then can’t connect.',
  );
}
