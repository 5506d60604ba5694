import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TerraformResource, type TerraformStack } from 'cdktf';
import { HostKeys } from '../../../../lib';
import { blocksOf } from '../../../docs/markdown';
import { describeLive } from '../../../hosts/describe-live';
import { TestHost } from '../../../hosts/host';
import { must } from '../../../hosts/run';
import { row } from '../../../support/troubleshooting';
import { Attempts, publicKeys } from './attempts';

describeLive('host keys', { needs: ['hosts', 'terraform'] }, () => {
  const attempts = new Attempts();
  let host: TestHost;
  let scratch: string;
  beforeAll(async () => {
    host = await TestHost.boot();
    scratch = mkdtempSync(path.join(tmpdir(), 'host-keys-'));
    await host.mustExec('printf "Port 22\\nPort 2222\\n" >/etc/ssh/sshd_config.d/20-ports.conf && systemctl restart ssh');
  });
  afterEach(() => attempts.remove());
  afterAll(() => {
    host.destroy();
    rmSync(scratch, { recursive: true });
  });

  let files = 0;
  function knownHosts(text: string): string {
    const file = path.join(scratch, `known_hosts-${files++}`);
    writeFileSync(file, text);
    return file;
  }
  const keys = (): readonly string[] => publicKeys(host);
  const keyOf = (type: string): string => keys().find((key) => key.startsWith(type))!;
  /** A key of the type that no host has. */
  function strangeKey(type: 'ed25519' | 'ecdsa' | 'rsa'): string {
    const file = path.join(scratch, `strange-${type}-${files++}`);
    execFileSync('ssh-keygen', ['-q', '-t', type, '-N', '', '-f', file]);
    return readFileSync(`${file}.pub`, 'utf8').split(' ').slice(0, 2).join(' ');
  }

  describe('are found', () => {
    test('in the file that the guide’s commands create, also if it is hashed', async () => {
      const [commands] = blocksOf('docs/guides/hosts-and-ssh.md').filter(({ text }) => text.includes('ssh-keyscan'));
      const printed = await must(['sh', '-ec', commands!.text.replaceAll('203.0.113.10', host.address)], { cwd: scratch });
      const prints = await host.mustExec('for key in /etc/ssh/ssh_host_*_key.pub; do ssh-keygen -lf "$key"; done');
      const fingerprints = (text: string): string[] => (text.match(/SHA256:\S+/g) ?? []).sort();
      expect(fingerprints(printed)).toEqual(fingerprints(prints));

      const file = path.join(scratch, 'known_hosts');
      await attempts.succeed(host, { ssh: { hostKeys: HostKeys.fromKnownHosts(file) } });
      execFileSync('ssh-keygen', ['-q', '-H', '-f', file], { stdio: 'ignore' });
      expect(readFileSync(file, 'utf8')).not.toContain(host.address);
      await attempts.succeed(host, { ssh: { hostKeys: HostKeys.fromKnownHosts(file) } });
    });

    test('for a port other than 22', async () => {
      const file = knownHosts(await must(['ssh-keyscan', '-p', '2222', host.address]));
      expect(readFileSync(file, 'utf8')).toContain(`[${host.address}]:2222 `);
      const mark = await host.mark();
      await attempts.succeed(host, { ssh: { port: 2222, hostKeys: HostKeys.fromKnownHosts(file) } });
      expect(await host.sshConnections(mark)).toBe(2);
      expect((await host.journal(mark)).match(new RegExp(`Connection from \\S+ port \\d+ on ${host.address} port 2222`, 'g'))).toHaveLength(
        2,
      );
    });

    test('by an alias if the address is a token', async () => {
      const file = knownHosts(
        keys()
          .map((key) => `worker-1 ${key}\n`)
          .join(''),
      );
      const address = (stack: TerraformStack): string => {
        const machine = new TerraformResource(stack, 'machine', { terraformResourceType: 'terraform_data' });
        machine.addOverride('input', host.address);
        return machine.getStringAttribute('output');
      };
      await attempts.succeed(host, { address, ssh: { hostKeys: HostKeys.fromKnownHosts(file, { alias: 'worker-1' }) } });
    });
  });

  describe('of several types', () => {
    test('work in any order', async () => {
      for (const hostKeys of [HostKeys.of(...keys()), HostKeys.of(...[...keys()].reverse())])
        await attempts.succeed(host, { ssh: { hostKeys } });
    });

    test('are all needed: Terraform refuses a single one if it asks for another type', async () => {
      const { messages, quietSeconds } = await attempts.fail(host, {
        ssh: { hostKeys: HostKeys.of(keyOf('ssh-ed25519')), timeoutSeconds: 4 },
      });
      expect(messages).toMatch(row('wrong-host-key'));
      expect(quietSeconds).toBeLessThan(15);
      await attempts.succeed(host, { ssh: { hostKeys: HostKeys.of(keyOf('ecdsa')) } });
    });

    test('count once each: Terraform accepts only the first of two of one type', async () => {
      const [old, now] = [strangeKey('ecdsa'), keyOf('ecdsa')];
      await attempts.succeed(host, { ssh: { hostKeys: HostKeys.of(now, old) } });
      const { messages } = await attempts.fail(host, { ssh: { hostKeys: HostKeys.of(old, now), timeoutSeconds: 1 } });
      expect(messages).toMatch(row('wrong-host-key'));
    });

    test('work for a host that has only one', async () => {
      await host.mustExec('echo "HostKey /etc/ssh/ssh_host_ed25519_key" >/etc/ssh/sshd_config.d/20-key.conf && systemctl restart ssh');
      await attempts.succeed(host, { ssh: { hostKeys: HostKeys.of(keyOf('ssh-ed25519')) } });
      await attempts.succeed(host);
      await host.mustExec('rm /etc/ssh/sshd_config.d/20-key.conf && systemctl restart ssh');
    });
  });

  test('another host at the address receives nothing', async () => {
    const mark = await host.mark();
    const strange = ['ecdsa', 'ed25519', 'rsa'] as const;
    const hostKeys = HostKeys.of(...strange.map(strangeKey));
    const { messages, quietSeconds } = await attempts.fail(host, { ssh: { hostKeys, timeoutSeconds: 4 } });
    expect(messages).toMatch(row('wrong-host-key'));
    expect(quietSeconds).toBeLessThan(15);
    // There was no login attempt.
    expect(await host.journal(mark)).not.toMatch(/publickey for/);
  });
});
