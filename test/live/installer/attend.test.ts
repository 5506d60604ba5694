import { PROGRAM } from '../../../lib/installer/shell.generated';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import type { Outcome } from '../../hosts/run';
import * as hand from '../../installer/by-hand';
import { flat, row } from '../../support/troubleshooting';
import { unanswered } from './unanswered';

const bundle = (kind: string, seconds: number, unit = 'one.service'): ReturnType<typeof hand.bundle> =>
  hand.bundle({
    files: [hand.unitFile(unit, kind, [`ExecStartPre=/bin/sleep ${seconds}`, `TimeoutStartSec=${seconds + 60}`])],
    services: [hand.service(unit, { stabilitySeconds: 0, startSeconds: seconds + 60 })],
  });

const OTHER = { owner: 'a0000000-0000-4000-8000-00000000000b', claim: 'c0000000-0000-4000-8000-00000000000b', stack: 'others' };

describeLive('the process that attends a transaction', { needs: ['hosts'] }, () => {
  const hosts: TestHost[] = [];
  afterAll(() => hosts.forEach((host) => host.destroy()));

  /** Starts a deployment whose service takes so many seconds to start; resolves while it starts. */
  async function underWay(seconds: number): Promise<{ host: TestHost; end: Promise<Outcome> }> {
    const host = await TestHost.boot();
    hosts.push(host);
    const end = hand.deploy(host, bundle('new', seconds));
    await host.until('[ "$(systemctl show -P SubState one.service)" = start-pre ]');
    return { host, end };
  }

  test.concurrent('doesn’t take a systemd that re-executes, or doesn’t answer, for the end', async () => {
    const { host, end } = await underWay(25);
    // Simulates `systemctl` while systemd re-executes: no answer for longer than two checks, one of them a real one.
    await host.mustExec('systemctl daemon-reexec');
    await host.mustExec(
      'cp /bin/systemctl /root/systemctl && printf "%s\\n" "#!/bin/sh" "case \\$* in *cdktf-sidekiq-transaction-*) exit 1 ;; esac" "exec /root/systemctl \\"\\$@\\"" >/root/mute && ' +
        'chmod 755 /root/mute && mount --bind /root/mute /bin/systemctl && sleep 13; umount /bin/systemctl',
    );
    expect(await end).toMatchObject({ code: 0, stdout: expect.stringMatching(/\ndeployed\n$/) });
  });

  test.concurrent(
    'reports that the transaction and its recovery were killed, even if another deployment has already cleaned up',
    async () => {
      const { host, end } = await underWay(600);
      // No recovery: its program is missing when it would begin.
      await host.mustExec(
        'cd /run/cdktf-sidekiq-transaction.*/ && unit=cdktf-sidekiq-transaction-${PWD##*.} && mv program program.gone && ' +
          'systemctl kill --signal=KILL "$unit" && systemctl stop one.service && until [ "$(systemctl show -P ActiveState "$unit")" = inactive ]; do sleep 0.1; done',
      );
      expect((await hand.deploy(host, bundle('other', 0, 'other.service'), OTHER)).stdout).toMatch(/deployed\n$/);
      expect(await host.mustExec('ls -d /run/cdktf-sidekiq-transaction.* 2>/dev/null || :')).toBe('');
      expect(await end).toMatchObject({
        code: 1,
        stdout: expect.stringMatching(/\nthe transaction was cut off, and its recovery too: deploy again\n$/),
      });
      expect((await host.exec('ls /etc/systemd/system/one.service')).code).not.toBe(0);
    },
  );

  test.concurrent('reports a disk that doesn’t answer, first that it waits, then that it gives up', async () => {
    const host = await TestHost.boot();
    hosts.push(host);
    const wanted = (kind: string): ReturnType<typeof hand.bundle> =>
      hand.bundle({
        files: [hand.unitFile('one.service', kind, ['ExecStop=/bin/sleep 5']), hand.file('/srv/net/env', `LEVEL=${kind}\n`)],
        services: [hand.service('one.service', { stabilitySeconds: 0 })],
      });
    expect((await hand.deploy(host, wanted('old'))).stdout).toMatch(/deployed\n$/);
    const hasty = PROGRAM.map((line) => (line === 'STUCK_SECONDS=300' ? 'STUCK_SECONDS=45' : line));
    expect(hasty).not.toEqual(PROGRAM);
    const end = hand.runScript(host, hand.scriptFor(wanted('new'), {}, hasty));
    await host.until('[ "$(systemctl show -P ActiveState one.service)" = deactivating ]');
    const mount = host.exec(unanswered('/srv/net', '/run/unanswered.pid'), { timeout: 300_000 });
    const { code, stdout } = await end;
    expect(code).toBe(1);
    expect(stdout).toMatch(/\nwaiting for a disk: \w+, process \d+\n/);
    expect(stdout).toMatch(
      /\nno answer for 45 s from a disk \(\w+, process \d+\) or from systemd: the transaction \S+\.service continues once it answers, and the next deployment reports how it ended\n$/,
    );
    expect(flat(stdout)).toMatch(row('disk-mute'));
    // It ends with an error, which is an answer; without the mount the rest can be undone.
    await host.mustExec('kill "$(cat /run/unanswered.pid)"');
    await mount;
    await host.until('[ -z "$(systemctl list-units --no-legend "cdktf-sidekiq-transaction-*")" ]');
    const next = await hand.deploy(host, wanted('old'));
    expect(next.stdout).toMatch(/whose connection was lost, ended: (?:failed, |deployed)/);
    expect(next.stdout).toMatch(/(?:deployed|nothing to do)\n$/);
    expect(await host.mustExec('systemctl show -P Description -P ActiveState one.service; cat /srv/net/env')).toBe(
      'old\nactive\nLEVEL=old\n',
    );
  });
});
