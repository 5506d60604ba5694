import { quietNow } from '../../../hosts/quiet-clock';
import type { Scene } from './scene';

/** Effect of other users on a deployment's use of /run, and on its duration. */
interface Watched<T> {
  readonly outcome: T;
  /** Largest growth of /run, in KiB or inodes. */
  readonly growth: number;
  /** Duration on the clock of a quiet machine. */
  readonly seconds: number;
}

/** Columns of df(1). */
const COLUMNS = { kibibytes: 'used', inodes: 'iused' } as const;

/** Runs an action, and measures the use of /run during it. */
export async function watchingRun<T>({ host }: Scene, unit: keyof typeof COLUMNS, during: () => Promise<T>): Promise<Watched<T>> {
  const used = `df -k --output=${COLUMNS[unit]} /run | tail -n 1`;
  const before = Number(await host.mustExec(used));
  const watching = host.mustExec(
    `most=0; until [ -e /run/attack/stop ]; do now=$(${used}); [ "$now" -le "$most" ] || most=$now; sleep 0.02; done; echo "$most"`,
    { timeout: 600_000 },
  );
  const begun = quietNow();
  const outcome = await during().finally(() => host.mustExec('touch /run/attack/stop'));
  return { outcome, growth: Number(await watching) - before, seconds: (quietNow() - begun) / 1000 };
}

/** Most seconds of a quiet machine that an attacked deployment may take. */
const LONGEST = 60;

/** Returns the effect that it took too long. */
export function unlessQuick({ seconds }: Watched<unknown>): readonly string[] {
  return seconds > LONGEST ? [`it took ${Math.round(seconds)} s`] : [];
}
