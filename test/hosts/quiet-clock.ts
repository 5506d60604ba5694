import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Milliseconds between two measurements of the load. */
const SAMPLE_MS = 200;

let quiet = 0;
let last: number | undefined;

/**
 * Milliseconds since the first call, on the clock of a quiet machine: if more tasks are runnable than there are processors, time
 * passes more slowly by that factor. A limit in this unit is also right for a busy machine.
 */
export function quietNow(): number {
  if (last === undefined) {
    last = performance.now();
    setInterval(advance, SAMPLE_MS).unref();
  }
  advance();
  return quiet;
}

function advance(): void {
  const now = performance.now();
  quiet += (now - last!) / slowness();
  last = now;
}

/** Runnable tasks per processor; 1 if there are enough processors. From /proc/loadavg (proc(5)). */
export function slowness(loadavg = read('/proc/loadavg'), processors = availableParallelism()): number {
  const runnable = Number(/ (\d+)\/\d+ /.exec(loadavg)?.[1] ?? 1);
  return Math.max(1, runnable / processors);
}

/** Undefined without /proc: limits are then those of a quiet machine. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
