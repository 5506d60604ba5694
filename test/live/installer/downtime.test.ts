import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import * as hand from '../../installer/by-hand';

/** A process with a title like Sidekiq's (PROCTITLES of lib/sidekiq/launcher.rb), which needs so many seconds to end. */
const LIKE_SIDEKIQ = (busy: number, seconds: number): string => `#!/bin/bash
trap 'sleep ${seconds}; exit 0' TERM
systemd-notify --ready
[ "$1" = titled ] || exec -a "sidekiq 6.5.12 like [${busy} of 2 busy]" /bin/bash "$0" titled
while :; do sleep 0.1; done
`;

function bundle(kind: string, more: readonly string[] = []): ReturnType<typeof hand.bundle> {
  const script = (name: string): readonly string[] => ['ExecStart=', `ExecStart=/bin/bash /opt/one/${name}`, 'TimeoutStopSec=30', ...more];
  return hand.bundle({
    files: [
      hand.file('/opt/one/busy', LIKE_SIDEKIQ(2, 6)),
      hand.file('/opt/one/idle', LIKE_SIDEKIQ(0, 0)),
      hand.unitFile('busy.service', kind, script('busy')),
      hand.unitFile('idle.service', kind, script('idle')),
      hand.unitFile('web.service', kind),
    ],
    services: ['busy.service', 'idle.service', 'web.service'].map((unit) => hand.service(unit, { stabilitySeconds: 0, stopSeconds: 30 })),
  });
}

/** Units in the order in which they ended, and came up again. */
async function order(host: TestHost, since: Awaited<ReturnType<TestHost['mark']>>): Promise<string[]> {
  const log = await host.journal(since);
  return [...log.matchAll(/^(Stopped|Started) (\w+)\.service/gm)].map(([, what, unit]) => `${what} ${unit}`);
}

describeLive('a service is down only for itself', { needs: ['hosts'] }, () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await TestHost.boot();
    expect((await hand.deploy(host, bundle('old'))).stdout).toMatch(/deployed\n$/);
  });
  afterAll(() => host?.destroy());

  test('what ends at once is stopped when the last job has ended, and nothing waits to start', async () => {
    const since = await host.mark();
    const { stdout } = await hand.deploy(host, bundle('new'));
    expect(stdout).toMatch(/^busy\.service: stopped in [^\n]*\nidle\.service, web\.service: stopped in [^\n]*\n[^]*deployed\n$/);
    const events = await order(host, since);
    expect(events[0]).toBe('Stopped busy');
    expect(events.slice(1, 3).sort()).toEqual(['Stopped idle', 'Stopped web']);
    expect(events.slice(3).sort()).toEqual(['Started busy', 'Started idle', 'Started web']);
  });

  test('also in a rollback, whose services are stopped in the same order', async () => {
    const since = await host.mark();
    const broken = bundle('broken');
    const files = broken.files.map((file) =>
      file.path.endsWith('/web.service') ? hand.unitFile('web.service', 'broken', ['ExecStartPost=/bin/sh -c "sleep 2; exit 1"']) : file,
    );
    const { stdout } = await hand.deploy(host, { ...broken, files });
    expect(stdout).toMatch(/\nfailed, rolled back: web\.service did not become ready/);
    const events = await order(host, since);
    // The second time for what was started in vain.
    const stops = events.filter((event) => event.startsWith('Stopped'));
    expect(stops.indexOf('Stopped idle')).toBeGreaterThan(stops.indexOf('Stopped busy'));
    expect(stops.lastIndexOf('Stopped idle')).toBeGreaterThan(stops.lastIndexOf('Stopped busy'));
    expect(await host.mustExec('systemctl show -P Description -P ActiveState busy idle web')).toBe(
      'new\nactive\n\nnew\nactive\n\nnew\nactive\n',
    );
  });

  test('and in an uninstallation', async () => {
    const since = await host.mark();
    expect((await hand.uninstall(host)).stdout).toMatch(/uninstalled\n$/);
    expect((await order(host, since)).sort()).toEqual(['Stopped busy', 'Stopped idle', 'Stopped web']);
  });
});
