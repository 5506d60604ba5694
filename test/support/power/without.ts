import type { Log, Sync } from './log';
import { MODELS } from './models';
import { States, type Arrangement, type State } from './states';

/** Syncs of one command, which are kept or left out together. */
export interface SyncCommand {
  /** The command line, without the parts that differ between two runs. */
  readonly label: string;
  readonly syncs: readonly Sync[];
}

/** Number of cuts right after a sync. */
const SOON = 6;

/** Returns the commands of a log that sync something. */
export function syncCommands(log: Log): readonly SyncCommand[] {
  const found = new Map<string, Sync[]>();
  for (const sync of log.syncs) found.set(sync.command, [...(found.get(sync.command) ?? []), sync]);
  return [...found].map(([command, syncs]) => {
    // The same line of the program follows the same operation in each run.
    const before = log.operations[syncs[0]!.at - 1] ?? 'nothing';
    return { label: withoutNames(`${command.replace(/^\d+ /, '')}, after ${before}`), syncs };
  });
}

/** Removes names of owners, transactions and generations, and sizes, which differ between two runs. */
function withoutNames(text: string): string {
  return text
    .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(-\w{10})?/g, 'OWNER')
    .replace(/\.cdktf-sidekiq-\w{10}\b/g, '.cdktf-sidekiq-TOKEN')
    .replace(/\d{8}T\d{6}Z-\w{10}/g, 'TIME-TOKEN')
    .replace(/\/generations\/\d+/g, '/generations/N')
    .replace(/ \d+ bytes at \d+/, '');
}

/**
 * Yields states that are possible only without the syncs of a command, those first that are most likely to be invalid.
 *
 * @param log changes and syncs of the transaction
 * @param command command whose syncs are left out
 * @param cuts number of cuts between the sync and the end
 */
export function* statesWithout(log: Log, arrangement: Arrangement, command: SyncCommand, cuts: number): Generator<State> {
  const seen = new Set<string>();
  const left = log.syncs.filter((sync) => !command.syncs.includes(sync));
  const [first, end] = [command.syncs.at(-1)!.at + 1, log.operations.length];
  // Also right after the sync, because the next change may be one that must not precede it.
  const moments = [
    ...new Set([
      ...Array.from({ length: cuts }, (_, index) => end - Math.round(((end - first) * index) / Math.max(1, cuts - 1))),
      ...Array.from({ length: Math.min(SOON, end - first) }, (_, index) => first + index),
    ]),
  ];
  const pairs = MODELS.map((model) => [new States(log, model, arrangement), new States(log, model, arrangement, left)] as const);
  const open = new Set(moments.flatMap((cut) => pairs.map(([whole, less]) => less.beyond(whole, cut))));
  // In turn, one state of each cut and file system.
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
