import type { Bundle } from '../../../lib/bundle';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import * as hand from '../../installer/by-hand';
import { DEBIANS } from '../../support/debians';

const OTHER_OWNER = 'b0000000-0000-4000-8000-000000000002';
const LATER_CLAIM = 'c0000000-0000-4000-8000-000000000002';

/** One service with a Monit check on its process. */
function oneService(description: string, more: readonly string[] = [], service: Parameters<typeof hand.service>[1] = {}): Bundle {
  return hand.bundle({
    files: [
      hand.unitFile('one.service', description, more),
      hand.file('/opt/one/shared/one.env', 'LEVEL=1\n', { mode: '0640', group: 'deploy' }),
      hand.file(
        '/etc/monit/conf-enabled/one',
        'check process one matching "sleep infinity"\n  if cpu > 65% per core for 2 cycles then alert\n',
      ),
      hand.MONIT_SOCKET,
    ],
    services: [hand.service('one.service', { restartOn: ['/opt/one/shared/one.env'], ...service })],
    checks: ['one'],
  });
}

/** Everything on the host that a deployment could change: path, type, mode, owner, size, hash. */
const TREE = `find /etc /opt /usr /var/lib /run -xdev \\( -path /var/lib/monit -o -path /var/lib/redis -o -path /var/lib/systemd -o -path "/var/lib/cdktf-sidekiq/owners/*/log" -o -path "/var/lib/cdktf-sidekiq/owners/*/generations" -o -path "/run/*" ! -path "/run/cdktf-sidekiq*" \\) -prune -o -printf '%p %y %m %u %g %l\\n' 2>/dev/null | sort; \
find /etc /opt -xdev -type f -exec sha256sum {} + | sort -k2`;

describeLive('the installer on a real host', { needs: ['hosts'] }, () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await TestHost.boot();
  });
  afterAll(() => host?.destroy());

  const property = async (name: string, unit = 'one.service'): Promise<string> =>
    (await host.mustExec(['systemctl', 'show', '-P', name, unit])).trim();
  const invocation = (unit?: string): Promise<string> => property('InvocationID', unit);
  const tree = (): Promise<string> => host.mustExec(TREE);

  /** Runs a deployment that must succeed; returns the output. */
  async function deployed(bundle: Bundle, deployer?: hand.Deployer): Promise<string> {
    const outcome = await hand.deploy(host, bundle, deployer);
    expect(`${outcome.code} ${outcome.stdout}${outcome.stderr}`).toMatch(/^0 [^]*(deployed|nothing to do)\r?\n$/);
    return outcome.stdout;
  }

  /** Runs a deployment that the host must refuse, and checks that nothing changed; returns the last line. */
  async function refused(bundle: Bundle, deployer?: hand.Deployer): Promise<string> {
    const before = await tree();
    const outcome = await hand.deploy(host, bundle, deployer);
    expect(await tree()).toBe(before);
    expect(outcome.stderr).toBe('');
    expect(outcome.code).toBe(1);
    expect(hand.lastLine(outcome)).toMatch(/^refused, nothing changed: /);
    return hand.lastLine(outcome).replace('refused, nothing changed: ', '');
  }

  describe('with one service and its Monit check', () => {
    let clean: string;
    beforeAll(async () => {
      clean = await tree();
      await deployed(oneService('first'));
    });
    afterAll(async () => {
      const outcome = await hand.uninstall(host);
      expect(outcome).toMatchObject({ code: 0, stderr: '' });
      expect(await tree()).toBe(clean);
      expect(await host.mustExec(['systemctl', 'is-system-running'])).toBe('running\n');
    });

    it('runs the service, enabled, with modes and owners, and Monit monitors it', async () => {
      expect(await property('ActiveState')).toBe('active');
      expect(await property('UnitFileState')).toBe('enabled');
      expect(await host.mustExec('stat -c "%a %U %G" /opt/one/shared /opt/one/shared/one.env /var/lib/cdktf-sidekiq')).toBe(
        '755 root root\n640 root deploy\n700 root root\n',
      );
      expect(await host.mustExec(['monit', '-B', 'summary', 'one'])).toMatch(/one +OK +Process/);
    });

    it('converts the limit to a share of the cores', async () => {
      const cores = Number(await host.mustExec(['getconf', '_NPROCESSORS_CONF']));
      expect(await host.readFile('/etc/monit/conf-enabled/one')).toContain(
        `  if cpu > ${(65 / cores).toFixed(1)}% for 2 cycles then alert\n`,
      );
    });

    it('does nothing if there is nothing to do', async () => {
      const [before, running] = [await tree(), await invocation()];
      expect(await deployed(oneService('first'))).toBe('nothing to do\n');
      expect([await tree(), await invocation()]).toEqual([before, running]);
    });

    it('restarts for a changed line of the unit, and for a file in restartOn', async () => {
      let running = await invocation();
      expect(await deployed(oneService('second'))).toMatch(
        /^\/etc\/systemd\/system\/one\.service: written\none\.service: active \(ready, stable for 1 s\), down for \d s\ndeployed\n$/,
      );
      expect(await property('Description')).toBe('second');
      expect(await invocation()).not.toBe(running);
      running = await invocation();
      const bundle = oneService('second');
      await deployed({
        ...bundle,
        files: bundle.files.map((file) => (file.path.endsWith('.env') ? { ...file, lines: ['LEVEL=2', ''] } : file)),
      });
      expect(await invocation()).not.toBe(running);
      await deployed(bundle);
    });

    it('doesn’t restart the first service for a second one, and removes that again', async () => {
      const [running, bundle, before] = [await invocation(), oneService('second'), await tree()];
      await deployed({
        ...bundle,
        files: [...bundle.files, hand.unitFile('two.service', 'another')],
        services: [...bundle.services, hand.service('two.service')],
      });
      expect(await property('ActiveState', 'two.service')).toBe('active');
      await deployed(bundle);
      expect(await host.mustExec('systemctl list-units --all --plain --no-legend two.service')).toBe('');
      expect(await invocation()).toBe(running);
      expect(await tree()).toBe(before);
    });

    it('restores a mode, and replaces and reports a manual edit', async () => {
      await host.mustExec('chmod 0666 /opt/one/shared/one.env; echo LEVEL=9 >>/opt/one/shared/one.env');
      expect(await deployed(oneService('second'))).toContain(
        '/opt/one/shared/one.env: edited by hand since the last deployment; replaced, and kept as /var/lib/cdktf-sidekiq/owners/',
      );
      const running = await invocation();
      await host.mustExec('chmod 0666 /opt/one/shared/one.env');
      expect(await deployed(oneService('second'))).toContain('/opt/one/shared/one.env: mode or owner set\n');
      expect(await invocation()).toBe(running);
    });

    it('refuses a unit with lines that systemd would ignore, and also a file in the installer’s own directory', async () => {
      const bundle = oneService('second', ['ExecStart=relative']);
      for (const path of ['/run/b.conf', '/var/run/b.conf', '/b.conf', '/etc/b.conf']) {
        expect(await refused({ ...bundle, files: [...bundle.files, hand.file(path, 'x\n')] })).toMatch(/one\.service/);
      }
      const sound = oneService('second');
      await deployed({
        ...sound,
        files: [...sound.files, hand.file('/run/b.conf', 'x\n'), hand.file('/var/run/c.conf', 'x\n'), hand.unitFile('two.service', 'new')],
      });
      expect(await host.mustExec(['cat', '/run/b.conf', '/run/c.conf'])).toBe('x\nx\n');
      await deployed(sound);
      expect(await host.exec(['test', '-e', '/run/b.conf'])).toMatchObject({ code: 1 });
    });

    describe('when [Install] changes', () => {
      const wantedBy = (target: string, more: readonly string[] = []): Bundle => {
        const bundle = oneService('second', more);
        const files = bundle.files.map((file) =>
          file.kind === 'unit' ? { ...file, lines: file.lines.map((line) => line.replace('multi-user.target', target)) } : file,
        );
        return { ...bundle, files };
      };
      const links = (): Promise<string> => host.mustExec('ls -d /etc/systemd/system/*/one.service');

      it('moves the links', async () => {
        await deployed(wantedBy('app.target'));
        expect(await links()).toBe('/etc/systemd/system/app.target.wants/one.service\n');
        await deployed(wantedBy('multi-user.target'));
        expect(await links()).toBe('/etc/systemd/system/multi-user.target.wants/one.service\n');
      });

      it('moves them back when it fails', async () => {
        const outcome = await hand.deploy(host, wantedBy('app.target', ['ExecStartPre=/bin/false']));
        expect(hand.lastLine(outcome)).toMatch(/^failed, rolled back: /);
        expect(await links()).toBe('/etc/systemd/system/multi-user.target.wants/one.service\n');
      });
    });

    it('uses paths literally, and refuses one that ends in a blank', async () => {
      const bundle = oneService('second');
      expect(await refused({ ...bundle, files: [...bundle.files, hand.file('/opt/x ', 'x\n')] })).toBe(
        'a path is not absolute or ends in a blank: "/opt/x "',
      );
    });

    it('requires the files that must exist, unless they are in the bundle', async () => {
      const needing = (path: string): Bundle => {
        const bundle = oneService('second');
        return { ...bundle, requires: { ...bundle.requires, files: [path] } };
      };
      expect(await refused(needing('/etc/myapp/slack-webhook'))).toBe('file /etc/myapp/slack-webhook is not on this host: create it first');
      expect(await deployed(needing('/opt/one/shared/one.env'))).toBe('nothing to do\n');
    });

    it('accepts the number of a user or group, with and without an entry', async () => {
      const bundle = oneService('second');
      const files = [
        ...bundle.files,
        hand.file('/opt/one/named', 'x\n', { user: '0', group: (await host.mustExec('getent group deploy | cut -d : -f 3')).trim() }),
        hand.file('/opt/one/unnamed', 'x\n', { user: '64321', group: '64321' }),
      ];
      await deployed({ ...bundle, files });
      expect(await host.mustExec('stat -c "%U %G" /opt/one/named; stat -c "%u %g" /opt/one/unnamed')).toBe('root deploy\n64321 64321\n');
      expect(await deployed({ ...bundle, files })).toBe('nothing to do\n');
      await deployed(bundle);
    });

    describe('after an operator stopped it', () => {
      beforeEach(() => host.mustExec(['systemctl', 'stop', 'one.service']));

      it('keeps it stopped, deployment after deployment', async () => {
        expect(await deployed(oneService('third'))).toContain(
          'one.service: left stopped, because an operator stopped it (whenStopped: keep)\n',
        );
        expect(await deployed(oneService('third'))).toMatch(/stopped by an operator, left stopped[^]*nothing to do\n$/);
        expect(await property('ActiveState')).toBe('inactive');
      });

      it('keeps it disabled if the operator also disabled it', async () => {
        await host.mustExec(['systemctl', 'disable', 'one.service']);
        for (const message of [
          /one\.service: left stopped[^\n]*; left disabled, too\n[^]*deployed\n$/,
          /; left disabled, too\nnothing to do\n$/,
        ]) {
          expect(await deployed(oneService('fourth'))).toMatch(message);
        }
        expect(await host.exec(['systemctl', 'is-enabled', 'one.service'])).toMatchObject({ stdout: 'disabled\n' });
        expect(await deployed(oneService('second', [], { whenStopped: 'start' }))).toMatch(/^[^]*one\.service: active/);
        expect(await host.mustExec(['systemctl', 'is-enabled', 'one.service'])).toBe('enabled\n');
      });

      it('fails with whenStopped: fail', async () => {
        expect(await refused(oneService('second', [], { whenStopped: 'fail' }))).toMatch(/^one\.service was stopped by an operator/);
      });

      it('starts it with whenStopped: start', async () => {
        await deployed(oneService('second', [], { whenStopped: 'start' }));
        expect(await property('ActiveState')).toBe('active');
      });
    });

    it('starts a service that systemd gave up on', async () => {
      await host.mustExec(['systemctl', 'kill', '--signal=KILL', 'one.service']);
      await host.mustExec('until systemctl is-failed one.service; do sleep 0.1; done');
      expect(await deployed(oneService('second'))).toMatch(/^one\.service: active/);
    });

    it('lets only the current claim uninstall, and lets a later claim take over', async () => {
      const before = await invocation();
      expect(await deployed(oneService('second'), { claim: LATER_CLAIM })).toBe('nothing to do\n');
      const outcome = await hand.uninstall(host);
      expect([outcome.code, hand.lastLine(outcome)]).toEqual([
        0,
        'nothing uninstalled: a later deployment of this stack has taken this host over',
      ]);
      expect(await invocation()).toBe(before);
      await deployed(oneService('second'));
    });

    it('refuses the path of another stack, and names that stack', async () => {
      const units = ['one.service', 'theirs.service'];
      const stranger = hand.bundle({
        files: units.map((unit) => hand.unitFile(unit, 'theirs')),
        services: units.map((unit) => hand.service(unit)),
      });
      expect(await refused(stranger, { owner: OTHER_OWNER, stack: 'web' })).toBe(
        '/etc/systemd/system/one.service belongs to another stack, "workers": give this one another name or path',
      );
    });

    it('shows a stack that lost its state how to get the host back, in one line', async () => {
      const uninstallation = `sh /var/lib/cdktf-sidekiq/owners/${hand.OWNER}/installer uninstall ${hand.OWNER} ${hand.CLAIM}`;
      expect(await refused(oneService('lost'), { owner: OTHER_OWNER })).toBe(
        `this host is deployed by the stack "workers" (owner ${hand.OWNER}): restore or move its Terraform state, or uninstall it here with: sudo ${uninstallation}`,
      );
      expect(await host.mustExec(uninstallation)).toMatch(/\nuninstalled\n$/);
      await deployed(oneService('lost'), { owner: OTHER_OWNER });
      expect((await hand.uninstall(host, { owner: OTHER_OWNER })).code).toBe(0);
      await deployed(oneService('second'));
    });

    it('doesn’t touch another stack', async () => {
      const web = hand.bundle({
        files: [
          hand.unitFile('web.service', 'web'),
          hand.file('/etc/monit/conf-enabled/web', 'check file web path "/etc/hostname"\n'),
          { ...hand.MONIT_SOCKET, path: '/etc/monit/conf-enabled/web-httpd' },
        ],
        services: [hand.service('web.service')],
        checks: ['web'],
      });
      const [before, running] = [await tree(), await invocation()];
      await deployed(web, { owner: OTHER_OWNER, stack: 'web' });
      expect(await host.exec('test -e /etc/monit/conf-enabled/web-httpd')).toMatchObject({ code: 1 });
      expect(await host.mustExec(['monit', '-B', 'summary'])).toMatch(/one[^]*web|web[^]*one/);
      expect((await hand.uninstall(host, { owner: OTHER_OWNER })).code).toBe(0);
      expect([await tree(), await invocation()]).toEqual([before, running]);
    });

    it('logs in as a user with sudo, and reports one whom sudo asks for a password', async () => {
      expect(await deployed(oneService('second'), { user: 'ops' })).toBe('nothing to do\n');
      await host.mustExec('mkdir /root/sudoers && mv /etc/sudoers.d/* /root/sudoers && printf "ops ALL=(ALL) ALL\\n" >/etc/sudoers.d/asks');
      const outcome = await hand.deploy(host, oneService('second'), { user: 'ops' });
      await host.mustExec('rm /etc/sudoers.d/asks && mv /root/sudoers/* /etc/sudoers.d && rmdir /root/sudoers');
      expect([outcome.code, outcome.stdout]).toEqual([
        1,
        'refused, nothing changed: sudo asks ops for a password; give it NOPASSWD in /etc/sudoers.d, or connect as root\n',
      ]);
    });

    it('continues when the connection is lost, and then runs the next deployment', async () => {
      const cut = hand.runScript(host, hand.scriptFor(oneService('cut', [], { stabilitySeconds: 3 })));
      await host.until('[ "$(systemctl show -P Description one.service)" = cut ]');
      await host.mustExec('kill $(pgrep -f "[s]shd: root@notty")');
      expect((await cut).code).not.toBe(0);
      expect(await deployed(oneService('cut', [], { stabilitySeconds: 3 }))).toMatch(/^waiting: [^]*nothing to do\n$/);
      await deployed(oneService('second'));
    });

    const PROGRAM = 'pgrep -of "^/bin/sh /run/cdktf-sidekiq-[t]ransaction.*/program deploying"';

    it('rolls back when it receives a signal', async () => {
      const before = await tree();
      const cut = hand.deploy(host, oneService('ended', [], { stabilitySeconds: 20 }));
      await host.until('[ "$(systemctl show -P Description one.service)" = ended ]');
      await host.mustExec(`kill -TERM $(${PROGRAM})`);
      const outcome = await cut;
      expect([outcome.code, hand.lastLine(outcome)]).toEqual([1, 'failed, rolled back: stopped by a signal']);
      expect(await tree()).toBe(before);
      expect(await property('Description')).toBe('second');
    });

    it.each(['deactivating', 'active'])('is undone by its recovery unit if it was killed with the service %s', async (state) => {
      const slow = (description: string): Bundle => oneService(description, ['ExecStop=/bin/sleep 1'], { stabilitySeconds: 3 });
      await deployed(slow('second'));
      const before = await tree();
      const next = slow('killed');
      const cut = hand.deploy(host, { ...next, files: [...next.files, hand.file('/opt/one/more/new', 'x\n')] });
      const reached =
        state === 'active'
          ? '"$(systemctl show -P Description one.service)" = killed'
          : '"$(systemctl show -P ActiveState one.service)" = deactivating';
      await host.until(`[ ${reached} ]`);
      await host.mustExec(`kill -KILL $(${PROGRAM})`);
      const outcome = await cut;
      expect([outcome.code, hand.lastLine(outcome)]).toEqual([1, 'failed, rolled back: the transaction was killed']);
      expect(await tree()).toBe(before);
      expect(await property('Description')).toBe('second');
      expect(await property('ActiveState')).toBe('active');
      expect(await deployed(slow('second'))).toBe('nothing to do\n');
      await deployed(oneService('second'));
    });

    it('runs on a terminal, as Terraform allocates one', async () => {
      const command = 'cat >.ssh/t.sh && chmod 0777 .ssh/t.sh && script -qefc .ssh/t.sh /dev/null </dev/null';
      const outcome = await host.ssh(command, { input: hand.scriptFor(oneService('second')), timeout: 30_000 });
      expect([outcome.code, outcome.stdout]).toEqual([0, 'nothing to do\r\n']);
    });

    it('leaves no script, no transaction and no file readable by others', async () => {
      expect(
        await host.mustExec(
          'ls -A /root/.ssh /home/ops/.ssh /run/cdktf-sidekiq; find / /run -xdev -name "*cdktf-sidekiq-*" ! -name "*-httpd"',
        ),
      ).toBe('/home/ops/.ssh:\nauthorized_keys\n\n/root/.ssh:\nauthorized_keys\n\n/run/cdktf-sidekiq:\nlock\n');
      expect(await host.mustExec('find /run/cdktf-sidekiq /var/lib/cdktf-sidekiq -perm /077')).toBe('');
    });
  });

  describe('on a host without a deployment', () => {
    it('reports all missing requirements at once', async () => {
      const outcome = await hand.deploy(host, {
        ...oneService('x'),
        requires: {
          users: ['nobody', 'nouser'],
          groups: ['nogroup', 'missing'],
          programs: ['sh', 'nonesuch', '/opt/missing'],
          files: ['/etc/passwd', '/etc/missing'],
          systemd: '999',
          monit: '99.0',
        },
      });
      expect(outcome.code).toBe(1);
      expect(outcome.stdout.split('\n')).toEqual([
        expect.stringMatching(/^ {4}systemd is \d+ here; this stack needs 999 or later/),
        expect.stringMatching(/^ {4}Monit is [\d.]+ here; this stack needs 99\.0 or later/),
        '    user nouser does not exist on this host: create it first',
        '    group missing does not exist on this host: create it first',
        '    program nonesuch is not on this host: install it first',
        '    program /opt/missing is not on this host: install it first',
        '    file /etc/missing is not on this host: create it first',
        expect.stringMatching(/^refused, nothing changed: 7 problems, the first: systemd is /),
        '',
      ]);
    });

    it('refuses a script that was damaged in transit, and one that was cut short', async () => {
      const script = hand.scriptFor(oneService('first'));
      const damaged = script.replace(
        /^(file .*sidekiq-httpd|file [^\n]*) (\S{20})\S/m,
        (line) => `${line.slice(0, -1)}${line.endsWith('A') ? 'B' : 'A'}`,
      );
      for (const text of [damaged, script.replace(/^end$/m, '')]) {
        const outcome = await hand.runScript(host, text);
        expect(outcome.code).toBe(1);
        expect(hand.lastLine(outcome)).toMatch(/^refused, nothing changed: (the upload|a file does not have|the text of)/);
      }
    });

    it('uninstalls nothing if nothing is deployed', async () => {
      const outcome = await hand.uninstall(host);
      expect([outcome.code, outcome.stdout]).toEqual([0, 'nothing to uninstall: this host has no deployment of this stack\n']);
    });

    it('leaves out the socket if the host already has one', async () => {
      const before = await tree();
      await host.writeFile(
        '/etc/monit/conf.d/socket',
        'set httpd unixsocket "/run/theirs.sock" uid "root" gid "root" permission 0600 allow "127.0.0.1"\n',
        '0600',
      );
      await deployed(oneService('first'));
      expect(await host.exec(['test', '-e', hand.MONIT_SOCKET.path])).toMatchObject({ code: 1 });
      expect((await hand.uninstall(host)).code).toBe(0);
      expect(await host.mustExec(['monit', '-B', 'summary'])).not.toContain('one');
      await host.mustExec(['rm', '/etc/monit/conf.d/socket']);
      expect(await tree()).toBe(before);
    });
  });
});

describe.each(DEBIANS)('on %s', (suite) => {
  describeLive('the installer', { needs: ['hosts'] }, () => {
    let host: TestHost;
    beforeAll(async () => {
      host = await TestHost.boot({ suite });
    });
    afterAll(() => host?.destroy());

    it('deploys, does nothing, changes, refuses, rolls back and uninstalls', async () => {
      const before = await host.mustExec(TREE);
      const last = async (bundle: Bundle, user?: string): Promise<string> =>
        hand.lastLine(await hand.deploy(host, bundle, user === undefined ? {} : { user }));
      expect(await last(oneService('first'))).toBe('deployed');
      expect(await last(oneService('first'))).toBe('nothing to do');
      expect(await last(oneService('first'), 'ops')).toBe('nothing to do');
      expect(await last(oneService('second'))).toBe('deployed');
      expect(await last(oneService('third', ['MemoryMax=512MB']))).toMatch(/^refused, nothing changed: .*512MB/);
      expect(await last(oneService('third', ['ExecStartPre=/bin/sh -c "echo Redis is down >&2; exit 3"']))).toMatch(
        /^failed, rolled back: .*Redis is down$/,
      );
      expect(await host.mustExec('systemctl show -P Description one.service; monit -B summary one')).toMatch(
        /^second\n[^]*one +(OK|Running) +Process/,
      );
      expect(await last(oneService('second'))).toBe('nothing to do');
      expect(hand.lastLine(await hand.uninstall(host))).toBe('uninstalled');
      expect(await host.mustExec(TREE)).toBe(before);
    });
  });
});
