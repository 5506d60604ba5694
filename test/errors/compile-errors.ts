// Mistakes that TypeScript reports before anything runs: each line below an expectation must be an error, or this file is one.
import { TerraformStack, type App } from 'cdktf';
import {
  alert,
  Duration,
  EnvironmentFile,
  Exec,
  Host,
  HostFile,
  HostKeys,
  HostRegistry,
  MonitCheck,
  PidfileHooks,
  Platform,
  PrivateKey,
  Ruby,
  Secret,
  SidekiqService,
  Size,
  SlackNotifier,
  SystemdService,
  when,
} from '../../lib';
import { SliceUnit, SocketUnit, TimerUnit } from '../../lib/systemd';
import { collectIssues, hostFiles } from '../../lib/testing';

/** Never called: compiling it is enough. */
export function mistakes(app: App): void {
  const stack = new TerraformStack(app, 'workers');
  const privateKey = PrivateKey.fromFile('~/.ssh/ops');
  const hostKeys = HostKeys.fromKnownHosts('known_hosts');
  const ssh = { privateKey, hostKeys };
  const host = new Host(stack, 'worker-1', { address: '192.0.2.1', ssh });
  const sidekiq = { host, version: '7.3', workingDirectory: '/opt/myapp/current', user: 'deploy' };
  const service = new SidekiqService(stack, 'sidekiq', sidekiq);
  const TRUE = Exec.command('/bin/true');

  // @ts-expect-error no address of the host
  new Host(stack, 'a', { ssh });
  // @ts-expect-error a misspelt property
  new Host(stack, 'a', { adress: '192.0.2.1', address: '192.0.2.1', ssh });
  // @ts-expect-error no host keys
  new Host(stack, 'a', { address: '192.0.2.1', ssh: { privateKey } });
  // @ts-expect-error the key itself
  new Host(stack, 'a', { address: '192.0.2.1', ssh: { privateKey: '-----BEGIN', hostKeys } });
  // @ts-expect-error a port as text
  new Host(stack, 'a', { address: '192.0.2.1', ssh: { ...ssh, port: '22' } });
  // @ts-expect-error a platform by its name
  new Host(stack, 'a', { address: '192.0.2.1', ssh, platform: 'debian-12' });
  // @ts-expect-error a version as text
  Platform.of({ systemd: '252', monit: '5.33.0' });
  // @ts-expect-error a resource type that can't carry deployments
  new HostRegistry(stack, 'a', { resourceType: 'aws_instance' });

  // @ts-expect-error no text at all
  new HostFile(stack, 'a', { host, path: '/etc/motd' });
  // @ts-expect-error a mode as a number
  new HostFile(stack, 'a', { host, path: '/etc/motd', content: '', mode: 0o644 });
  // @ts-expect-error the address of a host instead of the host
  new HostFile(stack, 'a', { host: '192.0.2.1', path: '/etc/motd', content: '' });
  // @ts-expect-error a number instead of a variable
  new EnvironmentFile(stack, 'a', { host, path: '/etc/env', variables: { PORT: 6379 } });
  // @ts-expect-error an environment variable that may be undefined
  new EnvironmentFile(stack, 'a', { host, path: '/etc/env', variables: { URL: process.env.URL } });
  // @ts-expect-error a webhook's URL in the program
  new SlackNotifier(stack, 'a', { host, webhookUrl: 'https://hooks.example' });
  // @ts-expect-error the name of a variable instead of the variable
  Secret.fromVariable('webhook');

  // @ts-expect-error no Sidekiq version
  new SidekiqService(stack, 'a', { host, workingDirectory: '/opt/myapp/current', user: 'deploy' });
  // @ts-expect-error a version as a number
  new SidekiqService(stack, 'a', { ...sidekiq, version: 7.3 });
  // @ts-expect-error a misspelt property
  new SidekiqService(stack, 'a', { ...sidekiq, concurency: 10 });
  // @ts-expect-error seconds as a number
  new SidekiqService(stack, 'a', { ...sidekiq, shutdownTimeout: 25 });
  // @ts-expect-error queues in one text
  new SidekiqService(stack, 'a', { ...sidekiq, queues: 'critical,default' });
  // @ts-expect-error the name of a Ruby
  new SidekiqService(stack, 'a', { ...sidekiq, ruby: 'rbenv' });
  // @ts-expect-error rbenv without its root
  Ruby.rbenv();

  // @ts-expect-error a command as text
  new SystemdService(stack, 'a', { host, service: { ExecStart: '/usr/bin/clockwork clock.rb' } });
  // @ts-expect-error a directive that systemd lacks
  new SystemdService(stack, 'a', { host, service: { ExecStart: TRUE, MemoryMaximum: Size.gibibytes(2) } });
  // @ts-expect-error a directive of another section
  new SystemdService(stack, 'a', { host, service: { ExecStart: TRUE, After: ['redis.service'] } });
  // @ts-expect-error a size as text
  new SystemdService(stack, 'a', { host, service: { ExecStart: TRUE, MemoryMax: '2G' } });
  // @ts-expect-error a type with other capitals
  new SystemdService(stack, 'a', { host, service: { ExecStart: TRUE, Type: 'Notify' } });
  // @ts-expect-error a signal without SIG
  new SystemdService(stack, 'a', { host, service: { ExecStart: TRUE, KillSignal: 'TERM' } });
  // @ts-expect-error a boolean as systemd writes it
  new SystemdService(stack, 'a', { host, service: { ExecStart: TRUE, PrivateTmp: 'yes' } });
  // @ts-expect-error an unknown supervisor
  new SystemdService(stack, 'a', { host, supervisor: 'god', service: { ExecStart: TRUE } });
  // @ts-expect-error one value instead of a list
  service.unit.service.add({ MemoryMax: Size.gibibytes(2) });

  // @ts-expect-error a limit by its old name
  new SystemdService(stack, 'a', { host, service: { ExecStart: TRUE, MemoryLimit: Size.gibibytes(2) } });
  // @ts-expect-error a calendar as text
  new TimerUnit('a.timer').timer.set({ OnCalendar: 'daily' });
  // @ts-expect-error a directive that systemd ignores in sockets
  new SocketUnit('a.socket').socket.set({ Delegate: true });
  // @ts-expect-error a limit of services in a slice
  new SliceUnit('a.slice').slice.set({ LimitNOFILE: 1024 });
  // @ts-expect-error memory to compare as text
  service.unit.unit.set({ ConditionMemory: '>=4G' });
  // @ts-expect-error a section of another type of unit
  new TimerUnit('a.timer').service.set({ ExecStart: TRUE });

  // @ts-expect-error the name of a service instead of the service
  new PidfileHooks(stack, 'a', { service: 'sidekiq.service' });
  // @ts-expect-error an unfinished rule
  new MonitCheck(stack, 'a', { service, matching: 'sidekiq', rules: [when.doesNotExist().forCycles(3)] });
  // @ts-expect-error a rule as text
  new MonitCheck(stack, 'a', { service, matching: 'sidekiq', rules: ['if totalmem > 800 MB then restart'] });
  // @ts-expect-error memory as a number
  when.totalMemory.above(800);
  // @ts-expect-error a percentage as a number
  when.cpuPerCore.above(65);
  // @ts-expect-error an action as text
  when.threads.above(100).do('restart');
  // @ts-expect-error a rule for a check of a program
  new MonitCheck(stack, 'a', { service, matching: 'sidekiq', rules: [when.status.notEqual(0).do(alert())] });
  // @ts-expect-error a timeout as a number
  new MonitCheck(stack, 'a', { service, matching: 'sidekiq', start: { argv: ['/bin/true'], timeout: 30 } });
  // @ts-expect-error milliseconds as text
  Duration.milliseconds('30');

  // @ts-expect-error a synthesized stack
  hostFiles('{}');
  // @ts-expect-error no scope at all
  collectIssues();
}
