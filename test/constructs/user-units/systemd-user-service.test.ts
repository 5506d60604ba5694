import { Duration, EnvironmentFile, Exec, SystemdUserManager, SystemdUserService } from '../../../lib';
import { bundleOf } from '../../support/bundles';

test('has a unit only for its user, and a system unit that represents it', () => {
  const { files, services, requires } = bundleOf((stack, host) => {
    const manager = new SystemdUserManager(stack, 'manager', { host, user: 'deploy' });
    const service = new SystemdUserService(stack, 'jobs', {
      manager,
      startWhen: '/srv/app/Gemfile',
      service: { ExecStart: Exec.command('/srv/app/work'), TimeoutStopSec: Duration.seconds(45) },
    });
    service.addEnvironmentFile(new EnvironmentFile(stack, 'env', { host, path: '/etc/worker.env', variables: { A: 'a' }, user: 'deploy' }));
  });
  const texts = files.filter(({ path }) => !/\/(user-unit|start-when)$/.test(path));
  expect(texts.map(({ path, kind, lines }) => `# ${path} (${kind})\n${lines.join('\n')}`).join('\n')).toMatchInlineSnapshot(`
   "# /etc/systemd/system/user-deploy-jobs-start-when.path (unit)
   [Unit]
   Description=Waits for /srv/app/Gemfile
   Before=user-deploy-jobs.service

   [Path]
   PathChanged=/srv/app/Gemfile

   [Install]
   WantedBy=multi-user.target

   # /etc/systemd/system/user-deploy-jobs-start-when.service (unit)
   [Unit]
   Description=Starts user-deploy-jobs when /srv/app/Gemfile is there
   StartLimitIntervalSec=0s

   [Service]
   Type=oneshot
   ExecStart=/usr/local/lib/cdktf-sidekiq/user-deploy-jobs.service/start-when /srv/app/Gemfile enabled user-deploy-jobs.service deploy/jobs.service

   # /etc/systemd/system/user-deploy-jobs.service (unit)
   [Unit]
   Description=jobs.service of deploy
   Wants=network-online.target
   After=network-online.target systemd-logind.service
   StartLimitIntervalSec=0s
   ConditionPathExists=/srv/app/Gemfile

   [Service]
   Type=oneshot
   RemainAfterExit=yes
   ExecStart=/usr/local/lib/cdktf-sidekiq/user-deploy-jobs.service/user-unit start deploy jobs.service 3 keep
   ExecStopPost=/usr/local/lib/cdktf-sidekiq/user-deploy-jobs.service/user-unit stop deploy jobs.service
   Restart=on-failure
   RestartSec=5s
   TimeoutStartSec=193s
   TimeoutStopSec=145s
   User=root
   SyslogIdentifier=user-deploy-jobs

   [Install]
   WantedBy=multi-user.target

   # /etc/systemd/user/default.target.d/jobs.conf (plain)
   [Unit]
   Wants=jobs.service

   # /etc/systemd/user/jobs.service (user-unit)
   [Unit]
   StartLimitIntervalSec=0s
   ConditionPathExists=/srv/app/Gemfile
   ConditionUser=deploy

   [Service]
   ExecStart=/srv/app/work
   Restart=always
   RestartSec=5s
   TimeoutStopSec=45s
   EnvironmentFile=/etc/worker.env

   # /etc/worker.env (plain)
   A="a"

   # /var/lib/systemd/linger/deploy (plain)
   "
  `);
  expect(services).toMatchInlineSnapshot(`
   [
     {
       "enabled": true,
       "restartOn": [],
       "stabilitySeconds": 0,
       "startSeconds": 90,
       "stopSeconds": 90,
       "unit": "user-deploy-jobs-start-when.path",
       "whenStopped": "keep",
     },
     {
       "enabled": true,
       "restartOn": [
         "/etc/systemd/user/default.target.d/jobs.conf",
         "/etc/systemd/user/jobs.service",
         "/etc/worker.env",
         "/usr/local/lib/cdktf-sidekiq/user-deploy-jobs.service/user-unit",
       ],
       "stabilitySeconds": 0,
       "startSeconds": 193,
       "startWhen": "/srv/app/Gemfile",
       "stopSeconds": 145,
       "unit": "user-deploy-jobs.service",
       "whenStopped": "keep",
     },
   ]
  `);
  expect(requires).toMatchInlineSnapshot(`
   {
     "files": [],
     "groups": [
       "root",
     ],
     "monit": undefined,
     "monitIntervalSeconds": undefined,
     "programs": [
       "loginctl",
       "setpriv",
     ],
     "systemd": "252",
     "users": [
       "deploy",
       "root",
     ],
   }
  `);
});

test('without `enabled` and lingering, only its user starts it', () => {
  const { files, services } = bundleOf((stack, host) => {
    const manager = new SystemdUserManager(stack, 'manager', { host, user: 'deploy', linger: false });
    new SystemdUserService(stack, 'jobs', {
      manager,
      enabled: false,
      whenStopped: 'start',
      service: { ExecStart: Exec.command('/srv/app/work') },
    });
  });
  expect(files.map(({ path }) => path)).toEqual([
    '/etc/systemd/system/user-deploy-jobs.service',
    '/etc/systemd/user/jobs.service',
    '/usr/local/lib/cdktf-sidekiq/user-deploy-jobs.service/user-unit',
  ]);
  expect(services).toMatchObject([{ unit: 'user-deploy-jobs.service', enabled: false, whenStopped: 'start' }]);
});
