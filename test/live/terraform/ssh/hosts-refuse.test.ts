import type { TerraformStack } from 'cdktf';
import { describeLive } from '../../../hosts/describe-live';
import { Duration, Exec, MonitCheck, SystemdService, type Host } from '../../../../lib';
import { blocksOf } from '../../../docs/markdown';
import { TestHost } from '../../../hosts/host';
import { sleeper } from '../../../support/stacks';
import * as hand from '../../../installer/by-hand';
import { flat, row } from '../../../support/troubleshooting';
import { Attempts, FILE, isClean, timed } from './attempts';

describeLive('logged in, but', { needs: ['hosts', 'terraform'] }, () => {
  const attempts = new Attempts();
  let host: TestHost;
  beforeAll(async () => {
    host = await TestHost.boot();
  });
  afterEach(() => attempts.remove());
  afterAll(() => host.destroy());

  test('root needs no sudo, ops has it', async () => {
    await host.mustExec('mv /usr/bin/sudo /usr/bin/sudo.away');
    await attempts.succeed(host, { ssh: { user: 'root' } });
    const { messages } = await attempts.fail(host);
    expect(messages).toMatch(row('no-sudo'));
    await host.mustExec('mv /usr/bin/sudo.away /usr/bin/sudo');
    await attempts.succeed(host);
  });

  test('sudo asks for a password', async () => {
    await host.mustExec('rm /etc/sudoers.d/ops && usermod -aG sudo ops');
    const { messages } = await attempts.fail(host);
    expect(messages).toMatch(row('sudo-asks'));
    // The guide's remedy.
    const [commands] = blocksOf('docs/guides/hosts-and-ssh.md').filter(({ text }) => text.includes('sudoers'));
    await host.mustExec(commands!.text);
    await attempts.succeed(host);
  });

  test('sudo allows only some commands', async () => {
    await host.mustExec(
      'mv /etc/sudoers.d/ops /root/ops.away && gpasswd -d ops sudo && echo "ops ALL=(root) NOPASSWD: /usr/bin/systemctl" >/etc/sudoers.d/ops && chmod 0440 /etc/sudoers.d/ops',
    );
    const { messages } = await attempts.fail(host);
    expect(messages).toMatch(row('sudo-asks'));
    await host.mustExec('mv /root/ops.away /etc/sudoers.d/ops');
  });

  test('/tmp is mounted noexec: it has none of our files', async () => {
    await host.mustExec('mount -o remount,noexec /tmp && findmnt -no OPTIONS /tmp | grep -q noexec');
    await attempts.succeed(host);
    await host.mustExec('mount -o remount,exec /tmp');
  });

  test('the home directory is mounted noexec', async () => {
    await host.mustExec('mount --bind /home/ops /home/ops && mount -o remount,bind,noexec /home/ops');
    const attempt = await timed((await attempts.prepare(host)).apply());
    expect(attempt.code).not.toBe(0);
    expect(attempt.messages).toMatch(row('noexec-home'));
    // Terraform leaves a script that did not run, readable by the login user, as the row warns.
    await host.mustExec('umount /home/ops && rm ~ops/.ssh/cdktf-sidekiq-*.sh');
    await isClean(host);
  });

  test('there is no scp', async () => {
    await host.mustExec('mv /usr/bin/scp /usr/bin/scp.away');
    const { messages } = await attempts.fail(host);
    expect(messages).toMatch(row('no-scp'));
    await host.mustExec('mv /usr/bin/scp.away /usr/bin/scp');
  });

  test('the user has no ~/.ssh', async () => {
    await host.mustExec(
      'install -d /etc/ssh/keys && install -m 0644 ~ops/.ssh/authorized_keys /etc/ssh/keys/ops && mv ~ops/.ssh /root/ssh.away && echo "AuthorizedKeysFile /etc/ssh/keys/%u .ssh/authorized_keys" >/etc/ssh/sshd_config.d/00-case.conf && systemctl restart ssh',
    );
    const { messages } = await attempts.fail(host);
    expect(messages).toMatch(row('no-script-directory'));
    // The row's remedy.
    await host.mustExec('rm ~ops/.ssh && install -d -m 0700 -o ops -g ops ~ops/.ssh');
    await attempts.succeed(host);
    await host.mustExec(
      'rm -r ~ops/.ssh && mv /root/ssh.away ~ops/.ssh && rm /etc/ssh/sshd_config.d/00-case.conf && systemctl restart ssh',
    );
  });

  test('others can enter the directory of the script', async () => {
    await host.mustExec('chmod 755 ~ops/.ssh');
    const { messages } = await attempts.fail(host);
    expect(messages).toMatch(row('script-directory-open'));
    // The remedy in the refusal.
    await host.mustExec('chmod 700 /home/ops/.ssh', { user: 'ops' });
    await attempts.succeed(host);
  });

  // sshd itself refuses a key that is in such a home.
  test.each(['ops', 'root'])('others can change the directory of the script, which belongs to %s', async (owner) => {
    await host.mustExec(`install -d -o ${owner} -m 0777 /srv/deploy`);
    const { messages } = await attempts.fail(host, { ssh: { scriptDirectory: '/srv/deploy' } });
    expect(messages).toMatch(row('script-directory-writable'));
    await host.mustExec('rm -r /srv/deploy');
  });

  test('root cannot read the upload', async () => {
    await host.mustExec(
      'mkdir /etc/systemd/system/ssh.service.d && printf "[Service]\nCapabilityBoundingSet=~CAP_SYS_PTRACE\n" >/etc/systemd/system/ssh.service.d/case.conf && systemctl daemon-reload && systemctl restart ssh',
    );
    const { messages } = await attempts.fail(host);
    expect(messages).toMatch(row('upload-unreadable'));
    // The row explains that root needs no sudo.
    await attempts.succeed(host, { ssh: { user: 'root' } });
    await host.mustExec('rm -r /etc/systemd/system/ssh.service.d && systemctl daemon-reload && systemctl restart ssh');
    await attempts.succeed(host);
  });

  // Terraform always uploads a complete script of the user's own, so other cases are uploaded here.
  describe('the script', () => {
    const script = '.ssh/cdktf-sidekiq-test.sh';
    const sent = hand.scriptFor(hand.bundle({ files: [hand.file(FILE, 'arrived\n')] }));

    async function messages(uploaded: string, prepare = ':'): Promise<string> {
      await host.mustExec(['sh', '-c', `cat >${script} && chmod 0777 ${script}`], { user: 'ops', cwd: '/home/ops', input: uploaded });
      await host.mustExec(prepare);
      const { code, stdout, stderr } = await host.ssh(script, { user: 'ops' });
      expect(code).not.toBe(0);
      await host.mustExec(`rm -f /home/ops/${script}`);
      await isClean(host);
      return flat(stdout + stderr);
    }

    test('belongs to another user', async () => {
      await host.mustExec('useradd stranger');
      expect(await messages(sent, `chown stranger /home/ops/${script}`)).toMatch(row('script-of-another-user'));
    });

    test.each([
      ['within its first part', 0.01],
      ['within the program', 0.5],
      ['within the document', 0.999],
    ])('was cut short %s', async (_, part) => {
      expect(await messages(sent.slice(0, Math.floor(sent.length * part)))).toMatch(row('upload-cut-short'));
    });

    test('was changed in transit', async () => {
      expect(await messages(sent.replace('generations 5', 'generations 9'))).toMatch(row('upload-changed'));
    });
  });

  describe('the login shell prints', () => {
    const bashrc = (text: string): Promise<void> => host.writeFile('/home/ops/.bashrc', text);
    afterEach(() => host.mustExec('rm -f /home/ops/.bashrc'));

    test('a line', async () => {
      await bashrc('echo Welcome to worker-1\n');
      const { messages } = await attempts.fail(host);
      expect(messages).toMatch(row('shell-prints'));
    });

    test('an empty line, and Terraform waits forever', async () => {
      await bashrc('echo\n');
      const { messages, code } = await attempts.fail(host, { limit: 25_000 });
      expect(code).toBe(137);
      expect(messages).toMatch(row('shell-prints-nothing'));
    });

    test.each([
      ['where it stays out of the way', 'case $- in *i*) ;; *) return ;; esac\necho Welcome\n'],
      ['to stderr', 'echo Welcome >&2\n'],
    ])('%s', async (_, text) => {
      await bashrc(text);
      await attempts.succeed(host);
    });

    test('output of login shells, sshd and PAM', async () => {
      await host.writeFile('/etc/profile.d/greeting.sh', 'echo Welcome\n');
      await host.writeFile('/etc/motd', 'Welcome\n');
      await host.writeFile('/etc/issue.net', 'Welcome\n');
      await host.mustExec('echo "Banner /etc/issue.net" >/etc/ssh/sshd_config.d/00-case.conf && systemctl restart ssh');
      await attempts.succeed(host);
      await host.mustExec('rm /etc/profile.d/greeting.sh /etc/ssh/sshd_config.d/00-case.conf && systemctl restart ssh');
    });
  });

  test('the connection is lost during the deployment, which finishes', async () => {
    const directory = await attempts.prepare(host, { add: (stack, on) => sleeper(stack, 'slow', on) });
    // Slow to start, so that the connection can be cut in the middle.
    const applied = timed(directory.apply());
    await host.until('systemctl is-active --quiet slow.service');
    await host.mustExec(`kill $(ps -C sshd -o pid=,args= | sed -n 's/^ *\\([0-9]*\\) sshd: ops@.*/\\1/p')`);
    const attempt = await applied;
    expect(attempt.code).not.toBe(0);
    expect(attempt.messages).toMatch(row('connection-lost'));
    await host.until(`ls ${FILE} >/dev/null 2>&1 && ! ls -d /run/cdktf-sidekiq-transaction.* >/dev/null 2>&1`);
    const again = await timed(directory.apply());
    expect(again).toMatchObject({ code: 0, messages: expect.stringContaining('nothing to do') as string });
    expect(await timed(directory.destroy())).toMatchObject({ code: 0 });
    await isClean(host);
  });

  describe('the host is not ready', () => {
    const service = (User: string) => (stack: TerraformStack, on: Host) =>
      new SystemdService(stack, 'app', {
        host: on,
        stability: Duration.seconds(1),
        service: { ExecStart: Exec.command('/bin/sleep', ['1000']), User },
      });

    test('a user is missing', async () => {
      expect((await attempts.fail(host, { add: service('nobody-yet') })).messages).toMatch(row('user-missing'));
    });

    test('Monit is missing', async () => {
      await host.mustExec('mv /usr/bin/monit /usr/bin/monit.away');
      const add = (stack: TerraformStack, on: Host): void => {
        new MonitCheck(stack, 'check', { service: sleeper(stack, 'app', on), matching: 'sleep' });
      };
      expect((await attempts.fail(host, { add })).messages).toMatch(row('monit-missing'));
      await host.mustExec('mv /usr/bin/monit.away /usr/bin/monit');
    });

    test('a file already exists', async () => {
      await host.writeFile('/etc/systemd/system/app.service', '[Service]\nExecStart=/bin/true\n');
      const add = (stack: TerraformStack, on: Host): void => void sleeper(stack, 'app', on);
      expect((await attempts.fail(host, { add })).messages).toMatch(row('file-in-the-way'));
      await host.mustExec('rm /etc/systemd/system/app.service');
    });

    test('another stack is deployed', async () => {
      const add = (stack: TerraformStack, on: Host): void => void sleeper(stack, 'app', on);
      const first = await attempts.prepare(host, { add });
      expect(await timed(first.apply())).toMatchObject({ code: 0 });
      const [same, other] = [await attempts.prepare(host, { add }), await attempts.prepare(host)];
      expect((await timed(same.apply())).messages).toMatch(row('other-stack'));
      expect((await timed(other.apply())).messages).toMatch(row('path-taken'));
      expect(await timed(first.destroy())).toMatchObject({ code: 0 });
      await isClean(host);
    });
  });
});
