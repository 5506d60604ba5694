import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Exec, PidfileHooks, SystemdService } from '../../../../lib';
import type { Bundle } from '../../../../lib/bundle';
import { describeLive } from '../../../hosts/describe-live';
import { TestHost } from '../../../hosts/host';
import { quietNow } from '../../../hosts/quiet-clock';
import type { Outcome } from '../../../hosts/run';
import * as hand from '../../../installer/by-hand';
import { bundleOf } from '../../../support/bundles';
import { campaign } from '../../../support/campaign';

const SAMPLE = campaign() === 'sample';

/** Every nth deployment, in the sample. */
const some = <T>(all: readonly T[], every: number): readonly T[] => all.filter((_, index) => !SAMPLE || index % every === 0);

/** The app's user owns it, and root installs files in it. Made here: overlayfs can't rename a directory of the image. */
const SHARED = '/opt/app/shared';
/** Root's: it has files with the same names as ours, which only root may read. */
const VICTIM = '/etc/victim';
const HUSH = 'hush-of-root';
const VICTIM_NOW = `cd ${VICTIM}; find . -printf '%p %y %m %u %g %T@ %l\\n' | sort; grep -r . . | sort`;
const ADVERSARY = '/usr/local/bin/adversary.pl';
const STOP = '/tmp/stop';

/** Kernel protections against tricks with links. Debian enables them; the installer must not need them. */
const PROTECTIONS = ['symlinks', 'hardlinks', 'fifos', 'regular'].map((name) => `/proc/sys/fs/protected_${name}`);

/**
 * Disables them temporarily, for the whole machine. A separate shell restores them on request, or when this process ends,
 * however it ends.
 */
function withoutProtections(): () => Promise<void> {
  const before = PROTECTIONS.filter(existsSync).map((file) => [file, readFileSync(file, 'utf8').trim()] as const);
  const restore = `cat >/dev/null; ${before.map(([file, value]) => `echo ${value} >${file}`).join('; ')}`;
  const shell = spawn('sh', ['-c', restore], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  for (const [file] of before) writeFileSync(file, '0');
  return async () => {
    const ended = once(shell, 'exit');
    shell.stdin.end();
    await ended;
    expect(before.map(([file]) => readFileSync(file, 'utf8').trim())).toEqual(before.map(([, value]) => value));
  };
}

interface Wanted {
  /** More lines of the [Service] section. */
  readonly more?: readonly string[];
  /** Files in addition to the fixed ones. */
  readonly files?: readonly string[];
}

function bundle(level: string, { more = [], files = [`${SHARED}/gone.env`] }: Wanted = {}): Bundle {
  return hand.bundle({
    files: [
      hand.unitFile('one.service', 'one', ['User=deploy', ...more]),
      hand.file(`${SHARED}/app.env`, `LEVEL=${level}\n`, { mode: '0644', user: 'deploy', group: 'deploy' }),
      hand.file(`${SHARED}/secret.env`, `KEY=${level}\n`, { mode: '0600' }),
      ...files.map((file) => hand.file(file, `LEVEL=${level}\n`)),
    ],
    services: [hand.service('one.service', { restartOn: [`${SHARED}/app.env`], stabilitySeconds: 0, stopSeconds: 2 })],
  });
}

/** A start that runs a command as the app's user, then fails: simulates the app between the swap and the rollback. */
const failing = (command: string): Wanted => ({ more: [`ExecStartPre=/bin/sh -c '${command}; exit 1'`] });

describeLive('an unprivileged user of the host', { needs: ['hosts'] }, () => {
  let host: TestHost;
  let protect = (): Promise<void> => Promise.resolve();
  beforeAll(async () => {
    protect = withoutProtections();
    host = await TestHost.boot();
    await host.writeFile(ADVERSARY, readFileSync(path.join(__dirname, 'adversary.pl'), 'utf8'), '0755');
    await host.mustExec(`mkdir -p -m 0755 ${VICTIM}/shared; install -d -o deploy /opt/app ${SHARED}`);
    for (const name of ['app.env', 'secret.env', 'gone.env', 'hush', '0', '1', 'back']) {
      await host.writeFile(`${VICTIM}/${name}`, `${HUSH} ${name}\n`, '0600');
    }
    expect(hand.lastLine(await hand.deploy(host, bundle('first')))).toBe('deployed');
  });
  afterAll(async () => {
    host?.destroy();
    await protect();
  });
  // A test that failed in the middle of a trick leaves nothing for the next one.
  afterEach(async () => {
    await host.mustExec(
      `chown root /opt /srv; cd /opt; [ ! -L app ] || { rm app; mv link app; }; rm -f link
       cd app; if [ -d shared.away ]; then rm -rf shared; mv shared.away shared; fi; if [ -L shared ]; then rm shared; mv link shared; fi; rm -f link
       cd shared; rm -rf .taken-* app.env* config`,
    );
  });

  let before = '';
  beforeEach(async () => {
    before = await host.mustExec(VICTIM_NOW);
  });

  const asDeploy = (command: string): Promise<string> => host.mustExec(command, { user: 'deploy' });

  /** Returns the files of the host outside our own directories whose content, mode or owner has changed since the file /run/before. */
  const OURS = [
    ...['/opt/app', '/var/lib/cdktf-sidekiq', '/var/lib/systemd', '/var/lib/monit', '/var/log', '/var/lib/redis'],
    ...[
      '/run/cdktf-sidekiq*',
      '/run/systemd',
      '/run/log',
      '/run/monit*',
      '/run/sudo',
      '/run/redis',
      '/run/user',
      '/run/dbus',
      '/run/motd*',
      '/run/utmp',
    ],
  ];
  const CHANGED = `find / /run /tmp /var/tmp -xdev \\( ${OURS.map((place) => `-path '${place}'`).join(' -o ')} -o -path /proc -o -path /sys \\) -prune -o \
    -cnewer /run/before ! -path /run ! -path /tmp ! -path '/tmp/*' ! -path /run/before ! -path /etc/systemd/system ! -path '/etc/systemd/system/*one.service' ! -path '/etc/systemd/system/*pid.service' ! -path '/etc/systemd/system/*cdktf-sidekiq-recovery.service' \
    ! -path '/etc/systemd/system/*.target.wants' ! -path /var/lib ! -path /opt ! -path /opt/link ! -path '/root/.ssh' ! -path '/root/.ssh/cdktf-sidekiq-test.sh' -print`;

  /** Deploys during a fault, and checks that nothing else on the host was changed or became readable. */
  async function tried(wanted: Bundle): Promise<Outcome> {
    await host.mustExec('touch /run/before; sleep 0.02');
    const outcome = await hand.deploy(host, wanted);
    expect(await untouched()).toEqual({ changed: '', disclosed: '', left: '' });
    expect(outcome.stderr).toBe('');
    return outcome;
  }

  async function untouched(): Promise<object> {
    // A hard link that appears and disappears changes only the ctime.
    const victim = await host.mustExec(VICTIM_NOW);
    const changed = (await host.mustExec(CHANGED)).replace(`${VICTIM}/hush\n`, '') + (victim === before ? '' : victim);
    const disclosed = await asDeploy(`timeout 20 grep -rlaI --devices=skip ${HUSH} /opt/app /tmp /var/tmp /etc /run 2>/dev/null; true`);
    const left = await host.mustExec('ls -d /run/cdktf-sidekiq-transaction.* 2>/dev/null; true');
    return { changed, disclosed, left };
  }

  /** Checks that the directory is normal again, and that the next deployment succeeds. */
  async function recovered(): Promise<void> {
    const outcome = await hand.deploy(host, bundle(`recovered ${Date.now()}`));
    expect(hand.lastLine(outcome)).toBe('deployed');
    expect(await host.mustExec(`cd ${SHARED}; stat -c '%n %F %a %U' app.env secret.env gone.env; find . -type d -name '.cdktf*'`)).toBe(
      'app.env regular file 644 deploy\nsecret.env regular file 600 root\ngone.env regular file 644 root\n',
    );
  }

  let level = 0;
  const next = (wanted?: Wanted): Bundle => bundle(String((level += 1)), wanted);

  describe.each(
    some(
      [
        ['a link to a file of root’s', `ln -sfT ${VICTIM}/hush app.env`],
        ['a link to nowhere', 'ln -sfT /etc/made-by-root app.env'],
        ['a hard link of a file that it can’t read', `ln -fT ${VICTIM}/hush app.env`],
        ['a pipe without a writer', 'rm app.env; mkfifo app.env'],
        ['a socket', `rm app.env; perl -MSocket -e 'socket(S, PF_UNIX, SOCK_STREAM, 0); bind(S, pack_sockaddr_un("app.env"))'`],
      ],
      3,
    ),
  )('puts %s in the place of a file', (_, trick) => {
    test('is replaced', async () => {
      await asDeploy(`cd ${SHARED}; ${trick}`);
      expect(hand.lastLine(await tried(next()))).toBe('deployed');
      expect(await host.mustExec(`stat -c '%F %a %U' ${SHARED}/app.env; stat -c '%a %U %h' ${VICTIM}/hush`)).toBe(
        'regular file 644 deploy\n600 root 1\n',
      );
      await recovered();
    });

    test('is restored when the deployment fails', async () => {
      await asDeploy(`cd ${SHARED}; ${trick}`);
      const kind = await host.mustExec(`stat -c '%F %a %U' ${SHARED}/app.env`);
      expect(hand.lastLine(await tried(next({ more: ['ExecStartPre=/bin/false'] })))).toMatch(/^failed, rolled back: /);
      expect(await host.mustExec(`stat -c '%F %a %U' ${SHARED}/app.env`)).toBe(kind);
      await recovered();
    });

    test('is removed when the file is no longer deployed', async () => {
      await asDeploy(`cd ${SHARED}; ${trick.replaceAll('app.env', 'gone.env')}`);
      expect(hand.lastLine(await tried(next({ files: [] })))).toBe('deployed');
      await host.mustExec(`rm -f ${SHARED}/gone.env`);
      await recovered();
    });
  });

  test('refuses a file that doesn’t fit into memory, without reading it', async () => {
    await asDeploy(`rm ${SHARED}/app.env; truncate -s 900G ${SHARED}/app.env`);
    const begun = quietNow();
    expect(hand.lastLine(await tried(next()))).toBe(
      `refused, nothing changed: cannot keep copies in /run/cdktf-sidekiq: ${SHARED}/app.env cannot be copied: it is larger than 16 MiB, or is being changed`,
    );
    expect(quietNow() - begun).toBeLessThan(30_000);
    await asDeploy(`rm ${SHARED}/app.env`);
    await recovered();
  });

  test.each([
    ['the directory', SHARED, `${SHARED}/gone.env`],
    ['one above a directory that has to be made', `${SHARED}/config`, `${SHARED}/config/new/gone.env`],
  ])('puts a link in place of %s: refused by name, also for a removal', async (_, directory, file) => {
    await asDeploy(`mkdir -p ${directory}; mv ${directory} ${directory}.away; ln -s ${VICTIM} ${directory}`);
    const line = `refused, nothing changed: ${directory} is a symbolic link that users other than root can change, to ${VICTIM}: name the directory that is meant`;
    expect(hand.lastLine(await tried(next({ files: [file] })))).toBe(line);
    if (directory === SHARED) {
      await host.mustExec('touch /run/before; sleep 0.02');
      expect(hand.lastLine(await hand.uninstall(host))).toBe(line);
      expect(await untouched()).toEqual({ changed: '', disclosed: '', left: '' });
    }
    await asDeploy(`rm ${directory}; mv ${directory}.away ${directory}`);
    await recovered();
  });

  test('follows a link that only root can change', async () => {
    await host.mustExec('mkdir -p /srv/real/sub; ln -sfT real /srv/link; ln -sfT /srv/link/sub /srv/again');
    expect(hand.lastLine(await hand.deploy(host, next({ files: ['/srv/again/x', '/var/run/cdktf-test'] })))).toBe('deployed');
    expect(await host.mustExec('ls -A /srv/real/sub /run/cdktf-test')).toBe('/run/cdktf-test\n\n/srv/real/sub:\nx\n');
    await host.mustExec('chown deploy /srv');
    expect(hand.lastLine(await tried(next({ files: ['/srv/again/x'] })))).toMatch(
      /^refused, .*: \/srv\/again is a symbolic link that users other than root/,
    );
    await host.mustExec('chown root /srv');
    await recovered();
  });

  test('ignores a link in place of a pidfile in the service’s own directory, which root doesn’t write', async () => {
    const { files } = bundleOf((stack, on) => {
      const ExecStart = Exec.command('/bin/sleep', ['infinity']);
      const service = new SystemdService(stack, 'pid', { host: on, service: { ExecStart, User: 'deploy' } });
      new PidfileHooks(stack, 'hooks', { service, path: `${SHARED}/app.env.pid` });
    });
    const withPidfile = hand.bundle({ files, services: [hand.service('pid.service', { stabilitySeconds: 0 })] });
    const deployer = { owner: 'b0000000-0000-4000-8000-00000000000b' };
    await asDeploy(`ln -s ${VICTIM}/hush ${SHARED}/app.env.pid.new`);
    await host.mustExec('touch /run/before; sleep 0.02');
    expect(hand.lastLine(await hand.deploy(host, withPidfile, deployer))).toMatch(
      /^failed, rolled back: pid\.service did not become ready/,
    );
    expect(await untouched()).toEqual({ changed: '', disclosed: '', left: '' });
    await asDeploy(`rm ${SHARED}/app.env.pid.new`);
    expect(hand.lastLine(await hand.deploy(host, withPidfile, deployer))).toBe('deployed');
    expect(await host.mustExec(`stat -c %U ${SHARED}/app.env.pid; cat ${SHARED}/app.env.pid`)).toBe(
      `deploy\n${await host.mustExec('systemctl show -P MainPID pid.service')}`,
    );
    expect(hand.lastLine(await hand.uninstall(host, deployer))).toBe('uninstalled');
    expect(await host.mustExec(`ls ${SHARED} | grep pid; true`)).toBe('');
  });

  describe('between the swap and the rollback, the application puts', () => {
    const away = `mv ${SHARED} ${SHARED}.away`;
    test.each(
      some(
        [
          ['a link in the place of the directory', `${away}; ln -s ${VICTIM} ${SHARED}`],
          ['nothing in the place of the directory', away],
          ['a pipe in the place of the directory', `${away}; mkfifo ${SHARED}`],
          ['a link in the place of a file', `ln -sfT ${VICTIM}/hush ${SHARED}/app.env`],
          ['a hard link in the place of a file', `ln -fT ${VICTIM}/hush ${SHARED}/app.env`],
          ['a directory in the place of a file', `rm ${SHARED}/app.env; mkdir -p ${SHARED}/app.env/x`],
          [
            'a link where root will make its own directory',
            `for work in /run/cdktf-sidekiq-transaction.*; do ln -sfT ${VICTIM} ${SHARED}/.cdktf-sidekiq-$\${work##*.}; done`,
          ],
          [
            'a directory where root will make its own, with a link where root will write',
            `for work in /run/cdktf-sidekiq-transaction.*; do d=${SHARED}/.cdktf-sidekiq-$\${work##*.}; mkdir $$d; ln -s ${VICTIM}/hush $$d/back; done`,
          ],
        ],
        3,
      ),
    )('%s', async (_, trick) => {
      await recovered();
      const app = await host.readFile(`${SHARED}/app.env`);
      const outcome = await tried(next(failing(trick)));
      expect(hand.lastLine(outcome)).toMatch(
        /^failed, (rolled back|and not (everything could be rolled back|all files could be put back \(.+\))): one\.service /,
      );
      if (hand.lastLine(outcome).startsWith('failed, rolled back')) expect(await host.readFile(`${SHARED}/app.env`)).toBe(app);
      await host.mustExec(`cd /opt/app; [ ! -d shared.away ] || { rm -rf shared; mv shared.away shared; }; rm -rf shared/app.env`);
      await recovered();
    });
  });

  describe('races root', () => {
    /** Number of deployments per trick; every third one fails. */
    const DEPLOYMENTS = SAMPLE ? 4 : 12;

    async function during(argv: readonly string[]): Promise<{ readonly times: number; readonly lines: readonly string[] }> {
      await host.mustExec(`rm -f ${STOP}; touch /run/before; sleep 0.02`);
      const adversary = host.exec(['timeout', '150', 'perl', ADVERSARY, STOP, ...argv], { user: 'deploy', timeout: 160_000 });
      const lines: string[] = [];
      for (let turn = 0; turn < DEPLOYMENTS; turn++) {
        const files = turn % 2 === 0 ? [`${SHARED}/new/${turn}.env`] : [`${SHARED}/gone.env`];
        const outcome = await hand.deploy(host, next({ files, more: turn % 3 === 2 ? ['ExecStartPre=/bin/false'] : [] }));
        lines.push(hand.lastLine(outcome));
      }
      await asDeploy(`touch ${STOP}`);
      const { stdout, stderr } = await adversary;
      expect(stderr).toBe('');
      expect(await untouched()).toEqual({ changed: '', disclosed: '', left: '' });
      return { times: Number(stdout), lines };
    }

    test.each([
      ['with the directory', ['exchange', SHARED, '/opt/app/link'], 1000],
      ['with the directory above', ['exchange', '/opt/app', '/opt/link'], 1000],
      ['with what root makes for itself', ['desk', SHARED, VICTIM], 1],
      ['with a file', ['file', `${SHARED}/app.env`, `${VICTIM}/hush`], 1000],
    ])('%s', async (_, argv, least) => {
      // The user owns /opt temporarily for the exchange of the directory above.
      await host.mustExec(`chown deploy /opt; ln -sfT ${VICTIM} /opt/app/link; ln -sfT ${VICTIM} /opt/link`);
      await host.mustExec(`chown -h deploy /opt/link /opt/app/link`);
      const { times, lines } = await during(argv);
      expect(times).toBeGreaterThanOrEqual(least);
      for (const line of lines) {
        expect(line).toMatch(
          /^(deployed|nothing to do|refused, nothing changed: .|failed, rolled back: .|failed, and not (everything could be rolled back|all files could be put back \(.+\)): .)/,
        );
      }
      await host.mustExec(
        `cd /opt; [ ! -L app ] || { rm app; mv link app; }; cd app; [ ! -L shared ] || { rm shared; mv link shared; }; rm -rf shared/.taken-* shared/app.env*; chown root /opt`,
      );
      await recovered();
    });
  });
});
