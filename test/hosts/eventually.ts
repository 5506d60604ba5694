import { quietNow } from './quiet-clock';
import { sleep } from './run';

/** Purpose and limit of a wait. */
export interface Wait {
  /** Completes "waited … for". */
  readonly what: string;
  /** Limit in seconds of a quiet machine: it grows on a busy one. Default: 60. */
  readonly seconds?: number;
  /** Milliseconds between two attempts. Default: 100. */
  readonly pause?: number;
  /** Returns the last state, for the message at the limit. */
  readonly saw?: () => unknown;
}

/** Repeats a function until it returns a value, and returns that. */
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
