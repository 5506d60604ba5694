import type { Log, Sync } from './log';
import { MODELS } from './models';
import { States, type Arrangement, type State } from './states';

/** The syncs of one command: a program makes them together, or not at all. */
export interface SyncCommand {
  /** As it was typed, without what differs between two runs. */
  readonly label: string;
  readonly syncs: readonly Sync[];
}

/** So many moments right after a sync. */
const SOON = 6;

/** All commands of a log that sync something. */
export function syncCommands(log: Log): readonly SyncCommand[] {
  const found = new Map<string, Sync[]>();
  for (const sync of log.syncs) found.set(sync.command, [...(found.get(sync.command) ?? []), sync]);
  return [...found].map(([command, syncs]) => {
    // The same line of the program follows the same operation.
    const before = log.operations[syncs[0]!.at - 1] ?? 'nothing';
    return { label: withoutNames(`${command.replace(/^\d+ /, '')}, after ${before}`), syncs };
  });
}

/** Owners, transactions and generations have other names each time, and a file that is written in one place has more or less in it. */
function withoutNames(text: string): string {
  return text
    .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(-\w{10})?/g, 'OWNER')
    .replace(/\.cdktf-sidekiq-\w{10}\b/g, '.cdktf-sidekiq-TOKEN')
    .replace(/\d{8}T\d{6}Z-\w{10}/g, 'TIME-TOKEN')
    .replace(/\/generations\/\d+/g, '/generations/N')
    .replace(/ \d+ bytes at \d+/, '');
}

/**
 * States that are possible only without the syncs of a command, those first that are the likeliest to be wrong.
 *
 * @param cuts - At so many moments between the sync and the end.
 */
export function* statesWithout(log: Log, arrangement: Arrangement, command: SyncCommand, cuts: number): Generator<State> {
  const seen = new Set<string>();
  const left = log.syncs.filter((sync) => !command.syncs.includes(sync));
  const [first, end] = [command.syncs.at(-1)!.at + 1, log.operations.length];
  // Also right after it: what comes next may be what must not be there before.
  const moments = [
    ...new Set([
      ...Array.from({ length: cuts }, (_, index) => end - Math.round(((end - first) * index) / Math.max(1, cuts - 1))),
      ...Array.from({ length: Math.min(SOON, end - first) }, (_, index) => first + index),
    ]),
  ];
  const pairs = MODELS.map((model) => [new States(log, model, arrangement), new States(log, model, arrangement, left)] as const);
  const open = new Set(moments.flatMap((cut) => pairs.map(([whole, less]) => less.beyond(whole, cut))));
  // In turn, one of each moment and file system.
  while (open.size > 0) {
    for (const candidate of open) {
      const next = candidate.next();
      if (next.done === true) open.delete(candidate);
      else if (!seen.has(next.value.key)) {
        seen.add(next.value.key);
        yield next.value;
      }
    }
  }
}
