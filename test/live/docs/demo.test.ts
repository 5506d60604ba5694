import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { steps } from '../../../tools/demo/steps';
import { processesOf } from '../../hosts/cgroups';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { networks } from '../../hosts/network';
import { REPOSITORY } from '../../hosts/paths';
import { hostsOf } from '../../hosts/record';
import { sleep } from '../../hosts/run';

/** One run of the demo. All its files outside the cache are in a temporary directory, which also marks its processes. */
class Demo {
  output = '';
  readonly temporary = mkdtempSync(path.join(tmpdir(), 'demo-test-'));
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown[]>;

  constructor(...args: readonly string[]) {
    // A process group of its own, as in a terminal: Ctrl-C reaches all of it.
    this.child = spawn(path.join(REPOSITORY, 'node_modules/.bin/tsx'), ['tools/demo/main.ts', ...args], {
      cwd: REPOSITORY,
      detached: true,
      env: { ...process.env, TMPDIR: this.temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => (this.output += chunk));
    this.ended = once(this.child, 'close');
  }

  /** Its exit code, once it has ended. */
  async end(): Promise<unknown> {
    return (await this.ended)[0];
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      if (this.child.exitCode !== null) throw new Error(`the demo has ended:\n${this.output}`);
      await sleep(20);
    }
  }

  pressCtrlC(): void {
    process.kill(-this.child.pid!, 'SIGINT');
  }

  /** Returns its processes, in any session: the temporary directory is in their environment. */
  processes(): readonly string[] {
    return readdirSync('/proc')
      .filter((pid) => /^\d+$/.test(pid))
      .filter((pid) => readOrNothing(`/proc/${pid}/environ`).includes(`TMPDIR=${this.temporary}\0`))
      .map((pid) => readOrNothing(`/proc/${pid}/cmdline`).replaceAll('\0', ' '));
  }

  /** Returns everything that is left of it. */
  remains(): readonly string[] {
    const name = /\bdemo-\d+\b/.exec(this.output)?.[0] ?? 'no host was booted';
    const number = /\b10\.87\.(\d+)\.\d+\b/.exec(this.output)?.[1] ?? '';
    return [
      ...networks()
        .flatMap(hostsOf)
        .filter((host) => host.name === name)
        .map(({ directory }) => directory),
      ...processesOf(`csk${number}-${name}`).map(String),
      ...[`/run/netns/csk${number}-${name}`].filter((file) => existsSync(file)),
      ...readdirSync(this.temporary).filter((file) => !file.startsWith('tsx-')),
      ...this.processes(),
    ];
  }

  remove(): void {
    rmSync(this.temporary, { recursive: true, force: true });
  }
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // ended while it was read
  }
}

/** Files that cdktf and Terraform would leave in a project's directory. */
function stateInRepository(): readonly string[] {
  return readdirSync(REPOSITORY).filter((name) => /^cdktf\.out$|tfstate/.test(name));
}

describeLive('npm run demo', { needs: ['hosts', 'terraform'] }, () => {
  const demos: Demo[] = [];
  const start = (...args: readonly string[]): Demo => {
    const demo = new Demo(...args);
    demos.push(demo);
    return demo;
  };
  afterAll(() => demos.forEach((demo) => demo.remove()));

  it('proves each step, and leaves nothing behind', async () => {
    const before = stateInRepository();
    const demo = start();
    const code = await demo.end();
    expect(demo.output).not.toContain('✘');
    expect(code).toBe(0);
    for (const [index, { title }] of steps.entries()) expect(demo.output).toContain(`\n${index + 1}/${steps.length} ${title}\n`);
    // One for each step, and one for the host that was booted.
    expect(demo.output.match(/^ {2}✔ /gm)).toHaveLength(steps.length + 1);
    expect(demo.output).not.toContain('\u001b');
    expect(demo.remains()).toEqual([]);
    expect(stateInRepository()).toEqual(before);
  });

  it('leaves nothing behind after Ctrl-C in the middle of a deployment', async () => {
    const demo = start();
    await demo.until(() => demo.processes().some((command) => /^terraform apply\b/.test(command)));
    expect(demo.remains()).not.toEqual([]);
    demo.pressCtrlC();
    expect(await demo.end()).toBe(130);
    expect(demo.output).toContain('Nothing is left behind');
    expect(demo.remains()).toEqual([]);
  });

  describe('on the user’s own host', () => {
    let host: TestHost;
    beforeAll(async () => {
      host = await TestHost.boot();
    });
    afterAll(() => host.destroy());
    const login = (): readonly string[] => ['--host', `ops@${host.address}`, '--identity', host.privateKeyPath];

    it('refuses a host whose key it doesn’t know', async () => {
      const mark = await host.mark();
      const demo = start(...login(), '--known-hosts', '/dev/null');
      expect(await demo.end()).toBe(1);
      expect(demo.output).toContain(`/dev/null has no key of ${host.address}`);
      expect(await host.sshConnections(mark)).toBe(0);
      expect(demo.remains()).toEqual([]);
    });

    it('uninstalls after Ctrl-C in the middle of a deployment', async () => {
      const demo = start(...login(), '--known-hosts', host.knownHostsPath);
      await demo.until(() => demo.processes().some((command) => /^terraform apply\b/.test(command)));
      demo.pressCtrlC();
      expect(await demo.end()).toBe(130);
      expect(demo.output).toContain('all of it is removed again');
      expect((await host.exec('ls /etc/systemd/system/sidekiq.service /etc/monit/conf.d/sidekiq /var/lib/cdktf-sidekiq')).stdout).toBe('');
      expect(demo.remains()).toEqual([]);
    });
  });
});
