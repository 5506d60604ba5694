import { spawnSync } from 'node:child_process';

/** The numbers of a process and its parent, as `ps` lists them. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
}

/**
 * All that a process started, and what that started. cdktf runs Terraform in a session of its own, so that neither Ctrl-C
 * nor the end of cdktf reaches it: only the chain of parents leads there.
 */
export function descendantsOf(ancestor: number, rows: readonly ProcessRow[] = processTable()): readonly number[] {
  const children = rows.filter(({ parent }) => parent === ancestor).map(({ pid }) => pid);
  return children.flatMap((child) => [child, ...descendantsOf(child, rows)]);
}

/** Kills all that this process started. Freezes it first: what is frozen starts nothing that could be missed. */
export function killDescendants(): void {
  const frozen = new Set<number>();
  for (let found = true; found; ) {
    found = false;
    for (const pid of descendantsOf(process.pid).filter((each) => !frozen.has(each))) {
      frozen.add(pid);
      found = signal(pid, 'SIGSTOP') || found;
    }
  }
  for (const pid of frozen) signal(pid, 'SIGKILL');
}

/** Asks Terraform, and only it, to stop as on Ctrl-C: it ends what it has begun on a host, and writes its state. */
export function interruptTerraform(): void {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,comm='], { encoding: 'utf8' });
  const ours = new Set(descendantsOf(process.pid));
  for (const line of stdout.split('\n')) {
    const [, pid, command = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    if (ours.has(Number(pid)) && /(^|\/)terraform$/.test(command.trim())) signal(Number(pid), 'SIGINT');
  }
}

function processTable(): readonly ProcessRow[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0]) => ({ pid, parent }));
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false; // it has ended by itself
  }
}
