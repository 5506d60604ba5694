import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TerraformVariable } from 'cdktf';
import { PrivateKey } from '../../../../lib';
import { describeLive } from '../../../hosts/describe-live';
import { TestHost, type JournalMark } from '../../../hosts/host';
import { row } from '../../../support/troubleshooting';
import { Attempts, isClean, timed } from './attempts';

/** The test's own agent. */
class Agent {
  readonly socket: string;
  private readonly pid: number;

  constructor() {
    const variables = execFileSync('ssh-agent', ['-s'], { encoding: 'utf8' });
    this.socket = /SSH_AUTH_SOCK=([^;]+)/.exec(variables)![1]!;
    this.pid = Number(/SSH_AGENT_PID=(\d+)/.exec(variables)![1]);
  }

  add(file: string, env: NodeJS.ProcessEnv = {}): void {
    execFileSync('ssh-add', ['-q', file], { env: { ...process.env, ...env, SSH_AUTH_SOCK: this.socket }, stdio: 'ignore' });
  }

  end(): void {
    process.kill(this.pid);
  }
}

describeLive('the agent', { needs: ['hosts', 'terraform'] }, () => {
  const attempts = new Attempts();
  let host: TestHost;
  let agent: Agent;
  let scratch: string;
  beforeAll(async () => {
    host = await TestHost.boot();
    // Logs each request to forward an agent.
    await host.mustExec('sed -i "s/^LogLevel .*/LogLevel DEBUG1/" /etc/ssh/sshd_config.d/10-test.conf && systemctl restart ssh');
    scratch = mkdtempSync(path.join(tmpdir(), 'agent-'));
    agent = new Agent();
    agent.add(host.privateKeyPath);
  });
  afterEach(() => attempts.remove());
  afterAll(() => {
    agent.end();
    host.destroy();
    rmSync(scratch, { recursive: true });
  });

  const env = (): NodeJS.ProcessEnv => ({ SSH_AUTH_SOCK: agent.socket });
  const fromAgent = { privateKey: PrivateKey.fromAgent() };
  const forwardings = async (since: JournalMark): Promise<number> =>
    (await host.journal(since)).split(/session_input_channel_req: .*auth-agent-req@openssh\.com/).length - 1;
  const newKey = (name: string, passphrase = ''): string => {
    const file = path.join(scratch, name);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-f', file]);
    return file;
  };

  describe('that is running but not configured', () => {
    test('is not forwarded', async () => {
      const mark = await host.mark();
      const { deployed } = await attempts.succeed(host, { env: env() });
      expect(deployed).toContain('SSH Agent: false');
      expect(await forwardings(mark)).toBe(0);
    });

    test('is not used: a refused key stays refused, and only it was offered', async () => {
      const mark = await host.mark();
      const file = newKey('unknown');
      const ssh = { privateKey: PrivateKey.fromFile(file), timeoutSeconds: 1 };
      expect((await attempts.fail(host, { ssh, env: env() })).messages).toMatch(row('refused-key'));
      const offered = new Set(
        [...(await host.journal(mark)).matchAll(/^Failed publickey for ops .* (SHA256:\S+)/gm)].map(([, print]) => print!),
      );
      const print = execFileSync('ssh-keygen', ['-lf', file], { encoding: 'utf8' }).split(' ')[1]!;
      expect([...offered]).toEqual([print]);
    });
  });

  describe('that is configured', () => {
    test('logs in, also for the uninstall; Terraform forwards it, and our programs can’t use it', async () => {
      const mark = await host.mark();
      await host.writeFile(
        '/usr/local/sbin/systemctl',
        '#!/bin/sh\necho "sock=${SSH_AUTH_SOCK-none}" >>/run/seen\nexec /usr/bin/systemctl "$@"\n',
        '0755',
      );
      const { deployed, destroyed } = await attempts.succeed(host, { ssh: { ...fromAgent, user: 'root' }, env: env() });
      await host.mustExec('rm /usr/local/sbin/systemctl');
      for (const messages of [deployed, destroyed]) expect(messages).toMatch(/Private key: false.*SSH Agent: true/);
      expect(await forwardings(mark)).toBe(2);
      expect(new Set((await host.readFile('/run/seen')).trim().split('\n'))).toEqual(new Set(['sock=none']));
    });

    test.each([
      [
        'for the key',
        'sed -i "s/^ssh-/no-agent-forwarding ssh-/" ~ops/.ssh/authorized_keys',
        'sed -i "s/^no-agent-forwarding //" ~ops/.ssh/authorized_keys',
      ],
      [
        'for all',
        'echo "AllowAgentForwarding no" >/etc/ssh/sshd_config.d/00-case.conf && systemctl restart ssh',
        'rm /etc/ssh/sshd_config.d/00-case.conf && systemctl restart ssh',
      ],
    ])('is not forwarded if the host refuses that %s', async (_, refuse, allow) => {
      await host.mustExec(refuse);
      const mark = await host.mark();
      await attempts.succeed(host, { ssh: fromAgent, env: env() });
      await host.mustExec(allow);
      const log = await host.journal(mark);
      expect(await forwardings(mark)).toBe(2);
      expect(log.split('agent forwarding disabled').length - 1).toBe(2);
    });

    test('makes a key with a passphrase usable', async () => {
      const file = newKey('encrypted', 'a passphrase');
      const ask = path.join(scratch, 'ask');
      execFileSync('sh', ['-c', 'printf "#!/bin/sh\\necho a passphrase\\n" >"$1" && chmod +x "$1"', 'sh', ask]);
      const other = new Agent();
      try {
        other.add(file, { SSH_ASKPASS: ask, SSH_ASKPASS_REQUIRE: 'force', DISPLAY: ':' });
        await host.mustExec(['sh', '-c', 'cat >>~ops/.ssh/authorized_keys'], {
          input: execFileSync('cat', [`${file}.pub`], { encoding: 'utf8' }),
        });
        await attempts.succeed(host, { ssh: fromAgent, env: { SSH_AUTH_SOCK: other.socket } });
      } finally {
        other.end();
      }
    });

    test('is used only for the uninstall, with a key in a variable', async () => {
      const directory = await attempts.prepare(host, {
        env: { ...env(), TF_VAR_ssh_key: readFileSync(host.privateKeyPath, 'utf8') },
        sshIn: (stack) => {
          const variable = new TerraformVariable(stack, 'ssh_key', { sensitive: true });
          return { privateKey: PrivateKey.fromVariable(variable, { uninstall: 'agent' }) };
        },
      });
      const [deployed, destroyed] = [await timed(directory.apply()), await timed(directory.destroy())];
      expect([deployed.code, destroyed.code]).toEqual([0, 0]);
      expect(deployed.messages).toMatch(/Private key: true.*SSH Agent: false/);
      expect(destroyed.messages).toMatch(/Private key: false.*SSH Agent: true/);
      await isClean(host);
    });

    test('lacks the right key, or has none', async () => {
      const empty = new Agent();
      try {
        const ssh = { ...fromAgent, timeoutSeconds: 2 };
        expect((await attempts.fail(host, { ssh, env: { SSH_AUTH_SOCK: empty.socket } })).messages).toMatch(row('refused-key'));
        empty.add(newKey('other'));
        expect((await attempts.fail(host, { ssh, env: { SSH_AUTH_SOCK: empty.socket } })).messages).toMatch(row('refused-key'));
      } finally {
        empty.end();
      }
    });

    test('is not running', async () => {
      const { messages, quietSeconds } = await attempts.fail(host, { ssh: fromAgent });
      expect(messages).toMatch(row('no-agent'));
      expect(quietSeconds).toBeLessThan(10);
    });
  });
});
