import { quietNow } from '../../../hosts/quiet-clock';
import type { Scene } from './scene';

/** What others can make of a deployment in /run, and of the time that it takes. */
interface Watched<T> {
  readonly outcome: T;
  /** KiB or inodes by which /run grew meanwhile, at most. */
  readonly growth: number;
  /** As a quiet machine would count them. */
  readonly seconds: number;
}

/** Columns of df(1). */
const COLUMNS = { kibibytes: 'used', inodes: 'iused' } as const;

/** Runs something, and looks all the while at what is used of /run. */
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

/** Seconds of a quiet machine that an attacked deployment may take. */
const LONGEST = 60;

/** The effect that it took too long. */
export function unlessQuick({ seconds }: Watched<unknown>): readonly string[] {
  return seconds > LONGEST ? [`it took ${Math.round(seconds)} s`] : [];
}
