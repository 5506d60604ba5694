import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Exec, ServiceUnit } from '../../lib/systemd';
import { Duration } from '../../lib/values';

const FILE = path.resolve(__dirname, '../../../shared/blog-post.txt');

/** The blog post's unit file as its author wrote it; undefined if the post isn't next to this repository. */
export function postText(): string | undefined {
  if (!existsSync(FILE)) return undefined;
  return /\[Unit\][\s\S]*?WantedBy=multi-user\.target\n/.exec(readFileSync(FILE, 'utf8'))![0];
}

/** The same unit, built with our types. */
export function postUnit(): ServiceUnit {
  const unit = new ServiceUnit('sidekiq.service');
  const pidfile = '/opt/myapp/shared/pids/sidekiq.pid';
  unit.unit.set({ Description: 'sidekiq', After: ['syslog.target', 'network.target'] });
  unit.service.set({
    Type: 'simple',
    WorkingDirectory: '/opt/myapp/current',
    ExecStart: Exec.command('/usr/local/bin/bundle', ['exec', 'sidekiq', '-C', '/opt/myapp/shared/config/sidekiq.yml', '-e', 'production']),
    ExecStop: Exec.command('/bin/kill', ['-TSTP', Exec.envWords('MAINPID')]),
    ExecStartPost: Exec.command('/bin/sh', ['-c', `/bin/echo $MAINPID > ${pidfile}`]),
    ExecStopPost: Exec.command('/bin/sh', ['-c', `rm ${pidfile}`]),
    User: 'deploy',
    Group: 'deploy',
    UMask: '0002',
    Environment: { MALLOC_ARENA_MAX: '2' },
    RestartSec: Duration.seconds(10),
    Restart: 'on-failure',
    StandardOutput: 'syslog',
    StandardError: 'syslog',
    SyslogIdentifier: 'sidekiq',
  });
  unit.install.set({ WantedBy: 'multi-user.target' });
  return unit;
}
