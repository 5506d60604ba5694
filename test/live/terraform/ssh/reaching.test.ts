import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describeLive } from '../../../hosts/describe-live';
import { eventually } from '../../../hosts/eventually';
import { TestHost } from '../../../hosts/host';
import { row } from '../../../support/troubleshooting';
import { Attempts, keysOf, unplugged } from './attempts';

describeLive('reaching a host', { needs: ['hosts', 'terraform'] }, () => {
  const attempts = new Attempts();
  let host: TestHost;
  beforeAll(async () => {
    host = await TestHost.boot();
  });
  afterEach(() => attempts.remove());
  afterAll(() => host.destroy());

  /** Of several MaxStartups the last counts, so the image's own line is changed. */
  const maxStartups = (value: string): Promise<string> =>
    host.mustExec(`sed -i 's/^MaxStartups .*/MaxStartups ${value}/' /etc/ssh/sshd_config.d/10-test.conf && systemctl restart ssh`);

  test('tries a closed port until the timeout', async () => {
    const { messages, seconds, quietSeconds } = await attempts.fail(host, {
      ssh: { port: 2200, hostKeys: keysOf(host), timeoutSeconds: 5 },
    });
    expect(messages).toMatch(row('refused-port'));
    expect(seconds).toBeGreaterThan(5);
    expect(quietSeconds).toBeLessThan(15);
  });

  test('a firewall that drops packets', async () => {
    await host.mustExec(`ip route add blackhole ${host.gateway}/32`);
    try {
      // Terraform gives up one attempt after 15 s: with less time it reports nothing.
      const { messages, quietSeconds } = await attempts.fail(host, { ssh: { timeoutSeconds: 17 } });
      expect(messages).toMatch(row('no-answer'));
      expect(quietSeconds).toBeLessThan(30);
      expect((await attempts.fail(host, { ssh: { timeoutSeconds: 3 } })).messages).toMatch(row('no-answer-yet'));
    } finally {
      await host.mustExec(`ip route del blackhole ${host.gateway}/32`);
    }
  });

  describe('an sshd that drops connections under load', () => {
    const sockets: Socket[] = [];
    const release = (): void => sockets.splice(0).forEach((socket) => socket.destroy());
    beforeEach(async () => {
      await maxStartups('3:100:3');
      for (let count = 0; count < 3; count++) sockets.push(connect(22, host.address).on('error', () => undefined));
      // Each is counted once sshd has greeted it.
      await Promise.all(sockets.map((socket) => once(socket, 'data')));
    });
    afterEach(async () => {
      release();
      await maxStartups('200:30:400');
    });

    test('lets Terraform in once the others have disconnected', async () => {
      const mark = await host.mark();
      const deployed = attempts.succeed(host, { ssh: { timeoutSeconds: 60 } });
      const refused = async (): Promise<true | undefined> => ((await host.journal(mark)).includes('MaxStartups') ? true : undefined);
      await eventually(refused, { what: 'a connection that is dropped' });
      release();
      expect((await deployed).deployed.match(/Connecting to remote host/g)!.length).toBeGreaterThan(1);
    });

    test('blocks Terraform while they stay connected', async () => {
      const mark = await host.mark();
      const { messages } = await attempts.fail(host, { ssh: { timeoutSeconds: 4 } });
      expect(messages).toMatch(row('hangs-up'));
      expect(await host.journal(mark)).toContain('MaxStartups');
    });
  });

  test('a host that is down', async () => {
    await unplugged(host, async () => {
      const { messages, quietSeconds } = await attempts.fail(host, { ssh: { timeoutSeconds: 8 } });
      expect(messages).toMatch(row('host-down'));
      expect(quietSeconds).toBeLessThan(20);
    });
    await attempts.succeed(host);
  });

  test('waits for a host that is booting', async () => {
    host.kill();
    let output = '';
    const deployment = attempts.succeed(host, { ssh: { timeoutSeconds: 120 }, onOutput: (chunk) => (output += chunk) });
    await eventually(() => output.includes('Connecting to remote host') || undefined, { what: 'the first try' });
    await host.boot();
    const { deployed } = await deployment;
    expect(deployed.match(/Connecting to remote host/g)!.length).toBeGreaterThan(1);
  });
});
