import type { Bundle } from '../../../lib/bundle';
import { describeLive } from '../../hosts/describe-live';
import type { JournalMark } from '../../hosts/host';
import * as hand from '../../installer/by-hand';
import { DEBIANS } from '../../support/debians';
import { DeployedHosts } from './deployed-hosts';

/** SD_MESSAGE_UNIT_STARTED of sd-messages.h: older systemds name the unit only beside the text. */
const UNIT_STARTED = '39f53479d3a045ac8e11786248231fbf';

const UNITS = ['base.service', 'child.service', 'front.socket', 'front.service', 'other.service'];

/** `child` stops with `base`, a socket starts `front.service`, and all of them get a new stop timeout. */
function bundle(kind: string, stopSeconds: number, failing: readonly string[] = []): Bundle {
  const settings = [`TimeoutStopSec=${stopSeconds}`, 'ExecStop=/bin/sleep 2'];
  const socket = ['[Unit]', `Description=${kind}`, '[Socket]', 'ListenStream=/run/front.sock', '[Install]', 'WantedBy=sockets.target', ''];
  const child = hand.unitText(kind, [...failing]).replace('[Service]', 'Requires=base.service\nAfter=base.service\n[Service]');
  return hand.bundle({
    files: [
      hand.unitFile('base.service', kind, settings),
      hand.file('/etc/systemd/system/child.service', child),
      hand.file('/etc/systemd/system/front.socket', socket.join('\n')),
      hand.unitFile('front.service', kind, settings),
      hand.unitFile('other.service', kind),
    ],
    services: UNITS.map((unit) => hand.service(unit, { stabilitySeconds: 0, stopSeconds: 60 })),
  });
}

describeLive('units that stop and start together', { needs: ['hosts'] }, () => {
  const hosts = new DeployedHosts();

  test.concurrent.each(DEBIANS)('%s: restarts them once, in a change and in a rollback', async (suite) => {
    const host = await hosts.with(bundle('old', 30), suite);
    const states = (): Promise<string> => host.mustExec(`systemctl show -P Description -P ActiveState ${UNITS.join(' ')}`);
    const started = async (since: JournalMark): Promise<readonly string[]> => {
      await host.mustExec('journalctl --sync');
      const units = ['journalctl', '-q', '-o', 'cat', '--output-fields=UNIT', `--after-cursor=${since}`, `MESSAGE_ID=${UNIT_STARTED}`];
      return (await host.mustExec(units)).match(/^(base|child|front|other)(?=\.service$)/gm)?.sort() ?? [];
    };

    let since = await host.mark();
    expect((await hand.deploy(host, bundle('new', 20))).stdout).toMatch(/deployed\n$/);
    expect(await states()).toBe(UNITS.map(() => 'new\nactive\n').join('\n'));
    expect(await started(since)).toEqual(['base', 'child', 'front', 'other']);
    expect(await host.mustExec('find /run/systemd/system -name "*cdktf-sidekiq*"')).toBe('');
    // systemd accepts all of the settings that are kept for a while.
    expect((await host.journal(since)).match(/.*zz-cdktf-sidekiq-stop.*/g)).toBe(null);

    since = await host.mark();
    const failed = await hand.deploy(host, bundle('bad', 30, ['ExecStartPre=/bin/false']));
    expect(hand.lastLine(failed)).toMatch(/^failed, rolled back: child\.service did not become ready/);
    expect(await states()).toBe(UNITS.map(() => 'new\nactive\n').join('\n'));
    expect(await started(since)).toEqual(['base', 'base', 'child', 'front', 'front', 'other', 'other']);
    expect((await hand.deploy(host, bundle('new', 20))).stdout).toBe('nothing to do\n');
  });

  test.concurrent('reports a unit that a failed dependency keeps from starting', async () => {
    const host = await hosts.with(bundle('old', 30));
    const { files, ...rest } = bundle('bad', 20);
    const failing = files.map((file) =>
      file.path.endsWith('/base.service') ? hand.unitFile('base.service', 'bad', ['TimeoutStopSec=20', 'ExecStartPre=/bin/false']) : file,
    );
    const failed = await hand.deploy(host, { ...rest, files: failing });
    expect(hand.lastLine(failed)).toMatch(/^failed, rolled back: base\.service did not become ready/);
    expect(await host.mustExec(`systemctl show -P Description -P ActiveState ${UNITS.join(' ')}`)).toBe(
      UNITS.map(() => 'old\nactive\n').join('\n'),
    );
  });
});
