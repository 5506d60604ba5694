import type { Duration } from '../../../values/duration';
import { decimal } from '../../escape';

/** Renders whole seconds, or milliseconds. */
export function milliseconds(time: Duration): string {
  const amount = time.toMilliseconds();
  return amount % 1000 === 0 ? `${decimal(amount / 1000)} seconds` : `${decimal(amount)} milliseconds`;
}

/** Renders `with timeout 5 seconds`, or nothing. */
export function timeout(time: Duration | undefined): string[] {
  return time === undefined ? [] : [`with timeout ${decimal(time.toSeconds())} seconds`];
}
