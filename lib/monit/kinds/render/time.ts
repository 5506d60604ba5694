import { Duration } from '../../../values/duration';
import { decimal } from '../../escape';

/** Seconds of a duration; NaN, which is rendered as 0, if a JavaScript caller passes something other than a Duration. */
export function secondsOf(time: unknown): number {
  return time instanceof Duration ? time.toSeconds() : NaN;
}

/** Renders whole seconds, or milliseconds. */
export function milliseconds(time: unknown): string {
  const amount = time instanceof Duration ? time.toMilliseconds() : NaN;
  return amount % 1000 === 0 || Number.isNaN(amount) ? `${decimal(amount / 1000)} seconds` : `${decimal(amount)} milliseconds`;
}

/** Renders `with timeout 5 seconds`, or nothing. */
export function timeout(time: Duration | undefined): string[] {
  return time === undefined ? [] : [`with timeout ${decimal(secondsOf(time))} seconds`];
}
