import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { sleep } from '../hosts/run';
import { descendantsOf, killCdktf } from '../../tools/demo/processes';

describe('descendantsOf', () => {
  it('returns the descendants of a process and no other process', () => {
    const row = (pid: number, parent: number) => ({ pid, parent, command: `p${pid}` });
    const rows = [row(1, 0), row(10, 1), row(11, 10), row(12, 11), row(20, 1), row(21, 20)];
    expect(descendantsOf(10, rows).map(({ pid }) => pid)).toEqual([11, 12]);
  });
});

// setsid(1) and /proc exist only on Linux.
(process.platform === 'linux' ? describe : describe.skip)('killCdktf', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'demo-processes-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('ends cdktf and the programs that it runs in another session, and no other process', async () => {
    const pidFile = path.join(directory, 'pid');
    // Simulates cdktf, whose Terraform has its own session and doesn't receive Ctrl-C.
    const cdktf = path.join(directory, 'cdktf');
    writeFileSync(
      cdktf,
      `#!/bin/sh\nsetsid sh -c 'echo $$ >"$0.new"; mv "$0.new" "$0"; trap "" INT TERM HUP; sleep 60; :' ${pidFile} &\necho up\nwait\n`,
      {
        mode: 0o755,
      },
    );
    const child = spawn(cdktf, ['deploy'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const bystander = spawn('sleep', ['60'], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    await until(() => existsSync(pidFile));
    const terraform = Number(readFileSync(pidFile, 'utf8'));
    expect(terraform).toBeGreaterThan(0);
    killCdktf();
    expect(await ended).toEqual([null, 'SIGKILL']);
    // After the signal, the process may end later than its parent on a busy machine.
    await until(() => !isRunning(terraform));
    expect(isRunning(terraform)).toBe(false);
    expect(bystander.exitCode).toBeNull();
    expect(isRunning(bystander.pid!)).toBe(true);
    bystander.kill();
  }, 60_000);
});

/** Checks whether a process runs; one that has ended may remain until its parent collects it. */
function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Waits for a condition, almost until the test's own limit. */
async function until(holds: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 50_000; !holds() && Date.now() < deadline;) await sleep(20);
}
