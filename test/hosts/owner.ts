import { readFileSync } from 'node:fs';

/** A process, identified by its number, its start time and the machine's boot. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks after boot. */
  readonly startTime: string;
  readonly bootId: string;
}

/** Identifies a process; `undefined` if there is none with that number, or only a zombie. */
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

/** Checks whether the same process still runs. */
export function isAlive(identity: ProcessIdentity): boolean {
  const now = identify(identity.pid);
  return now !== undefined && now.startTime === identity.startTime && now.bootId === identity.bootId;
}

/** Parses state and start time from a line of proc(5)'s stat. The command in it may contain blanks and parentheses. */
export function parseStat(line: string): { readonly state: string; readonly startTime: string } {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', startTime: fields[19] ?? '' };
}
