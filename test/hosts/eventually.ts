import { quietNow } from './quiet-clock';
import { sleep } from './run';

/** The purpose of a wait, and its limit. */
export interface Wait {
  /** Completes "waited … for". */
  readonly what: string;
  /** Seconds of a quiet machine: on a busy one the limit grows with it. Default: 60. */
  readonly seconds?: number;
  /** Milliseconds between two looks. Default: 100. */
  readonly pause?: number;
  /** The last state, for the message when the time is up. */
  readonly saw?: () => unknown;
}

/** Looks until there is something to see, and returns it. */
export async function eventually<T>(look: () => T | undefined | Promise<T | undefined>, wait: Wait): Promise<T> {
  const { what, seconds = 60, pause = 100 } = wait;
  const end = quietNow() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (quietNow() > end) throw new Error(`waited ${seconds} s for ${what}${await description(wait)}`);
    await sleep(pause);
  }
}

async function description({ saw }: Wait): Promise<string> {
  if (saw === undefined) return '';
  const seen = await saw();
  return `; saw ${typeof seen === 'string' ? seen : JSON.stringify(seen)}`;
}
