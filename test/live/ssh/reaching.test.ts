import { connect, type Socket } from 'node:net';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { sleep } from '../../hosts/run';
import { row } from '../../support/troubleshooting';
import { Attempts, keysOf, unplugged } from './attempts';

jest.setTimeout(180_000);

describeLive('reaching a host', { needs: ['hosts', 'terraform'] }, () => {
  const attempts = new Attempts();
  let host: TestHost;
  beforeAll(async () => {
    host = await TestHost.boot();
  });
  afterEach(() => attempts.remove());
  afterAll(() => host.destroy());

  /** Of several MaxStartups the last counts: the image's own line is changed. */
  const maxStartups = (value: string): Promise<string> =>
    host.mustExec(`sed -i 's/^MaxStartups .*/MaxStartups ${value}/' /etc/ssh/sshd_config.d/10-test.conf && systemctl restart ssh`);

  test('a port where nobody listens is tried until the time is up', async () => {
    const { said, seconds } = await attempts.fail(host, {
      ssh: { port: 2200, hostKeys: keysOf(host), timeoutSeconds: 5 },
    });
    expect(said).toMatch(row('refused-port'));
    expect(seconds).toBeGreaterThan(5);
    expect(seconds).toBeLessThan(15);
  });

  test('a firewall that drops packets', async () => {
    await host.mustExec(`ip route add blackhole ${host.gateway}/32`);
    try {
      // Terraform gives up one try after 15 s: with less time it has nothing to tell.
      const { said, seconds } = await attempts.fail(host, { ssh: { timeoutSeconds: 17 } });
      expect(said).toMatch(row('no-answer'));
      expect(seconds).toBeLessThan(30);
      expect((await attempts.fail(host, { ssh: { timeoutSeconds: 3 } })).said).toMatch(row('no-answer-yet'));
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
      await sleep(1000);
    });
    afterEach(async () => {
      release();
      await maxStartups('200:30:400');
    });

    test('lets Terraform in once the others are gone', async () => {
      const deployed = attempts.succeed(host, { ssh: { timeoutSeconds: 60 } });
      await sleep(5000);
      release();
      expect((await deployed).deployed.match(/Connecting to remote host/g)!.length).toBeGreaterThan(1);
    });

    test('keeps it out while they stay', async () => {
      const mark = await host.mark();
      const { said } = await attempts.fail(host, { ssh: { timeoutSeconds: 4 } });
      expect(said).toMatch(row('hangs-up'));
      expect(await host.journal(mark)).toContain('MaxStartups');
    });
  });

  test('a host that is down', async () => {
    await unplugged(host, async () => {
      const { said, seconds } = await attempts.fail(host, { ssh: { timeoutSeconds: 8 } });
      expect(said).toMatch(row('host-down'));
      expect(seconds).toBeLessThan(20);
    });
    await attempts.succeed(host);
  });

  test('a host that boots meanwhile is waited for', async () => {
    host.kill();
    const [{ deployed }] = await Promise.all([
      attempts.succeed(host, { ssh: { timeoutSeconds: 120 } }),
      sleep(3000).then(() => host.boot()),
    ]);
    expect(deployed.match(/Connecting to remote host/g)!.length).toBeGreaterThan(1);
  });
});
