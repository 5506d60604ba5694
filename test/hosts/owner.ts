import { readFileSync } from 'node:fs';

/** A process, told apart from a later one with the same number by its start time and the machine's boot. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks after boot. */
  readonly startTime: string;
  readonly bootId: string;
}

/** Who a process is; `undefined` when there is none of that number, or only its zombie. */
export function identify(pid: number): ProcessIdentity | undefined {
  try {
    const { state, startTime } = parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return state === 'Z' || state === 'X'
      ? undefined
      : { pid, startTime, bootId: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() };
  } catch {
    return undefined;
  }
}

/** Whether that very process still runs. */
export function isAlive(identity: ProcessIdentity): boolean {
  const now = identify(identity.pid);
  return now !== undefined && now.startTime === identity.startTime && now.bootId === identity.bootId;
}

/** State and start time from a line of proc(5)'s stat. The command in it may hold blanks and parentheses. */
export function parseStat(line: string): { readonly state: string; readonly startTime: string } {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', startTime: fields[19] ?? '' };
}
