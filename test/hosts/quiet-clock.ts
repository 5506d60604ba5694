import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Milliseconds between two looks at the machine. */
const SAMPLE_MS = 200;

let quiet = 0;
let last: number | undefined;

/**
 * Milliseconds since the first call, as a quiet machine would count them: while more tasks want to run than there are processors,
 * time passes more slowly by that factor. A limit counted this way holds on a busy machine, too.
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

/** Tasks that want to run, per processor; 1 while there are processors enough. From /proc/loadavg (proc(5)). */
export function slowness(loadavg = read('/proc/loadavg'), processors = availableParallelism()): number {
  const runnable = Number(/ (\d+)\/\d+ /.exec(loadavg)?.[1] ?? 1);
  return Math.max(1, runnable / processors);
}

/** Nothing where there is no /proc: limits are then as on a quiet machine. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
