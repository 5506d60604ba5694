import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { sleep } from '../hosts/run';
import { descendantsOf, killCdktf } from '../../tools/demo/processes';

describe('descendantsOf', () => {
  it('follows parents, and takes nobody else', () => {
    const row = (pid: number, parent: number) => ({ pid, parent, command: `p${pid}` });
    const rows = [row(1, 0), row(10, 1), row(11, 10), row(12, 11), row(20, 1), row(21, 20)];
    expect(descendantsOf(10, rows).map(({ pid }) => pid)).toEqual([11, 12]);
  });
});

// setsid(1) and /proc are Linux's.
(process.platform === 'linux' ? describe : describe.skip)('killCdktf', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'demo-processes-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('ends cdktf and what it runs in another session, and spares the rest', async () => {
    const pidFile = path.join(directory, 'pid');
    // Stands for cdktf, whose Terraform has a session of its own and hears no Ctrl-C.
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
    // A signal was sent; on a busy machine the process that gets it ends later than its parent.
    await until(() => !isRunning(terraform));
    expect(isRunning(terraform)).toBe(false);
    expect(bystander.exitCode).toBeNull();
    expect(isRunning(bystander.pid!)).toBe(true);
    bystander.kill();
  }, 60_000);
});

/** Whether it runs; one that has ended may wait for its parent to take note. */
function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Waits for a condition, at most until the test's own limit is near. */
async function until(holds: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 50_000; !holds() && Date.now() < deadline;) await sleep(20);
}
