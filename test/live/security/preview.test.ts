import path from 'node:path';
import type { BundleFile } from '../../../lib/bundle';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import * as hand from '../../installer/by-hand';

/** The application's user owns it, and root installs files there. */
const SHARED = '/opt/app/shared';
const TOOL = '/usr/local/lib/tool/run';
const SEEN = '/root/seen';

/** Replaces systemd-analyze: records the mounts of the preview, its files, and the content of /run. */
const WITNESS = `#!/bin/sh
cut -d ' ' -f 5 /proc/self/mountinfo >${SEEN}.mounts
ls -AR /run/cdktf-sidekiq-transaction.*/view >${SEEN}.view
find /run/cdktf-sidekiq-transaction.* | wc -l >${SEEN}.entries
exec systemd-analyze.real "$@"
`;

describeLive('the preview', { needs: ['hosts'] }, () => {
  let host: TestHost;
  let level = 0;
  beforeAll(async () => {
    host = await TestHost.boot();
    await host.mustExec(
      'mv /usr/bin/systemd-analyze /usr/bin/systemd-analyze.real; install -d -o deploy /opt/app; install -d -o deploy ' + SHARED,
    );
    await host.writeFile('/usr/bin/systemd-analyze', WITNESS, '0755');
  });
  afterAll(() => host?.destroy());

  /** Deploys a changed unit, which causes a preview. */
  async function deployed(files: readonly BundleFile[], start = '/bin/sleep'): Promise<string> {
    level += 1;
    const unit = hand.unitFile('one.service', `level ${level}`, ['Type=simple', 'ExecStart=', `ExecStart=${start} infinity`]);
    await host.mustExec(`rm -f ${SEEN}.*`);
    const wanted = hand.bundle({
      files: [unit, ...files],
      services: [hand.service('one.service', { stabilitySeconds: 0, stopSeconds: 2 })],
    });
    const line = hand.lastLine(await hand.deploy(host, wanted));
    expect(await host.mustExec(`cat ${SEEN}.mounts`)).toContain('/etc/systemd/system\n');
    return line;
  }

  const environment = (): BundleFile => hand.file(`${SHARED}/app.env`, `LEVEL=${level}\n`, { user: 'deploy', group: 'deploy' });

  test('mounts nothing over a directory that another user can change, and mirrors nothing in it, however large it is', async () => {
    await host.mustExec(`cd ${SHARED} && seq 1 20000 | sed 's/^/flood-/' | xargs touch`, { user: 'deploy' });
    expect(await deployed([environment()])).toBe('deployed');
    expect(await host.mustExec(`grep /opt ${SEEN}.mounts || true`)).toBe('');
    expect(await host.mustExec(`grep -e flood -e app.env ${SEEN}.view || true`)).toBe('');
    expect(Number(await host.readFile(`${SEEN}.entries`))).toBeLessThan(1000);
    expect(await host.readFile(`${SHARED}/app.env`)).toMatch(/^LEVEL=\d+\n$/);
  });

  test('leaves out directories that others can change within one of root’s', async () => {
    await host.mustExec(
      'install -d -o deploy /etc/systemd/system/theirs.service.d; echo [Unit] >/etc/systemd/system/theirs.service.d/hostile.conf',
    );
    expect(await deployed([environment()])).toBe('deployed');
    expect(await host.mustExec(`grep -e hostile -e theirs ${SEEN}.view || true`)).toBe('');
    expect(await host.mustExec(`grep -c 'multi-user.target.wants' ${SEEN}.view`)).not.toBe('0\n');
    await host.mustExec('rm -r /etc/systemd/system/theirs.service.d');
  });

  test('refuses a unit in a directory that others can change', async () => {
    await host.mustExec('install -d -o deploy /etc/systemd/system/one.service.d');
    const outcome = await hand.deploy(
      host,
      hand.bundle({
        files: [hand.unitFile('one.service', 'x'), hand.file('/etc/systemd/system/one.service.d/x.conf', '[Service]\nNice=5\n')],
        services: [hand.service('one.service')],
      }),
    );
    expect(hand.lastLine(outcome)).toBe(
      'refused, nothing changed: /etc/systemd/system/one.service.d can be changed by users other than root, and root runs programs in it; run: chown root: /etc/systemd/system/one.service.d && chmod go-w /etc/systemd/system/one.service.d',
    );
    await host.mustExec('rm -r /etc/systemd/system/one.service.d');
  });

  describe('shows systemd the future programs of a unit', () => {
    const tool = (mode: string): BundleFile => hand.file(TOOL, `#!/bin/sh\n# ${level}\nexec sleep "$1"\n`, { mode });

    test('a new program', async () => {
      expect(await deployed([tool('0755')], TOOL)).toBe('deployed');
    });

    test('a program that changes', async () => {
      expect(await deployed([tool('0755')], TOOL)).toBe('deployed');
      expect(await host.mustExec(`grep -cx ${path.dirname(TOOL)} ${SEEN}.mounts`)).toBe('1\n');
    });

    test('a program that is no longer executable', async () => {
      expect(await deployed([tool('0644')], TOOL)).toMatch(
        /^refused, nothing changed: .*Command \/usr\/local\/lib\/tool\/run is not executable: Permission denied/,
      );
    });

    test('a program that is removed', async () => {
      expect(await deployed([], TOOL)).toMatch(/^refused, nothing changed: .*Command \/usr\/local\/lib\/tool\/run is not executable/);
    });

    test('a program that becomes executable', async () => {
      expect(await deployed([tool('0644')])).toBe('deployed');
      expect(await deployed([tool('0755')], TOOL)).toBe('deployed');
    });
  });

  test('a deployment warns about an environment file that others can replace', async () => {
    const unit = hand.unitFile('one.service', 'warned', [`EnvironmentFile=-${SHARED}/app.env`, 'EnvironmentFile=-/etc/default/one']);
    const { stdout } = await hand.deploy(
      host,
      hand.bundle({ files: [unit], services: [hand.service('one.service', { stabilitySeconds: 0 })] }),
    );
    expect(stdout.match(/^warning: .*/gm)).toEqual([
      `warning: ${SHARED}/app.env, an environment file, is below a directory that other users can change, so they control what the service gets; move it to /etc`,
    ]);
  });
});
