import type { JournalMark, TestHost } from '../../hosts/host';

/** A time for which a unit was down, in seconds since boot. */
export interface Outage {
  readonly unit: string;
  /** When its stop began. */
  readonly down: number;
  /** When its stop was over. */
  readonly ended: number;
  /** When it was up again, if it was. */
  readonly up?: number;
  /** The description under which it came up. */
  readonly as?: string;
}

const EVENT = /^\[ *([\d.]+)\] .*?: (Stopping|Stopped|Started) (\S+) - (.*?)\.*$/gm;

/** Outages of some units since a mark, as systemd logged them, in the order in which they began. A timer has no `Stopping`. */
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
