import type { Bundle } from '../../../lib/bundle';
import { blocksOf } from '../../docs/markdown';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import * as hand from '../../installer/by-hand';

/** Names in a document; of a list, those of its first element. */
function fields(value: unknown): unknown {
  if (Array.isArray(value)) return [fields(value[0])];
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, Array.isArray(each) && each.length === 0 ? [] : fields(each)]),
  );
}

const DIRECTORY = `/var/lib/cdktf-sidekiq/owners/${hand.OWNER}`;

function bundle(level: number, more: Partial<Bundle> = {}): Bundle {
  return hand.bundle({
    files: [
      hand.unitFile('one.service', 'one'),
      hand.file('/opt/one/shared/one.env', `LEVEL=${level}\n`, { mode: '0640', group: 'deploy' }),
      hand.file(
        '/etc/monit/conf-enabled/one',
        'check process one matching "sleep infinity"\n  if cpu > 65% per core for 2 cycles then alert\n',
      ),
      hand.MONIT_SOCKET,
    ],
    services: [hand.service('one.service', { restartOn: ['/opt/one/shared/one.env'], stabilitySeconds: 0 })],
    checks: ['one'],
    ...more,
  });
}

describeLive('generations', { needs: ['hosts'] }, () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await TestHost.boot();
  });
  afterAll(() => host?.destroy());

  const deployed = async (wanted: Bundle): Promise<string> => {
    const { code, stdout, stderr } = await hand.deploy(host, wanted);
    expect({ code, stderr, stdout }).toMatchObject({ code: 0, stderr: '' });
    return stdout;
  };
  const ask = (command: string): ReturnType<TestHost['exec']> => host.exec(`sh ${DIRECTORY}/installer ${command}`);
  const answer = async (command: string): Promise<string> => {
    const { code, stdout, stderr } = await ask(command);
    expect({ code, stderr, stdout }).toMatchObject({ code: 0, stderr: '' });
    return stdout;
  };
  const env = (): Promise<string> => host.readFile('/opt/one/shared/one.env');
  const invocation = async (): Promise<string> => host.mustExec('systemctl show -P InvocationID one.service');

  it('keeps the last five, readable only by root', async () => {
    for (const level of [1, 2, 3, 4, 5, 6, 7]) await deployed(bundle(level));
    expect(await host.mustExec(`ls ${DIRECTORY}/generations; find ${DIRECTORY} -perm /077`)).toBe('3\n4\n5\n6\n7\n');
    expect(await answer('list')).toMatch(
      /^(?: {2}[3-6] {2}\S+Z {2}4 files, 1 services, by root, workspace default\n){4}\* 7 {2}\S+Z {2}4 files, 1 services, by root, workspace default\n$/,
    );
  });

  it('doesn’t create one for a deployment that changes nothing or fails', async () => {
    expect(await deployed(bundle(7))).toBe('nothing to do\n');
    const broken = bundle(8, { files: [hand.unitFile('one.service', 'one', ['ExecStartPre=/bin/false'])] });
    expect((await hand.deploy(host, broken)).code).toBe(1);
    expect((await hand.deploy(host, bundle(9), { claim: 'c0000000-0000-4000-8000-000000000009' })).code).toBe(0);
    await deployed(bundle(9));
    expect(await host.mustExec(`ls ${DIRECTORY}/generations; grep ^gen ${DIRECTORY}/manifest`)).toBe(
      '4\n5\n6\n7\n8\ngeneration 8\ngenerations 5\n',
    );
  });

  it('shows and compares them', async () => {
    expect(await answer('show 6')).toContain('0640 root deploy /opt/one/shared/one.env\n');
    expect(await answer('show 6 /opt/one/shared/one.env')).toBe('LEVEL=6\n');
    const differing = await ask('diff 6 7');
    expect(differing).toMatchObject({ code: 1, stderr: '' });
    expect(differing.stdout).toMatch(/\n-LEVEL=6\n\+LEVEL=7\n$/);
    // Scaled to the cores of this host, as installed.
    expect(await answer('diff')).toBe('');
    await host.mustExec('echo LEVEL=hand >/opt/one/shared/one.env; chmod 0644 /opt/one/shared/one.env');
    const { code, stdout } = await ask('diff');
    expect(code).toBe(1);
    expect(stdout).toMatch(/\n-LEVEL=9\n\+LEVEL=hand\n/);
    expect(stdout).toMatch(/\n-0640 root deploy \/opt\/one\/shared\/one\.env\n\+0644 root deploy \/opt\/one\/shared\/one\.env\n/);
  });

  it('keeps manual edits before they are replaced', async () => {
    const stdout = await deployed(bundle(9));
    const kept = /^\/opt\/one\/shared\/one\.env: edited by hand since the last deployment; replaced, and kept as (\S+)$/m.exec(stdout)?.[1];
    expect(kept).toMatch(new RegExp(`^${DIRECTORY}/generations/8/edited/\\d{8}T\\d{6}Z-\\w+/opt/one/shared/one\\.env$`));
    expect(await host.mustExec(`cat ${kept}; stat -c "%a %G" ${kept}; find ${DIRECTORY} -maxdepth 3 -perm /077`)).toBe(
      'LEVEL=hand\n644 deploy\n',
    );
    expect(await answer('list')).toContain(`     edited by hand: ${kept}\n`);
    expect(await env()).toBe('LEVEL=9\n');
  });

  it('rolls back to one, in one transaction', async () => {
    const before = await invocation();
    expect(await answer('rollback 5')).toMatch(
      /\/opt\/one\/shared\/one\.env: written\n[^]*rolled back to generation 5, which is now 9; the next deployment of a change goes forward again\n$/,
    );
    expect(await env()).toBe('LEVEL=5\n');
    expect(await invocation()).not.toBe(before);
    expect(await answer('rollback')).toMatch(/rolled back to generation 8, which is now 10; /);
    expect(await env()).toBe('LEVEL=9\n');
    expect(await deployed(bundle(9))).toBe('nothing to do\n');
    const { code, stderr } = await ask('rollback 1');
    expect([code, stderr]).toEqual([1, 'generation 1 is not kept here; these are: 6 7 8 9 10\n']);
  });

  it('keeps fewer if configured', async () => {
    await deployed(bundle(10, { generations: 2 }));
    expect(await host.mustExec(`ls ${DIRECTORY}/generations`)).toBe('10\n11\n');
  });

  it('prints the usage for unknown commands', async () => {
    for (const command of ['', 'shwo', 'show', 'show x'])
      expect(await ask(command)).toMatchObject({ code: 2, stdout: expect.stringMatching(/^usage: /) });
    expect(await host.mustExec('ls -d /run/cdktf-sidekiq-transaction.* 2>/dev/null; true')).toBe('');
  });

  it('the probe reports them, and what has drifted', async () => {
    const probe = async (): Promise<{ owners: Record<string, unknown>[] }> =>
      JSON.parse(await answer('probe')) as { owners: Record<string, unknown>[] };
    const before = await host.mustExec(`find ${DIRECTORY} -printf '%p %T@\\n' | sort`);
    expect(await probe()).toMatchObject({
      version: 1,
      host: host.name,
      busy: false,
      owners: [
        {
          owner: hand.OWNER,
          stack: 'workers',
          claim: hand.CLAIM,
          generation: 11,
          generations: [10, 11],
          monit: 'proven',
          interrupted: false,
          files: [
            { path: '/etc/systemd/system/one.service', mode: '0644', user: 'root', group: 'root', kind: 'unit', adopted: false, drift: [] },
            { path: '/opt/one/shared/one.env', group: 'deploy', drift: [] },
            { path: '/etc/monit/conf-enabled/one', kind: 'monit', drift: [] },
            { path: hand.MONIT_SOCKET.path, kind: 'monit-httpd', drift: [] },
          ],
          services: [
            {
              unit: 'one.service',
              enabled: 'enabled',
              state: 'running',
              now: { load: 'loaded', active: 'active', sub: 'running', result: 'success', enabled: 'enabled', restarts: 0 },
              dropIns: [],
              drift: [],
            },
          ],
          checks: [{ name: 'one', known: true, monitored: true, status: 'OK' }],
        },
      ],
    });
    expect((await probe()).owners[0]!.transactions).toContainEqual({
      time: expect.stringMatching(/^\d{4}(-\d\d){2}T\d\d(:\d\d){2}Z$/),
      seen: true,
      lastLine: 'deployed',
    });
    expect(await host.mustExec(`find ${DIRECTORY} -printf '%p %T@\\n' | sort`)).toBe(before);
    const shown = blocksOf('docs/guides/on-the-host.md').filter(({ language }) => language === 'json');
    expect(shown.map(({ text }) => fields(JSON.parse(text)))).toEqual([fields(await probe())]);

    await host.mustExec(
      'systemctl stop one.service; systemctl disable -q one.service; monit unmonitor one; rm /etc/monit/conf-enabled/one',
    );
    await host.mustExec(
      'chmod 0600 /opt/one/shared/one.env; chgrp root /opt/one/shared/one.env; printf "\\377 \\" \\\\" >>/opt/one/shared/one.env',
    );
    await host.writeFile('/etc/systemd/system/one.service.d/by-hand.conf', '[Service]\nNice=1\n');
    expect((await probe()).owners[0]).toMatchObject({
      files: [{ drift: [] }, { drift: ['content', 'mode', 'group'] }, { drift: ['missing'] }, { drift: [] }],
      services: [
        { now: { active: 'inactive' }, dropIns: ['/etc/systemd/system/one.service.d/by-hand.conf'], drift: ['disabled', 'inactive'] },
      ],
      checks: [{ known: true, monitored: false }],
    });
    await host.mustExec(
      'rm -r /etc/systemd/system/one.service.d; systemctl daemon-reload; systemctl start one; systemctl enable -q one; monit monitor one',
    );
    await deployed(bundle(10, { generations: 2 }));
  });

  it('removes them with the uninstall, except for manual edits', async () => {
    await host.mustExec('echo LEVEL=hand >/opt/one/shared/one.env');
    const { code, stdout } = await hand.uninstall(host);
    expect(code).toBe(0);
    const kept = /one\.env: edited by hand since the last deployment; removed, and kept as (\/var\/backups\/cdktf-sidekiq\/\S+)$/m.exec(
      stdout,
    )?.[1];
    expect(
      await host.mustExec(
        `cat ${kept}; find /var/backups/cdktf-sidekiq -maxdepth 1 -perm /077; ls -d /var/lib/cdktf-sidekiq 2>/dev/null; true`,
      ),
    ).toBe('LEVEL=hand\n');
  });
});
