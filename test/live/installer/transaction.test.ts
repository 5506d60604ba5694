import type { Bundle } from '../../../lib/bundle';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import * as hand from '../../installer/by-hand';

/** A service that takes a while to be stable, which leaves time to do harm. */
function bundle(description: string, stabilitySeconds = 1): Bundle {
  return hand.bundle({
    files: [
      hand.unitFile('one.service', description),
      hand.file('/opt/one/shared/one.env', `LEVEL=${description}\n`),
      ...(description === 'old' ? [hand.file('/opt/one/gone/only-old', 'x\n')] : [hand.file('/opt/one/fresh/only-new', 'x\n')]),
    ],
    services: [hand.service('one.service', { restartOn: ['/opt/one/shared/one.env'], stabilitySeconds })],
  });
}

describeLive('a transaction', { needs: ['hosts'] }, () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await TestHost.boot();
    expect(await hand.deploy(host, bundle('old'))).toMatchObject({ code: 0 });
  });
  afterAll(() => host.destroy());

  const property = async (name: string): Promise<string> => (await host.mustExec(['systemctl', 'show', '-P', name, 'one.service'])).trim();
  const files = (): Promise<string> =>
    host.mustExec(
      'find /opt/one /etc/systemd /var/lib/cdktf-sidekiq -path "*/log" -prune -o -printf "%p %y %m %u %l\\n" | sort; ' +
        'find /opt/one /etc/systemd -type f -exec sha256sum {} + | sort -k2',
    );
  const until = (condition: string): Promise<void> => host.until(condition);
  const logs = (): Promise<string> => host.mustExec(`ls /var/lib/cdktf-sidekiq/owners/${hand.OWNER}/log`);

  test('continues when the SSH server ends with all its sessions, and the next one reports how it ended', async () => {
    const cut = hand.deploy(host, bundle('new', 4));
    await until('[ "$(systemctl show -P Description one.service)" = new ]');
    await host.mustExec('systemctl stop ssh.service; for p in $(pgrep -f "[s]shd: root@"); do kill -KILL "$p"; done');
    expect((await cut).code).not.toBe(0);
    await until(`grep -qx "file.* /opt/one/fresh/only-new" /var/lib/cdktf-sidekiq/owners/${hand.OWNER}/manifest`);
    await until('! ls -d /run/cdktf-sidekiq-transaction.* 2>/dev/null');
    expect(await logs()).toMatch(/\.unseen$/m);

    await host.mustExec('systemctl start ssh.service');
    const next = await hand.deploy(host, bundle('new', 4));
    expect(next.stdout).toMatch(/^the deployment of \d{8}T\d{6}Z, whose connection was lost, ended: deployed\nnothing to do\n$/);
    expect((await hand.deploy(host, bundle('new', 4))).stdout).toBe('nothing to do\n');
    expect(await logs()).not.toMatch(/\.unseen$/m);
    expect(await hand.deploy(host, bundle('old'))).toMatchObject({ code: 0 });
  });

  test.each([
    ['stops its service', '[ "$(systemctl show -P ActiveState one.service)" = deactivating ]', ['ExecStop=/bin/sleep 3']],
    ['waits for its service', '[ "$(systemctl show -P Description one.service)" = new ]', []],
  ])('is undone at boot after a power cut while it %s', async (_, moment, more) => {
    const withStop = (text: Bundle): Bundle => ({
      ...text,
      files: text.files.map((file) =>
        file.kind === 'unit' ? { ...file, lines: file.lines.flatMap((line) => (line === '[Service]' ? [line, ...more] : [line])) } : file,
      ),
    });
    await hand.deploy(host, withStop(bundle('old')));
    const before = await files();
    const cut = hand.deploy(host, withStop(bundle('new', 8)));
    await until(moment);
    host.kill();
    await cut.catch(() => undefined);
    await host.boot();
    await until('[ "$(systemctl show -P ActiveState one.service)" = active ]');
    expect(await files()).toBe(before);
    expect(await property('Description')).toBe('old');
    expect(await property('NeedDaemonReload')).toBe('no');
    expect((await hand.deploy(host, withStop(bundle('old')))).stdout).toMatch(
      /^the deployment of \d{8}T\d{6}Z, whose connection was lost, ended: failed, rolled back: the host went down\nnothing to do\n$/,
    );
    expect((await hand.deploy(host, withStop(bundle('old')))).stdout).toBe('nothing to do\n');
  });

  test('keeps the last logs, readable only by root', async () => {
    const directory = `/var/lib/cdktf-sidekiq/owners/${hand.OWNER}/log`;
    await host.mustExec(`for n in $(seq 10 40); do (umask 077; echo x >${directory}/20200101T0000$n''Z-aaaaaaaaaa); done`);
    await hand.deploy(host, bundle('new'));
    expect((await logs()).trim().split('\n')).toHaveLength(20);
    expect(await host.mustExec(`tail -qn 1 ${directory}/$(ls ${directory} | tail -n 1); find ${directory} -perm /077`)).toBe('deployed\n');
  });
});
