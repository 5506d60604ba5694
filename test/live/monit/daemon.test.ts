import { TerraformVariable } from 'cdktf';
import {
  alert,
  Duration,
  Host,
  MonitDaemon,
  MonitDirectoryCheck,
  MonitFifoCheck,
  MonitFileCheck,
  MonitFilesystemCheck,
  MonitHostCheck,
  MonitNetworkCheck,
  MonitProgramCheck,
  MonitSystemCheck,
  Percent,
  Secret,
  Size,
  when,
} from '../../../lib';
import { describeLive } from '../../hosts/describe-live';
import { eventually } from '../../hosts/eventually';
import { TerraformDirectory } from '../../hosts/terraform';
import { sshTo } from '../../support/stacks';
import { MailServer } from '../programs/notifiers/receivers';
import { deployFrom, onHost, Watched } from './supervision/watched';

/** A password of characters that are special in a control file. */
const PASSWORD = ` a"b' \\c/d\\0x41é `;

describeLive('Monit and checks of every kind', { needs: ['hosts', 'terraform'] }, () => {
  test('are deployed to a host whose Monit is an init script and includes another directory', () =>
    onHost('bookworm', async (host) => {
      const mail = new MailServer();
      const port = await mail.listen(host.gateway);
      const directory = TerraformDirectory.create('{}', { env: { TF_VAR_mail_password: PASSWORD } });
      try {
        // As on Red Hat.
        await host.mustExec("mkdir /etc/monit.d; echo 'include /etc/monit.d/*' >>/etc/monit/monitrc");
        await host.mustExec(
          'mkfifo /run/app.pipe; printf "#!/bin/sh\\necho all is well\\n" >/usr/local/bin/look; chmod +x /usr/local/bin/look',
        );
        const monit = new Watched(host, 2, 'monit.service');
        await deployFrom(directory, (stack) => {
          const target = new Host(stack, 'worker-1', { address: host.address, ssh: sshTo(host) });
          const password = new TerraformVariable(stack, 'mail_password', { type: 'string', sensitive: true });
          new MonitDaemon(stack, 'monit-daemon', {
            host: target,
            interval: Duration.seconds(2),
            startDelay: Duration.seconds(1),
            takeOver: true,
            includeDirectory: '/etc/monit.d',
            mail: {
              servers: [{ host: host.gateway, port, username: 'monit', password: Secret.fromVariable(password) }],
              format: { from: { address: 'monit@example.com' }, subject: 'from $HOST: $SERVICE' },
            },
            alerts: [{ mail: 'ops@example.com', events: { only: ['size'] } }],
            limits: { programOutput: Size.kibibytes(1) },
            eventQueue: { directory: '/var/lib/monit/events', slots: 10 },
            nativeUnit: true,
          });
          const here = { host: target, groups: ['all'] };
          const of = { path: '/run', rules: [when.uid.isNot(0).do(alert())] };
          const runs = new MonitDirectoryCheck(stack, 'directory', { ...here, ...of });
          new MonitFileCheck(stack, 'file', {
            ...here,
            path: '/run/watched',
            dependsOn: [runs],
            whenGone: { action: 'start' },
            start: { argv: ['/usr/bin/touch', '/run/watched'] },
            rules: [when.size.above(Size.bytes(3)).do(alert())],
          });
          new MonitFifoCheck(stack, 'fifo', { ...here, path: '/run/app.pipe' });
          new MonitFilesystemCheck(stack, 'filesystem', { ...here, path: '/run', rules: [when.space.above(Percent.of(90)).do(alert())] });
          const ssh = when.failed.port(22, { protocol: 'ssh' }).do(alert());
          new MonitHostCheck(stack, 'host', { ...here, address: '127.0.0.1', rules: [ssh] });
          new MonitNetworkCheck(stack, 'network', { ...here, address: host.address, rules: [when.link.isDown().do(alert())] });
          const program = { argv: ['/usr/local/bin/look'] };
          new MonitProgramCheck(stack, 'program', { ...here, program, rules: [when.status.notEqual(0).do(alert())] });
          new MonitSystemCheck(stack, 'system', { ...here, rules: [when.loadAverage(1).above(1000).do(alert())] });
        });

        const kinds = ['directory', 'fifo', 'filesystem', 'host', 'network', 'program', host.name, 'file'];
        for (const kind of kinds) await monit.untilMonitSees(kind, 30);
        expect(await host.mustExec('monit -B -g all summary')).toEqual(expect.stringMatching(/file .*OK .*File/));
        expect(await host.mustExec('stat -c %a /etc/monit.d/cdktf-sidekiq-settings')).toBe('600\n');

        // The mail shows that Monit read the password unchanged.
        await host.mustExec('echo too large >/run/watched');
        const session = await eventually(() => mail.sessions.find((lines) => lines.includes('DATA') && lines.includes('.')), {
          what: 'a mail',
          seconds: 40,
        });
        expect(session).toContain(`Subject: from ${host.name}: file`);
        const login = session.find((line) => line.startsWith('AUTH PLAIN '))!.slice('AUTH PLAIN '.length);
        expect(Buffer.from(login, 'base64').toString('utf8')).toBe(`\0monit\0${PASSWORD}`);

        await monit.kill();
        await monit.until({ active: 'active', restarts: 1 }, 30);
        await monit.untilMonitSees('directory', 30);

        const { code, output } = await directory.destroy();
        expect({ code, output }).toMatchObject({ code: 0 });
        expect(await host.mustExec('systemctl show -P FragmentPath monit.service')).toMatch(/^\/run\/systemd\/generator/);
        expect((await host.exec('pgrep -x monit')).code).toBe(0);
      } finally {
        mail.close();
        directory.remove();
      }
    }));
});
