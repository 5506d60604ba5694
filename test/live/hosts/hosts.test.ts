import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { hierarchies, processesOf } from '../../hosts/cgroups';
import { describeLive } from '../../hosts/describe-live';
import { eventually } from '../../hosts/eventually';
import { TestHost } from '../../hosts/host';
import { networks } from '../../hosts/network';
import { REPOSITORY } from '../../hosts/paths';
import { SUITES, type Suite } from '../../hosts/rootfs';
import { must } from '../../hosts/run';

/** Everything on this machine that has a host's name or is in its network. */
async function tracesOf({ id, number }: { readonly id: string; readonly number: number }): Promise<readonly string[]> {
  const mine = (line: string): boolean => line.includes(`${id} `) || new RegExp(`\\bcsk${number}(br|v\\d+)\\b`).test(line);
  const listed =
    (await must(['ip', '-oneline', 'link'])) +
    (await must(['ip', 'netns'])).replace(/$/gm, ' ') +
    readFileSync('/proc/self/mountinfo', 'utf8');
  return [
    ...listed.split('\n').filter(mine),
    ...processesOf(id).map((pid) => `process ${pid}`),
    ...hierarchies()
      .map((hierarchy) => path.join(hierarchy, 'cdktf-sidekiq', id))
      .filter((group) => existsSync(group)),
    ...networks()
      .filter((network) => network.number === number)
      .map(({ directory }) => directory),
  ];
}

const placeOf = (host: TestHost): { readonly id: string; readonly number: number } => {
  const number = Number(host.address.split('.')[2]);
  return { number, id: `csk${number}-${host.name}` };
};

describeLive('a test host', { needs: ['hosts'] }, () => {
  let host: TestHost;
  let other: TestHost;
  beforeAll(async () => {
    [host, other] = await Promise.all([TestHost.boot(), TestHost.boot({ name: 'other' })]);
  });
  afterAll(() => {
    host.destroy();
    other.destroy();
  });

  it('is a Debian without failed units that runs sshd, Monit and Redis', async () => {
    expect((await host.exec(['systemctl', 'is-system-running'])).stdout).toBe('running\n');
    expect((await host.exec(['systemctl', 'is-active', 'ssh', 'monit', 'redis-server'])).stdout).toBe('active\nactive\nactive\n');
    expect(await host.mustExec(['hostname'])).toBe('h1\n');
    expect(await other.mustExec(['hostname'])).toBe('other\n');
  });

  it('lets root and ops log in by key, ops with sudo, and counts the connections', async () => {
    const mark = await host.mark();
    expect((await host.ssh('id -un')).stdout).toBe('root\n');
    expect((await host.ssh('id -un; sudo -n id -un', { user: 'ops' })).stdout).toBe('ops\nroot\n');
    await other.ssh('true');
    await host.exec('true');
    expect(await host.sshConnections(mark)).toBe(2);
  });

  it('has each of the host keys in its known_hosts file', async () => {
    const expected = readFileSync(host.knownHostsPath, 'utf8').trim().split('\n').sort();
    const scanned = await must(['ssh-keyscan', '-t', 'rsa,ecdsa,ed25519', host.address]);
    expect(scanned.trim().split('\n').sort()).toEqual(expected);
    expect(expected).toHaveLength(3);
  });

  it('runs commands as any user, in any directory, with input, and returns their exit codes', async () => {
    const { code, stdout, stderr } = await host.exec('id -un; pwd; cat; echo no >&2; exit 7', {
      user: 'deploy',
      cwd: '/opt/myapp/current',
      input: 'in',
    });
    expect({ code, stdout, stderr }).toEqual({ code: 7, stdout: 'deploy\n/opt/myapp/current\nin', stderr: 'no\n' });
  });

  it('keeps its files when the power is cut, and boots again', async () => {
    await host.writeFile('/etc/some/file', 'text\n', '0600');
    host.kill();
    expect(host.isRunning).toBe(false);
    expect((await host.ssh('true', { timeout: 3000 })).code).not.toBe(0);
    expect((await other.ssh('true')).code).toBe(0);
    await host.boot();
    expect(await host.readFile('/etc/some/file')).toBe('text\n');
    expect(await host.mustExec(['stat', '-c', '%a %U', '/etc/some/file'])).toBe('600 root\n');
  });

  it('shuts down cleanly: units are stopped', async () => {
    await other.writeFile(
      '/etc/systemd/system/last.service',
      '[Service]\nExecStart=sleep infinity\nExecStop=touch /root/stopped-in-order\n',
    );
    await other.mustExec(['systemctl', 'start', 'last']);
    await other.shutdown();
    expect(other.isRunning).toBe(false);
    await other.boot();
    await other.mustExec(['test', '-e', '/root/stopped-in-order']);
  });

  it('doesn’t hold a disk that was mounted while it booted', async () => {
    const image = path.join(host.scratchDirectory, 'disk.img');
    const place = path.join(host.scratchDirectory, 'disk');
    mkdirSync(place);
    await must(['truncate', '--size=16M', image]);
    await must(['mkfs.ext4', '-q', '-F', image]);
    await must(['mount', '-o', 'loop', image, place]);
    other.kill();
    await other.boot();
    await must(['umount', place]);
    expect(await must(['losetup', '--associated', image])).toBe('');
  });

  it('leaves nothing behind', async () => {
    const place = placeOf(other);
    expect(await tracesOf(place)).not.toEqual([]);
    other.destroy();
    const rest = await tracesOf(place);
    expect(rest.filter((trace) => trace.includes(place.id))).toEqual([]);
    expect((await host.ssh('true')).code).toBe(0);
  });
});

describeLive('every Debian', { needs: ['hosts'] }, () => {
  it.each<[Suite, string]>([
    ['bullseye', '6.0.4'],
    ['bookworm', '6.4.1'],
    ['trixie', '7.3.2'],
    ['forky', '8.1.7'],
  ])('%s boots and runs jobs with Sidekiq %s', async (suite, version) => {
    const host = await TestHost.boot({ suite });
    try {
      const app = { user: 'deploy', cwd: '/opt/myapp/current' };
      const sidekiq = [
        '/usr/bin/bundle',
        'exec',
        'sidekiq',
        '-C',
        '/opt/myapp/shared/config/sidekiq.yml',
        '-r',
        './app.rb',
        '-e',
        'production',
      ];
      await host.mustExec(['systemd-run', '--quiet', '--unit=jobs', '--uid=deploy', '--working-directory=/opt/myapp/current', ...sidekiq]);
      await host.mustExec(['ruby', 'enqueue.rb', '3', '0.1'], app);
      await host.until('[ "$(redis-cli get jobs:done)" = 3 ]');
      expect(await host.mustExec(['ps', '-u', 'deploy', '-o', 'args='])).toMatch(new RegExp(`^sidekiq ${version}`, 'm'));
    } finally {
      host.destroy();
    }
  });

  it('is covered', () => {
    expect([...SUITES]).toEqual(['bullseye', 'bookworm', 'trixie', 'forky']);
  });
});

describeLive('a process that ends without cleaning up', { needs: ['hosts'] }, () => {
  const owners: ChildProcess[] = [];
  afterEach(() => owners.splice(0).forEach((owner) => owner.kill('SIGKILL')));

  /** Starts a program with a host; resolves when that is up. */
  async function owner(tidy: string): Promise<{ readonly owner: ChildProcess; readonly id: string; readonly number: number }> {
    const program = `
      const { TestHost } = require('./test/hosts/host.ts');
      const { destroyAllOnSignals } = require('./test/hosts/fleet.ts');
      ${tidy}
      TestHost.boot().then((host) => { console.log(host.address); setInterval(() => undefined, 1000); });`;
    const child = spawn(process.execPath, ['--require', 'tsx/cjs', '-e', program], {
      cwd: REPOSITORY,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    owners.push(child);
    const [address] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    const number = Number(address.split('.')[2]);
    return { owner: child, number, id: `csk${number}-h1` };
  }

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('on %s removes its hosts before it ends', async (signal) => {
    const program = await owner('destroyAllOnSignals();');
    expect(await tracesOf(program)).not.toEqual([]);
    program.owner.kill(signal);
    expect(await once(program.owner, 'exit')).toEqual([null, signal]);
    expect(await tracesOf(program)).toEqual([]);
  });

  it('is cleaned up by its guard when it is killed', async () => {
    const program = await owner('');
    program.owner.kill('SIGKILL');
    await once(program.owner, 'exit');
    await eventually(async () => ((await tracesOf(program)).length === 0 ? true : undefined), {
      what: 'the guard to tidy up',
      seconds: 30,
    });
  });

  it('removes its hosts when it exits normally', async () => {
    const program = await owner('process.once("SIGUSR2", () => process.exit(5));');
    program.owner.kill('SIGUSR2');
    expect(await once(program.owner, 'exit')).toEqual([5, null]);
    expect(await tracesOf(program)).toEqual([]);
  });
});
