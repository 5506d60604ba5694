import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Bundle } from '../../../lib/bundle';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import * as hand from '../../installer/by-hand';
import { flat, row } from '../../support/troubleshooting';
import { unanswered } from './unanswered';

const OWNER_DIRECTORY = `/var/lib/cdktf-sidekiq/owners/${hand.OWNER}`;

/** One service, with a file of its own in a directory. */
function bundle(kind: string, directory: string, more: readonly string[] = []): Bundle {
  return hand.bundle({
    files: [hand.unitFile('one.service', kind, more), hand.file(`${directory}/env`, `LEVEL=${kind}\n`)],
    services: [hand.service('one.service', { restartOn: [`${directory}/env`], stabilitySeconds: 0, startSeconds: 60 })],
  });
}

const SLOW = ['ExecStartPre=/bin/sleep 600', 'TimeoutStartSec=700'];

/** An automount at a directory of this machine. */
function automount(directory: string): { readonly mounted: Promise<void>; end(): void } {
  const [program = '', ...argv] = unanswered(directory);
  const server = spawn(program, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  return {
    mounted: new Promise((resolve, reject) => {
      server.stdout.once('data', () => resolve());
      server.once('exit', () => reject(new Error('no automount here')));
    }),
    end: () => server.kill(),
  };
}

describeLive('recovery at boot', { needs: ['hosts'] }, () => {
  const hosts: TestHost[] = [];
  afterAll(() => hosts.forEach((host) => host.destroy()));

  async function booted(): Promise<TestHost> {
    const host = await TestHost.boot();
    hosts.push(host);
    return host;
  }

  /** Deploys, and cuts the power while the service of the next deployment starts. */
  async function cutOff(host: TestHost, directory: string): Promise<void> {
    expect((await hand.deploy(host, bundle('old', directory))).stdout).toMatch(/deployed\n$/);
    const cut = hand.deploy(host, bundle('new', directory, SLOW)).catch(() => undefined);
    await host.until('[ "$(systemctl show -P Description -P ActiveState one.service | paste -sd " ")" = "new activating" ]');
    host.kill();
    await cut;
  }

  const facts = (host: TestHost, directory: string): Promise<string> =>
    host.mustExec(
      `systemctl show -P Description one.service; cat ${directory}/env; ls ${OWNER_DIRECTORY}; systemctl is-active one.service || :`,
    );
  const recovered = 'old\nLEVEL=old\ngenerations\ninstaller\nlog\nmanifest\nsettled\nactive\n';
  const why = (host: TestHost): Promise<string> => host.mustExec('systemctl status --no-pager --lines=50 "cdktf-sidekiq-recovery*" || :');

  test.concurrent('runs before units that must not start from half-changed files, and before no others', async () => {
    const host = await booted();
    await cutOff(host, '/opt/one');
    await host.boot();
    expect(await facts(host, '/opt/one')).toBe(recovered);
    const order = await host.mustExec(
      'journalctl -b -o cat | grep -n -e "cdktf-sidekiq transaction that was cut off" -e "Started old" -e "Started ssh"',
    );
    expect(order).toMatch(/Undoes|Starting/);
    expect(await host.mustExec('ls /etc/systemd/system /run/systemd/system /var/lib/cdktf-sidekiq')).not.toMatch(
      /recovery|one\.service\.d/,
    );
  });

  test.concurrent(
    'leaves a journal open if its file system is missing, keeps its units from starting, and continues when it is mounted',
    async () => {
      const host = await booted();
      await host.mustExec('mkdir -p /srv/backing /srv/data && mount --bind /srv/backing /srv/data');
      await cutOff(host, '/srv/data');
      await host.boot();
      expect(await host.mustExec('ls -A /srv/data; systemctl is-active one.service monit.service ssh.service || :')).toBe(
        'inactive\nactive\nactive\n',
      );
      expect(await host.readFile('/srv/backing/env')).toBe('LEVEL=new\n');
      expect(await host.readFile('/etc/systemd/system/one.service')).toContain('Description=new');
      expect(await why(host)).toContain(
        'not rolled back yet: /srv/data was on the overlay file system mounted at /srv/data, and is now on the overlay one mounted at /\n',
      );
      const status = await host.mustExec('systemctl start one.service 2>&1; systemctl status --no-pager one.service || :');
      expect(status).toContain('kept from starting: a deployment was interrupted and is not rolled back yet');
      expect(status).toMatch(/assert/i);
      // A deployment in the meantime doesn't continue either.
      const refused = await hand.deploy(host, bundle('newer', '/srv/data'));
      expect(flat(refused.stdout)).toMatch(row('not-undone'));
      expect(refused.stdout).toContain(
        'refused, nothing changed: an earlier transaction could not be rolled back: /srv/data was on the overlay file system',
      );
      await host.mustExec('mount --bind /srv/backing /srv/data');
      await host.until('[ "$(systemctl is-active one.service)" = active ]', 120);
      expect(await facts(host, '/srv/data')).toBe(recovered);
      await host.until('[ "$(systemctl is-active cdktf-sidekiq-recovery-again.timer)" = inactive ]');
      expect(await host.mustExec('ls /etc/systemd/system /run/systemd/system /var/lib/cdktf-sidekiq')).not.toMatch(
        /recovery|one\.service\.d/,
      );
      expect((await hand.deploy(host, bundle('newer', '/srv/data'))).stdout).toMatch(/deployed\n$/);
    },
  );

  test.concurrent('touches nothing behind an automount that doesn’t answer', async () => {
    const host = await booted();
    await cutOff(host, '/srv/net');
    const mount = automount(path.join(host.rootDirectory, 'srv/net'));
    try {
      await mount.mounted;
      await host.boot();
      expect(
        await host.mustExec('systemctl is-active one.service ssh.service; grep -c " /srv/net .* - autofs " /proc/self/mountinfo'),
      ).toBe('inactive\nactive\n1\n');
      expect(await why(host)).toContain(
        'not rolled back yet: /srv/net was on the overlay file system mounted at /, and is now on the autofs one mounted at /srv/net\n',
      );
      await host.mustExec('umount /srv/net');
      await host.until('[ "$(systemctl is-active one.service)" = active ]', 120);
      expect(await facts(host, '/srv/net')).toBe(recovered);
    } finally {
      mount.end();
    }
  });

  test.concurrent('has a time limit, after which it continues later', async () => {
    const host = await booted();
    await cutOff(host, '/opt/one');
    const unit = `${host.rootDirectory}/etc/systemd/system`;
    mkdirSync(`${unit}/cdktf-sidekiq-recovery.service.d`);
    writeFileSync(`${unit}/cdktf-sidekiq-recovery.service.d/limit.conf`, '[Service]\nTimeoutStartSec=3\n');
    // A process that holds the lock simulates any reason to wait.
    writeFileSync(
      `${unit}/holder.service`,
      '[Unit]\nDefaultDependencies=no\nAfter=local-fs.target\nBefore=cdktf-sidekiq-recovery.service\n[Service]\nType=notify\nNotifyAccess=all\n' +
        `ExecStart=/bin/sh -c 'mkdir -p /run/cdktf-sidekiq; exec flock /run/cdktf-sidekiq/lock sh -c "systemd-notify --ready; exec sleep infinity"'\n`,
    );
    mkdirSync(`${unit}/sysinit.target.wants`, { recursive: true });
    symlinkSync('/etc/systemd/system/holder.service', `${unit}/sysinit.target.wants/holder.service`);
    await host.boot();
    expect(await host.mustExec('systemctl is-active one.service monit.service ssh.service cdktf-sidekiq-recovery.service || :')).toBe(
      'inactive\nactive\nactive\nfailed\n',
    );
    await host.mustExec('systemctl stop holder.service');
    await host.until('[ "$(systemctl is-active one.service)" = active ]', 120);
    expect(await facts(host, '/opt/one')).toBe(recovered);
  });
});
