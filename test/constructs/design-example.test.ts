import { NullProvider } from '@cdktf/provider-null/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import type { Construct } from 'constructs';
import {
  Host,
  HostKeys,
  MonitCheck,
  Percent,
  PidfileHooks,
  Platform,
  PrivateKey,
  restart,
  Secret,
  SidekiqService,
  Size,
  SlackNotifier,
  when,
} from '../../lib';
import { collectIssues, hostFiles } from '../../lib/testing';
import { knownHosts, testApp } from '../support/stacks';

// The program at the beginning of the design, verbatim except for the path of known_hosts.
const KNOWN_HOSTS = knownHosts('203.0.113.10');

class Workers extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new NullProvider(this, 'null');

    const ssh = { user: 'ops', privateKey: PrivateKey.fromFile('~/.ssh/ops'), hostKeys: HostKeys.fromKnownHosts(KNOWN_HOSTS) };
    const host = new Host(this, 'worker-1', { address: '203.0.113.10', ssh, platform: Platform.DEBIAN_12 });

    const sidekiq = new SidekiqService(this, 'sidekiq', {
      host,
      version: '6.5',
      workingDirectory: '/opt/myapp/current',
      configFile: '/opt/myapp/shared/config/sidekiq.yml',
      environment: 'production',
      user: 'deploy',
    });
    const pidfile = new PidfileHooks(this, 'pidfile', { service: sidekiq, path: '/opt/myapp/shared/pids/sidekiq.pid' });
    const slack = new SlackNotifier(this, 'slack', { host, webhookUrl: Secret.fromHostFile('/etc/myapp/slack-webhook') });

    new MonitCheck(this, 'monit', {
      service: sidekiq,
      pidfile,
      rules: [
        when.totalMemory.above(Size.mebibytes(800)).forCycles(3).do(restart()),
        when.cpuPerCore.above(Percent.of(65)).forCycles(2).do(slack.notify()).onRecovery(slack.notify()),
        when.pid.changes().do(slack.notify()), // The post's rule. An info reports that every deployment fires it.
      ],
    });
  }
}

const stack = new Workers(testApp(), 'workers');

test('synthesizes, and reports two infos', () => {
  expect(JSON.parse(Testing.synth(stack, true))).toHaveProperty('resource.null_resource.worker-1');
  expect(collectIssues(stack).map(({ severity, code, path }) => `${severity} ${code} (${path})`)).toEqual([
    'info service/pidfile-in-application (workers/pidfile)',
    'info monit/changed-pid-fires-on-deploy (workers/monit)',
  ]);
});

const files = hostFiles(stack)['worker-1']!;

test('the files on the host', () => {
  expect(Object.keys(files)).toMatchInlineSnapshot(`
   [
     "/etc/monit/conf.d/cdktf-sidekiq-socket",
     "/etc/monit/conf.d/sidekiq",
     "/etc/systemd/system/sidekiq-start-when.path",
     "/etc/systemd/system/sidekiq-start-when.service",
     "/etc/systemd/system/sidekiq.service",
     "/usr/local/lib/cdktf-sidekiq/sidekiq.service/guard",
     "/usr/local/lib/cdktf-sidekiq/sidekiq.service/start-when",
     "/usr/local/lib/cdktf-sidekiq/workers-slack/notify",
     "/usr/local/lib/cdktf-sidekiq/workers-slack/send",
     "/usr/local/lib/cdktf-sidekiq/workers-slack/settings",
   ]
  `);
});

test('the unit file', () => {
  expect(files['/etc/systemd/system/sidekiq.service']).toMatchInlineSnapshot(`
   "[Unit]
   Description=Sidekiq (sidekiq)
   Documentation=https://github.com/sidekiq/sidekiq/wiki
   Wants=network-online.target
   After=network-online.target
   StartLimitIntervalSec=0s
   ConditionPathExists=/opt/myapp/current/Gemfile

   [Service]
   Type=notify
   ExecStart=/usr/bin/bundle exec sidekiq -e production -C /opt/myapp/shared/config/sidekiq.yml -t 25
   ExecStartPost=/bin/sh -c "umask 022; printf \\"%%s\\\\n\\" \\"$$MAINPID\\" >\\"$$1.new\\" && mv -f \\"$$1.new\\" \\"$$1\\"" pidfile /opt/myapp/shared/pids/sidekiq.pid
   ExecReload=/bin/kill -TSTP \${MAINPID}
   ExecStopPost=/bin/rm -f /opt/myapp/shared/pids/sidekiq.pid
   Restart=always
   RestartSec=5s
   TimeoutStartSec=90s
   TimeoutStopSec=45s
   WatchdogSec=30s
   User=deploy
   WorkingDirectory=/opt/myapp/current
   UMask=0027
   Environment=MALLOC_ARENA_MAX=2
   SyslogIdentifier=sidekiq

   [Install]
   WantedBy=multi-user.target
   "
  `);
});

test('the control file', () => {
  expect(files['/etc/monit/conf.d/sidekiq']).toMatchInlineSnapshot(`
   "check process "sidekiq" with pidfile "/opt/myapp/shared/pids/sidekiq.pid"
     start program = "/bin/systemctl start sidekiq.service" with timeout 100 seconds
     stop program = "/bin/systemctl stop sidekiq.service" with timeout 55 seconds
     restart program = "/usr/local/lib/cdktf-sidekiq/sidekiq.service/guard restart sidekiq.service 600" with timeout 145 seconds
     if does not exist for 2 cycles then alert
     if totalmem > 800 MB for 3 cycles then restart
     if cpu > 65% per core for 2 cycles then exec "/usr/local/lib/cdktf-sidekiq/workers-slack/notify" else if succeeded then exec "/usr/local/lib/cdktf-sidekiq/workers-slack/notify"
     if changed pid then exec "/usr/local/lib/cdktf-sidekiq/workers-slack/notify"
   "
  `);
});
