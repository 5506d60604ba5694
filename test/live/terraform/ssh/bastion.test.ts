import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TerraformVariable } from 'cdktf';
import { HostKeys, PrivateKey, type BastionOptions, type SshOptions } from '../../../../lib';
import { describeLive } from '../../../hosts/describe-live';
import { TestHost } from '../../../hosts/host';
import { row } from '../../../support/troubleshooting';
import { Attempts, FILE, isClean, keysOf, timed, unplugged } from './attempts';

describeLive('a bastion', { needs: ['hosts', 'terraform'] }, () => {
  const attempts = new Attempts();
  let host: TestHost;
  let bastion: TestHost;
  let scratch: string;
  beforeAll(async () => {
    [host, bastion] = await Promise.all([TestHost.boot(), TestHost.boot({ name: 'bastion' })]);
    scratch = mkdtempSync(path.join(tmpdir(), 'bastion-'));
    // Reachable only from the bastion.
    await host.mustExec(`echo "AllowUsers *@${bastion.address}" >/etc/ssh/sshd_config.d/20-users.conf && systemctl restart ssh`);
    await bastion.mustExec(['sh', '-c', 'cat >>~ops/.ssh/authorized_keys'], { input: readFileSync(`${host.privateKeyPath}.pub`, 'utf8') });
  });
  afterEach(() => attempts.remove());
  afterAll(() => {
    host.destroy();
    bastion.destroy();
    rmSync(scratch, { recursive: true });
  });

  const through = (options: Partial<BastionOptions> = {}): BastionOptions => ({
    address: bastion.address,
    hostKeys: HostKeys.fromKnownHosts(bastion.knownHostsPath),
    ...options,
  });
  const onlyThrough = (options: Partial<BastionOptions> = {}, ssh: Partial<SshOptions> = {}): { ssh: Partial<SshOptions> } => ({
    ssh: { bastion: through(options), timeoutSeconds: 4, ...ssh },
  });

  test('leads to a host that can’t be reached otherwise, also for the uninstall', async () => {
    expect((await attempts.fail(host, { ssh: { timeoutSeconds: 1 } })).messages).toMatch(row('refused-key'));
    const [before, there] = [await bastion.mark(), await host.mark()];
    const { deployed } = await attempts.succeed(host, onlyThrough());
    expect(deployed).toContain('Using configured bastion host');
    expect([await bastion.sshConnections(before), await host.sshConnections(there)]).toEqual([2, 2]);
    // It forwards, and runs nothing.
    expect(await bastion.journal(before)).not.toContain('Starting session');
  });

  test('has its own user, port and key', async () => {
    await bastion.mustExec('printf "Port 22\nPort 2200\n" >/etc/ssh/sshd_config.d/20-ports.conf && systemctl restart ssh');
    const hostKeys = keysOf(bastion);
    const mark = await bastion.mark();
    await attempts.succeed(
      host,
      onlyThrough({ user: 'root', port: 2200, privateKey: PrivateKey.fromFile(bastion.privateKeyPath), hostKeys }),
    );
    const log = await bastion.journal(mark);
    expect(log.match(/Accepted publickey for root/g)).toHaveLength(2);
    expect(log).toContain(`on ${bastion.address} port 2200`);
  });

  test('uses a key from a variable', async () => {
    const directory = await attempts.prepare(host, {
      env: { TF_VAR_jump_key: readFileSync(bastion.privateKeyPath, 'utf8') },
      sshIn: (stack) => {
        const variable = new TerraformVariable(stack, 'jump_key', { sensitive: true });
        return { bastion: through({ privateKey: PrivateKey.fromVariable(variable, { uninstall: { keyFile: bastion.privateKeyPath } }) }) };
      },
    });
    expect(await timed(directory.apply())).toMatchObject({ code: 0 });
    expect(await host.readFile(FILE)).toBe('arrived\n');
    expect(await timed(directory.destroy())).toMatchObject({ code: 0 });
    await isClean(host);
  });

  test('uses the agent, which is forwarded only to the host', async () => {
    const variables = execFileSync('ssh-agent', ['-s'], { encoding: 'utf8' });
    const socket = /SSH_AUTH_SOCK=([^;]+)/.exec(variables)![1]!;
    try {
      execFileSync('ssh-add', ['-q', host.privateKeyPath], { env: { ...process.env, SSH_AUTH_SOCK: socket }, stdio: 'ignore' });
      await bastion.mustExec('sed -i "s/^LogLevel .*/LogLevel DEBUG1/" /etc/ssh/sshd_config.d/10-test.conf && systemctl restart ssh');
      const mark = await bastion.mark();
      await attempts.succeed(host, { ...onlyThrough({}, { privateKey: PrivateKey.fromAgent() }), env: { SSH_AUTH_SOCK: socket } });
      const log = await bastion.journal(mark);
      expect(log).toContain('direct-tcpip');
      expect(log).not.toContain('auth-agent-req');
    } finally {
      process.kill(Number(/SSH_AGENT_PID=(\d+)/.exec(variables)![1]));
    }
  });

  test('whose sshd has only one key, of a type that the host also has', async () => {
    const only = 'echo "HostKey /etc/ssh/ssh_host_ed25519_key" >/etc/ssh/sshd_config.d/20-key.conf && systemctl restart ssh';
    await Promise.all([host.mustExec(only), bastion.mustExec(only)]);
    await attempts.succeed(host, onlyThrough());
    await Promise.all([host, bastion].map((one) => one.mustExec('rm /etc/ssh/sshd_config.d/20-key.conf && systemctl restart ssh')));
  });

  test('with another host key is not logged in to', async () => {
    const mark = await bastion.mark();
    const { messages, quietSeconds } = await attempts.fail(host, onlyThrough({ hostKeys: keysOf(host) }));
    expect(messages).toMatch(row('wrong-bastion-key'));
    expect(quietSeconds).toBeLessThan(15);
    expect(await bastion.journal(mark)).not.toMatch(/publickey for/);
  });

  test('can’t impersonate the host', async () => {
    const mark = await bastion.mark();
    // The bastion itself answers there, with its own right keys.
    const { messages } = await attempts.fail(host, {
      ...onlyThrough({}, { hostKeys: keysOf(host) }),
      address: '127.0.0.1',
    });
    expect(messages).toMatch(row('wrong-host-key'));
    expect(messages).not.toMatch(row('wrong-bastion-key'));
    // One login each time: to the bastion itself.
    expect(await bastion.journal(mark)).not.toMatch(/Accepted publickey for ops from 127\.0\.0\.1/);
  });

  test('that refuses the key', async () => {
    const { messages } = await attempts.fail(host, onlyThrough({ user: 'deploy' }));
    expect(messages).toMatch(row('bastion-refuses-key'));
  });

  test('that forwards nothing', async () => {
    await bastion.mustExec('echo "AllowTcpForwarding no" >/etc/ssh/sshd_config.d/00-case.conf && systemctl restart ssh');
    expect((await attempts.fail(host, onlyThrough())).messages).toMatch(row('bastion-forwards-nothing'));
    await bastion.mustExec('echo "AllowTcpForwarding local" >/etc/ssh/sshd_config.d/00-case.conf && systemctl restart ssh');
    await attempts.succeed(host, onlyThrough());
    await bastion.mustExec('rm /etc/ssh/sshd_config.d/00-case.conf && systemctl restart ssh');
  });

  test('that does not reach the host', async () => {
    expect((await attempts.fail(host, onlyThrough({}, { port: 2201, hostKeys: keysOf(host) }))).messages).toMatch(
      row('bastion-reaches-nothing'),
    );
  });

  test('that is down', async () => {
    await unplugged(bastion, async () => {
      const { messages, quietSeconds } = await attempts.fail(host, onlyThrough({}, { timeoutSeconds: 8 }));
      expect(messages).toMatch(row('bastion-down'));
      expect(quietSeconds).toBeLessThan(20);
    });
  });
});
