import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HostKeys, PrivateKey } from '../../../../lib';
import { describeLive } from '../../../hosts/describe-live';
import { TestHost } from '../../../hosts/host';
import { row } from '../../../support/troubleshooting';
import { Attempts } from './attempts';

describeLive('from Debian 13 on, where sshd blocks clients that failed', { needs: ['hosts', 'terraform'] }, () => {
  const attempts = new Attempts();
  let host: TestHost;
  let scratch: string;
  beforeAll(async () => {
    host = await TestHost.boot({ suite: 'trixie' });
    await host.mustExec('sed -i /PerSourcePenalties/d /etc/ssh/sshd_config.d/10-test.conf && systemctl restart ssh');
    scratch = mkdtempSync(path.join(tmpdir(), 'penalties-'));
    execFileSync('ssh-keygen', ['-q', '-t', 'ecdsa', '-N', '', '-f', path.join(scratch, 'strange')]);
  });
  afterEach(() => attempts.remove());
  afterAll(() => {
    host.destroy();
    rmSync(scratch, { recursive: true });
  });

  test('reports a wrong host key as such, after the default timeout', async () => {
    const strange = execFileSync('cat', [path.join(scratch, 'strange.pub')], { encoding: 'utf8' });
    const { messages, seconds, quietSeconds } = await attempts.fail(host, {
      ssh: { hostKeys: HostKeys.of(strange), timeoutSeconds: undefined },
    });
    expect(messages).toMatch(row('wrong-host-key'));
    expect(seconds).toBeGreaterThan(30);
    expect(quietSeconds).toBeLessThan(45);
  });

  test('reports a refused key that is retried at once as a closed connection', async () => {
    const mark = await host.mark();
    const privateKey = PrivateKey.fromFile(path.join(scratch, 'strange'));
    expect((await attempts.fail(host, { ssh: { privateKey, timeoutSeconds: 4 } })).messages).toMatch(row('refused-key'));
    expect((await attempts.fail(host, { ssh: { privateKey, timeoutSeconds: 12 } })).messages).toMatch(row('hangs-up'));
    expect(await host.journal(mark)).toContain('penalty: failed authentication');
  });
});
