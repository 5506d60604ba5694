import type { Construct } from 'constructs';
import {
  alert,
  CommandNotifier,
  Duration,
  EnvironmentFile,
  Exec,
  GoodJobService,
  Host,
  HostFile,
  MailNotifier,
  MonitCheck,
  MonitDaemon,
  MonitDirectoryCheck,
  MonitFifoCheck,
  MonitFileCheck,
  MonitFilesystemCheck,
  MonitHostCheck,
  MonitNetworkCheck,
  MonitProgramCheck,
  MonitSystemCheck,
  PidfileHooks,
  PumaService,
  Secret,
  SidekiqService,
  SidekiqUserService,
  SlackNotifier,
  SolidQueueService,
  SystemdDropIn,
  SystemdService,
  SystemdSlice,
  SystemdSocket,
  SystemdTarget,
  SystemdTimer,
  SystemdUserManager,
  SystemdUserService,
  WebhookNotifier,
  when,
} from '../../lib';
import { imaginarySsh } from './stacks';

/** Returns valid properties for each kind of construct. */
export function goodProps(scope: Construct) {
  const host = new Host(scope, 'worker', { address: '192.0.2.1', ssh: imaginarySsh });
  // Runs Sidekiq, so that every ready-made rule is valid for it.
  const service = new SystemdService(scope, 'other', {
    host,
    service: { ExecStart: Exec.command('/usr/bin/bundle', ['exec', 'sidekiq']) },
  });
  const pidfile = new PidfileHooks(scope, 'other-pidfile', { service });
  const all = { host, workingDirectory: '/srv/app', user: 'deploy' };
  const options = ['checkName', 'groups', 'dependsOn', 'every', 'mode', 'onReboot', 'alerts', 'noAlerts', 'adopt'];
  const programs = ['start', 'stop', 'restart'];
  const ofPath = [...options, ...programs, 'whenGone', 'rules'];
  const manager = new SystemdUserManager(scope, 'other-manager', { host, user: 'deploy', linger: false });
  const sidekiq = [
    ...['environment', 'configFile', 'require', 'concurrency', 'queues', 'tag', 'verbose', 'shutdownTimeout', 'startTimeout', 'watchdog'],
    ...['ruby', 'memoryAllocator', 'umask', 'environmentVariables', 'environmentFiles', 'daemonize', 'pidfile', 'logfile'],
  ];
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
      [...['unitName', 'supervisor', 'startWhen', 'group', 'drainTimeout', 'hardening'], ...sidekiq],
    ],
    PumaService: [PumaService, all, ['configFile', 'environment', 'ruby', 'enabled']],
    GoodJobService: [GoodJobService, all, ['queues', 'shutdownTimeout', 'environment', 'environmentVariables']],
    SolidQueueService: [SolidQueueService, all, ['configFile', 'shutdownTimeout', 'environment', 'umask']],
    SystemdUserManager: [SystemdUserManager, { host, user: 'other' }, ['linger', 'adopt']],
    SystemdUserService: [
      SystemdUserService,
      { manager, service: { ExecStart: Exec.command('/bin/true') } },
      ['unitName', 'enabled', 'startWhen', 'whenStopped', 'stability', 'unit', 'adopt'],
    ],
    SidekiqUserService: [
      SidekiqUserService,
      { manager, version: '7.3', workingDirectory: '/srv/app' },
      ['unitName', 'enabled', 'startWhen', 'whenStopped', 'stability', 'adopt', ...sidekiq],
    ],
    SystemdTimer: [
      SystemdTimer,
      { host, timer: { OnBootSec: [Duration.minutes(5)] }, service: { ExecStart: Exec.command('/bin/true'), User: 'deploy' } },
      ['unitName', 'unit', 'enabled', 'adopt'],
    ],
    SystemdSocket: [SystemdSocket, { service, socket: { ListenStream: ['/run/other.sock'] } }, ['unitName', 'unit', 'enabled', 'adopt']],
    SystemdSlice: [SystemdSlice, { host }, ['unitName', 'unit', 'slice', 'adopt']],
    SystemdTarget: [SystemdTarget, { host }, ['unitName', 'unit', 'enabled', 'adopt']],
    SystemdDropIn: [
      SystemdDropIn,
      { host, unitName: 'redis-server.service' },
      ['fileName', 'unit', 'service', 'socket', 'timer', 'slice', 'mount', 'path', 'restart'],
    ],
    PidfileHooks: [PidfileHooks, { service }, ['path']],
    MonitCheck: [MonitCheck, { service, pidfile }, ['matching', 'rules', 'whenGone', 'revive', 'restartCooldown', ...programs, ...options]],
    MonitFileCheck: [MonitFileCheck, { host, path: '/etc/a' }, ['ignoreContent', ...ofPath]],
    MonitDirectoryCheck: [MonitDirectoryCheck, { host, path: '/etc' }, ofPath],
    MonitFifoCheck: [MonitFifoCheck, { host, path: '/run/a' }, ofPath],
    MonitFilesystemCheck: [MonitFilesystemCheck, { host, path: '/' }, ofPath],
    MonitHostCheck: [
      MonitHostCheck,
      { host, address: 'redis.example.com', rules: [when.failed.port(6379).do(alert())] },
      [...options, ...programs],
    ],
    MonitNetworkCheck: [MonitNetworkCheck, { host, interface: 'eth0' }, ['address', 'rules', ...options, ...programs]],
    MonitProgramCheck: [
      MonitProgramCheck,
      { host, program: { argv: ['/bin/true'] }, rules: [when.status.notEqual(0).do(alert())] },
      [...options, ...programs],
    ],
    MonitSystemCheck: [MonitSystemCheck, { host }, ['rules', ...options, ...programs]],
    MonitDaemon: [
      MonitDaemon,
      { host },
      ['interval', 'takeOver', 'startDelay', 'socket', 'includeDirectory', 'mail', 'alerts', 'limits', 'eventQueue', 'nativeUnit'],
    ],
    SlackNotifier: [SlackNotifier, { host, webhookUrl: Secret.fromHostFile('/etc/webhook') }, ['interval']],
    WebhookNotifier: [WebhookNotifier, { host, webhookUrl: Secret.fromHostFile('/etc/webhook') }, ['interval', 'authorization']],
    MailNotifier: [
      MailNotifier,
      { host, server: 'mail.example.com', from: 'monit@example.com', to: ['ops@example.com'] },
      ['interval', 'port', 'encryption', 'username', 'password'],
    ],
    CommandNotifier: [CommandNotifier, { host, argv: ['/usr/local/bin/page'] }, ['interval', 'user', 'secret']],
  } as const;
}
