import type { TerraformStack } from 'cdktf';
import { Duration, Exec, exec, Host, MonitCheck, Percent, restart, Size, SystemdService, when, type HostProps } from '../../lib';

const PIDFILE = '/opt/myapp/shared/pids/sidekiq.pid';

/** The unit and the check of the post "Sidekiq process in production with Systemd and Monit", as constructs. */
export function postStack(stack: TerraformStack, host: Pick<HostProps, 'address' | 'ssh' | 'platform'>): void {
  const worker = new Host(stack, 'worker-1', host);

  const sidekiq = new SystemdService(stack, 'sidekiq', {
    host: worker,
    // systemd's default. The default of SystemdService is no start limit.
    unit: { Description: 'sidekiq', After: ['syslog.target', 'network.target'], StartLimitIntervalSec: Duration.seconds(10) },
    service: {
      Type: 'simple',
      WorkingDirectory: '/opt/myapp/current',
      ExecStart: Exec.command('/usr/local/bin/bundle', [
        ...['exec', 'sidekiq', '-C', '/opt/myapp/shared/config/sidekiq.yml', '-e', 'production'],
      ]),
      ExecStop: Exec.command('/bin/kill', ['-TSTP', Exec.envWords('MAINPID')]),
      ExecStartPost: Exec.command('/bin/sh', ['-c', `/bin/echo $MAINPID > ${PIDFILE}`]),
      ExecStopPost: Exec.command('/bin/sh', ['-c', `rm ${PIDFILE}`]),
      User: 'deploy',
      Group: 'deploy',
      UMask: '0002',
      Environment: { MALLOC_ARENA_MAX: '2' },
      RestartSec: Duration.seconds(10),
      Restart: 'on-failure',
      StandardOutput: 'syslog',
      StandardError: 'syslog',
      SyslogIdentifier: 'sidekiq',
    },
  });

  const asDeploy = (verb: string) => ({
    argv: ['/bin/bash', '-l', '-c', `sudo systemctl ${verb} sidekiq`],
    uid: 'deploy',
    gid: 'deploy',
    timeout: Duration.seconds(20),
  });
  const notify = exec(['/etc/monit/slack_notifier.sh']);
  new MonitCheck(stack, 'monit', {
    service: sidekiq,
    pidfile: PIDFILE,
    start: asDeploy('start'),
    stop: asDeploy('stop'),
    restart: 'stop-start',
    rules: [
      // Monit's default without a rule about a missing process.
      when.doesNotExist().do(restart()),
      when.totalMemory.above(Size.mebibytes(800)).forCycles(3).do(restart()),
      when.pid.changes().do(notify),
      when.cpu.above(Percent.of(65)).forCycles(2).do(notify).onRecovery(notify),
    ],
  });
}
