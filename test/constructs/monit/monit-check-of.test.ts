import {
  alert,
  exec,
  type MonitCheckBase,
  MonitDirectoryCheck,
  MonitFifoCheck,
  MonitFileCheck,
  MonitFilesystemCheck,
  MonitHostCheck,
  MonitNetworkCheck,
  MonitProgramCheck,
  MonitSystemCheck,
  Percent,
  Size,
  when,
  type Host,
} from '../../../lib';
import type { TerraformStack } from 'cdktf';
import { bundleOf } from '../../support/bundles';
import { codesRaised, filesOf } from '../../support/units';

type Make = (stack: TerraformStack, host: Host) => MonitCheckBase;

const kinds: Readonly<Record<string, Make>> = {
  file: (stack, host) =>
    new MonitFileCheck(stack, 'it', {
      host,
      path: '/var/log/app.log',
      ignoreContent: [{ operator: '=', pattern: 'DEBUG' }],
      rules: [when.size.above(Size.gibibytes(1)).do(alert()), when.content.matches('FATAL').do(alert())],
    }),
  directory: (stack, host) =>
    new MonitDirectoryCheck(stack, 'it', { host, path: '/srv/uploads', rules: [when.uid.isNot('deploy').do(alert())] }),
  fifo: (stack, host) =>
    new MonitFifoCheck(stack, 'it', { host, path: '/run/app.pipe', rules: [when.permission.isNot('0600').do(alert())] }),
  filesystem: (stack, host) =>
    new MonitFilesystemCheck(stack, 'it', { host, path: '/', rules: [when.space.above(Percent.of(90)).do(alert())] }),
  host: (stack, host) =>
    new MonitHostCheck(stack, 'it', {
      host,
      address: 'redis.example.com',
      rules: [when.failed.port(6379, { protocol: 'redis' }).forCycles(2).do(alert())],
    }),
  network: (stack, host) => new MonitNetworkCheck(stack, 'it', { host, interface: 'eth0', rules: [when.link.isDown().do(alert())] }),
  program: (stack, host) =>
    new MonitProgramCheck(stack, 'it', {
      host,
      program: { argv: ['/usr/local/bin/backup-age', '26 h'] },
      rules: [when.status.notEqual(0).do(alert())],
    }),
  system: (stack, host) =>
    new MonitSystemCheck(stack, 'it', {
      host,
      checkName: 'it',
      rules: [when.loadAverage(5).above(8).do(alert()), when.memory.above(Percent.of(90)).do(alert())],
    }),
};

test('the control file of each kind of check', () => {
  const texts = Object.entries(kinds).map(([, make]) => filesOf(make)['/etc/monit/conf.d/it']);
  expect(texts.join('\n')).toMatchInlineSnapshot(`
   "check file "it" with path "/var/log/app.log"
     ignore content = "DEBUG"
     if does not exist then alert
     if size > 1 GB then alert
     if content = "FATAL" then alert

   check directory "it" with path "/srv/uploads"
     if does not exist then alert
     if failed uid "deploy" then alert

   check fifo "it" with path "/run/app.pipe"
     if does not exist then alert
     if failed permission 0600 then alert

   check filesystem "it" with path "/"
     if does not exist then alert
     if space > 90% then alert

   check host "it" with address "redis.example.com"
     if failed port 6379 protocol redis for 2 cycles then alert

   check network "it" with interface "eth0"
     if link down then alert

   check program "it" with path "/usr/local/bin/backup-age '26 h'"
     if status != 0 then alert

   check system "it"
     if loadavg(5min) > 8 then alert
     if memory > 90% then alert
   "
  `);
});

describe.each(Object.entries(kinds))('a check of a %s', (_, make) => {
  test('claims its name, has a file that only root can read, and adds the socket', () => {
    const { files, checks } = bundleOf(make);
    expect(checks).toEqual(['it']);
    expect(files.map(({ path, mode, kind }) => `${mode} ${kind} ${path}`)).toEqual([
      '0600 monit-httpd /etc/monit/conf.d/cdktf-sidekiq-socket',
      '0600 monit /etc/monit/conf.d/it',
    ]);
  });

  test('takes more rules after its creation', () => {
    const files = filesOf((stack, host) => make(stack, host).addRules(when.restarts(3, { within: 5 }).do({ action: 'unmonitor' })));
    expect(files['/etc/monit/conf.d/it']).toMatch(/\n {2}if 3 restarts within 5 cycles then unmonitor\n$/);
  });
});

test('all options of a check', () => {
  const files = filesOf((stack, host) => {
    const other = new MonitFileCheck(stack, 'config', { host, path: '/etc/app.conf', checkName: 'app-config' });
    new MonitDirectoryCheck(stack, 'it', {
      host,
      path: '/srv/app',
      groups: ['app'],
      dependsOn: [other, 'mounts'],
      every: { cycles: 5 },
      mode: 'active',
      onReboot: 'laststate',
      alerts: [{ mail: 'ops@example.com', events: { only: ['nonexist'] } }],
      noAlerts: ['boss@example.com'],
      start: { argv: ['/usr/local/bin/make-it'] },
      whenGone: { action: 'start' },
    });
  });
  expect(files['/etc/monit/conf.d/it']).toMatchInlineSnapshot(`
   "check directory "it" with path "/srv/app"
     start program = "/usr/local/bin/make-it"
     every 5 cycles
     mode active
     onreboot laststate
     group "app"
     depends on "app-config"
     depends on "mounts"
     alert ops@example.com only on { nonexist }
     noalert boss@example.com
     if does not exist then start
   "
  `);
});

test('a rule with doesNotExist replaces the default one', () => {
  const files = filesOf(
    (stack, host) =>
      new MonitFileCheck(stack, 'it', {
        host,
        path: '/a',
        rules: [
          when
            .doesNotExist()
            .forCycles(3)
            .do(exec(['/bin/true'])),
        ],
      }),
  );
  expect(files['/etc/monit/conf.d/it']).toBe('check file "it" with path "/a"\n  if does not exist for 3 cycles then exec "/bin/true"\n');
});

test('an issue of the whenGone action is reported once', () => {
  expect(codesRaised((stack, host) => new MonitFileCheck(stack, 'it', { host, path: '/a', whenGone: exec(['/bin/true', 'a\0']) }))).toEqual(
    ['monit/unrepresentable-text'],
  );
});

test('a system check has the host’s own name, which Monit fills in and the check doesn’t claim', () => {
  const { files, checks } = bundleOf(
    (stack, host) => new MonitSystemCheck(stack, 'load', { host, rules: [when.loadAverage(5).above(8).do(alert())] }),
  );
  expect(checks).toEqual([]);
  expect(files.find(({ path }) => path === '/etc/monit/conf.d/load')!.lines[0]).toBe('check system "$HOST"');
});
