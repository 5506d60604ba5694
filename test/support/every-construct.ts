import type { Construct } from 'constructs';
import {
  EnvironmentFile,
  Exec,
  Host,
  HostFile,
  MonitCheck,
  MonitDaemon,
  PidfileHooks,
  PumaService,
  Secret,
  SidekiqService,
  SlackNotifier,
  SystemdService,
} from '../../lib';
import { imaginarySsh } from './stacks';

/** What each construct is given when nothing is wrong. */
export function goodProps(scope: Construct) {
  const host = new Host(scope, 'worker', { address: '192.0.2.1', ssh: imaginarySsh });
  const service = new SystemdService(scope, 'other', { host, service: { ExecStart: Exec.command('/bin/true') } });
  const pidfile = new PidfileHooks(scope, 'other-pidfile', { service });
  const all = { host, workingDirectory: '/srv/app', user: 'deploy' };
  return {
    Host: [Host, { address: '192.0.2.2', ssh: imaginarySsh }, ['platform', 'hostId', 'instanceId', 'generations']],
    HostFile: [HostFile, { host, path: '/etc/a', content: 'a\n' }, ['mode', 'user', 'group', 'adopt']],
    EnvironmentFile: [EnvironmentFile, { host, path: '/etc/b', variables: { A: 'a' } }, ['mode', 'user', 'group', 'adopt']],
    SystemdService: [
      SystemdService,
      { host, service: { ExecStart: Exec.command('/bin/true') } },
      ['unitName', 'supervisor', 'enabled', 'startWhen', 'whenStopped', 'stability', 'unit', 'install', 'adopt', 'hardening'],
    ],
    SidekiqService: [
      SidekiqService,
      { ...all, version: '7.3' },
      [
        ...[
          'unitName',
          'supervisor',
          'startWhen',
          'group',
          'environment',
          'configFile',
          'require',
          'concurrency',
          'queues',
          'tag',
          'verbose',
        ],
        ...[
          'shutdownTimeout',
          'drainTimeout',
          'startTimeout',
          'watchdog',
          'ruby',
          'memoryAllocator',
          'umask',
          'environmentVariables',
          'environmentFiles',
        ],
        ...['daemonize', 'pidfile', 'logfile', 'hardening'],
      ],
    ],
    PumaService: [PumaService, all, ['configFile', 'environment', 'ruby', 'enabled']],
    PidfileHooks: [PidfileHooks, { service }, ['path']],
    MonitCheck: [
      MonitCheck,
      { service, pidfile },
      ['matching', 'checkName', 'rules', 'whenGone', 'revive', 'restartCooldown', 'start', 'stop', 'restart', 'adopt'],
    ],
    MonitDaemon: [MonitDaemon, { host }, ['interval', 'takeOver', 'socket']],
    SlackNotifier: [SlackNotifier, { host, webhookUrl: Secret.fromHostFile('/etc/webhook') }, []],
  } as const;
}
