import type { JournalMark, TestHost } from '../../hosts/host';

/** A period during which a unit was down, in seconds since boot. */
export interface Outage {
  readonly unit: string;
  /** Start of its stop. */
  readonly down: number;
  /** End of its stop. */
  readonly ended: number;
  /** Time at which it was up again; undefined if it wasn't. */
  readonly up?: number;
  /** Its description when it came up. */
  readonly as?: string;
}

const EVENT = /^\[ *([\d.]+)\] .*?: (Stopping|Stopped|Started) (\S+) - (.*?)\.*$/gm;

/** Returns the outages of some units since a mark, from systemd's log, in the order in which they began. A timer logs no `Stopping`. */
export async function outages(host: TestHost, since: JournalMark, units: readonly string[]): Promise<readonly Outage[]> {
  await host.mustExec('journalctl --sync');
  const log = await host.mustExec(['journalctl', '--quiet', '--output=short-monotonic', `--after-cursor=${since}`, '_PID=1']);
  const found: Outage[] = [];
  for (const [, time, event, unit = '', as] of log.matchAll(EVENT)) {
    if (!units.includes(unit)) continue;
    const at = Number(time);
    const open = found.findIndex((outage) => outage.unit === unit && outage.up === undefined);
    if (open < 0) found.push({ unit, down: at, ended: at });
    else found[open] = { ...found[open]!, ...(event === 'Started' ? { up: at, as } : { ended: at }) };
  }
  return found;
}
