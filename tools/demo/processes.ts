import { spawnSync } from 'node:child_process';

/** A process as `ps` lists it. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  /** Its program and arguments. */
  readonly command: string;
}

/** Returns all descendants of a process. */
export function descendantsOf(ancestor: number, rows: readonly ProcessRow[]): readonly ProcessRow[] {
  return rows.filter(({ parent }) => parent === ancestor).flatMap((child) => [child, ...descendantsOf(child.pid, rows)]);
}

/**
 * Kills cdktf and its descendants. It runs Terraform in a session of its own, so neither Ctrl-C nor the end of cdktf
 * reaches it: only the parent process ids lead there. All are stopped first, so that they start no more processes.
 */
export function killCdktf(): void {
  const frozen = new Set<number>();
  for (let found = true; found;) {
    const fresh = cdktfProcesses(processTable()).filter(({ pid }) => !frozen.has(pid));
    for (const { pid } of fresh) {
      frozen.add(pid);
      signal(pid, 'SIGSTOP');
    }
    found = fresh.length > 0;
  }
  for (const pid of frozen) signal(pid, 'SIGKILL');
}

/** Interrupts Terraform as Ctrl-C does: it finishes its current step on the host, and writes its state. */
export function interruptTerraform(): void {
  for (const { pid, command } of cdktfProcesses(processTable())) if (/^(\S*\/)?terraform /.test(command)) signal(pid, 'SIGINT');
}

function cdktfProcesses(rows: readonly ProcessRow[]): readonly ProcessRow[] {
  const roots = descendantsOf(process.pid, rows).filter(({ command }) => /\/cdktf (synth|diff|deploy|destroy)\b/.test(command));
  return roots.flatMap((root) => [root, ...descendantsOf(root.pid, rows)]);
}

function processTable(): readonly ProcessRow[] {
  const { stdout } = spawnSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // it has already ended
  }
}
