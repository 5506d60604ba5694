import { Testing, Token, type TerraformStack } from 'cdktf';
import {
  Duration,
  EnvironmentFile,
  exec,
  Exec,
  Host,
  HostFile,
  MonitCheck,
  MonitDaemon,
  OptionalPath,
  PidfileHooks,
  Platform,
  restart,
  Secret,
  SidekiqService,
  SlackNotifier,
  SystemdService,
  when,
  type HostProps,
  type MonitCheckProps,
  type ProcessRule,
  type ServiceDirectives,
  type ServiceProps,
  type SidekiqServiceProps,
} from '../../lib';
import { anIssue, codesOf, issuesOf } from '../support/issues';
import { imaginarySsh, stackWithTerraformData, testApp } from '../support/stacks';

type Add = (stack: TerraformStack, host: Host) => void;

const TRUE = Exec.command('/bin/true');
const gone = when.doesNotExist();

function service(directives: ServiceDirectives = {}, props: Partial<ServiceProps> = {}): Add {
  return (stack, host) => new SystemdService(stack, 'it', { host, service: { ExecStart: TRUE, User: 'app', ...directives }, ...props });
}

function sidekiq(props: Partial<SidekiqServiceProps>, change: (it: SidekiqService) => void = () => undefined): Add {
  return (stack, host) => {
    change(new SidekiqService(stack, 'it', { host, version: '6.5', workingDirectory: '/srv/app', user: 'app', ...props }));
  };
}

function otherHost(stack: TerraformStack, props: Partial<HostProps> = {}): Host {
  return new Host(stack, 'other', { address: '192.0.2.9', ssh: imaginarySsh, ...props });
}

/** A check of a service that stops and starts within 20 s, on a host whose cycle is 120 s. */
function check(
  props: Partial<MonitCheckProps>,
  given: { directives?: ServiceDirectives; on?: Partial<HostProps> } & Partial<ServiceProps> = {},
): Add {
  return (stack, first) => {
    const { directives, on, ...service } = given;
    const host = on === undefined ? first : otherHost(stack, on);
    const timeouts = { TimeoutStartSec: Duration.seconds(10), TimeoutStopSec: Duration.seconds(10) };
    const it = new SystemdService(stack, 'checked', {
      host,
      service: { ExecStart: TRUE, User: 'app', ...timeouts, ...directives },
      ...service,
    });
    const pidfile = new PidfileHooks(stack, 'pidfile', { service: it });
    new MonitCheck(stack, 'it', { service: it, pidfile, ...props });
  };
}

const file = (props: object): Add => {
  return (stack, host) => new HostFile(stack, 'it', { host, path: '/etc/a', content: 'a\n', ...props });
};
const variables = (given: Record<string, string | Secret>): Add => {
  return (stack, host) => new EnvironmentFile(stack, 'it', { host, path: '/etc/a', variables: given });
};
const rules = (...given: ProcessRule[]) => ({ rules: given });

const ROWS: readonly (readonly [severity: string, code: string, property: string, add: Add])[] = [
  ['error', 'bad-path', 'path', file({ path: 'etc/a' })],
  ['error', 'bad-mode', 'mode', file({ mode: '0999' })],
  ['error', 'bad-owner', 'user', file({ user: 'a b' })],
  ['error', 'bad-owner', 'group', file({ group: 'machine$' })],
  ['error', 'bad-content', 'content', file({ content: 'e\u0301' })],
  ['error', 'bad-content', 'content', file({ content: undefined })],
  ['error', 'token-in-text', 'content', file({ content: Token.asString({ a: 1 }) })],
  ['error', 'secret-of-host', 'variables["A"]', variables({ A: Secret.fromHostFile('/etc/secret') })],
  ['error', 'bad-variable', 'variables["A"]', variables({ A: Secret.fromHostFile('etc/secret') })],
  ['error', 'bad-variable', 'variables["A"]', variables({ A: 1 as never })],
  ['error', 'bad-platform', 'platform', (stack) => void otherHost(stack, { platform: Platform.of({ systemd: 2, monit: 'x' }) })],
  ['error', 'bad-host-id', 'hostId', (stack) => void otherHost(stack, { hostId: '${x}' })],
  ['error', 'bad-property', 'platform', (stack) => void otherHost(stack, { platform: 'debian' as never })],

  ['error', 'bad-unit-name', 'unitName', service({}, { unitName: 'a b' })],
  ['error', 'bad-start-when', 'startWhen', service({}, { startWhen: 'Gemfile' })],
  ['error', 'bad-stability', 'stability', service({}, { stability: Duration.seconds(0.5) })],
  ['error', 'two-supervisors', 'Restart', service({ Restart: 'always' }, { supervisor: 'monit' })],
  ['error', 'unsupervised', 'supervisor', service({}, { supervisor: 'monit' })],
  ['warning', 'nobody-restarts', 'Restart', service({ Restart: 'on-failure' })],
  ['warning', 'login-user-runs-service', 'User', service({ User: 'ops' })],
  [
    'error',
    'token-in-text',
    'service.Environment',
    sidekiq({}, (it) => it.unit.service.add({ Environment: { A: Token.asString({ a: 1 }) } })),
  ],
  ['error', 'bad-property', 'addFile', sidekiq({}, (it) => it.addFile('/etc/a' as never))],
  [
    'error',
    'other-host',
    'addFile',
    (stack, host) => {
      const there = new HostFile(stack, 'there', { host: otherHost(stack), path: '/etc/a', content: 'a\n' });
      new SystemdService(stack, 'it', { host, service: { ExecStart: TRUE, User: 'app' } }).addFile(there);
    },
  ],
  ['error', 'timeout-ladder', 'TimeoutStopSec', sidekiq({}, (it) => it.unit.service.set({ TimeoutStopSec: Duration.seconds(29) }))],
  ['error', 'watchdog-without-notify', 'watchdog', sidekiq({ version: '6.0.4', watchdog: Duration.seconds(30) })],
  ['error', 'bad-property', 'environmentFiles', sidekiq({ environmentFiles: [OptionalPath.of('/etc/a'), 1 as never] })],

  [
    'error',
    'pidfile-hidden-from-monit',
    'path',
    (stack) => {
      const there = new SystemdService(stack, 'it', {
        host: otherHost(stack, { platform: Platform.DEBIAN_13 }),
        service: { ExecStart: TRUE },
      });
      new PidfileHooks(stack, 'pidfile', { service: there, path: '/tmp/it.pid' });
    },
  ],
  [
    'info',
    'pidfile-of-the-app',
    'path',
    (stack, host) => {
      const it = new SystemdService(stack, 'it', { host, service: { ExecStart: TRUE } });
      new PidfileHooks(stack, 'pidfile', { service: it, path: '/srv/app/it.pid' });
    },
  ],

  ['error', 'bad-check-name', 'checkName', check({ checkName: 'a/b' })],
  ['error', 'no-process', 'pidfile, matching', check({ matching: 'sidekiq' })],
  [
    'error',
    'other-service',
    'pidfile',
    (stack, host) => {
      const [a, b] = ['a', 'b'].map((id) => new SystemdService(stack, id, { host, service: { ExecStart: TRUE } })) as [
        SystemdService,
        SystemdService,
      ];
      new MonitCheck(stack, 'it', { service: a, pidfile: new PidfileHooks(stack, 'pidfile', { service: b }) });
    },
  ],
  ['warning', 'two-supervisors', 'rules: does not exist', check(rules(gone.forCycles(9).do(restart())))],
  [
    'warning',
    'impatient-check',
    'rules: does not exist',
    check(rules(gone.do(exec(['/bin/true']))), { directives: { TimeoutStopSec: Duration.minutes(5) } }),
  ],
  ['error', 'endless-patience', 'TimeoutStartSec, TimeoutStopSec', check({}, { directives: { TimeoutStopSec: 'infinity' } })],
  ['warning', 'timeout-ladder', 'stop.timeout', check({ stop: { argv: ['/bin/true'], timeout: Duration.seconds(10) } })],
  ['warning', 'unlimited-restarts', 'restart', check({ restart: { argv: ['/bin/true'] }, ...rules(when.threads.above(9).do(restart())) })],
  ['info', 'pidfile-of-the-app', 'pidfile', check({ pidfile: '/srv/app/tmp/app.pid' })],
  ['warning', 'sidekiq-without-notify', 'Type', service({ ExecStart: Exec.command('/usr/bin/bundle', ['exec', 'sidekiq']) })],
  ['warning', 'short-shutdown', 'shutdownTimeout', sidekiq({ shutdownTimeout: Duration.seconds(2) })],
  [
    'error',
    'monit-sandbox',
    'stop.uid',
    check({ stop: { argv: ['/bin/true'], uid: 'app', gid: 'app' } }, { on: { platform: Platform.DEBIAN_13 } }),
  ],
  ['error', 'bad-cooldown', 'restartCooldown', check({ restartCooldown: Duration.seconds(0) })],
  ['error', 'bad-rule', 'rules[0]', check({ rules: [gone.forCycles(3) as never] })],
  [
    'error',
    'other-host',
    'rules[0]',
    (stack, host) => {
      const slack = new SlackNotifier(stack, 'slack', { host: otherHost(stack), webhookUrl: Secret.fromHostFile('/etc/webhook') });
      check(rules(gone.forCycles(9).do(slack.notify())))(stack, host);
    },
  ],
  [
    'error',
    'bad-webhook-secret',
    'webhookUrl',
    (stack, host) => new SlackNotifier(stack, 'it', { host, webhookUrl: 'https://x' as never }),
  ],
  ['error', 'bad-interval', 'interval', (stack, host) => new MonitDaemon(stack, 'it', { host, interval: Duration.seconds(0) })],
  [
    'error',
    'second-monit-daemon',
    'host',
    (stack, host) => {
      new MonitDaemon(stack, 'first', { host });
      new MonitDaemon(stack, 'it', { host });
    },
  ],
];

test.each(ROWS)('%s constructs/%s at %s', (severity, code, property, add) => {
  expect(issuesOf(add)).toContainEqual(anIssue(severity, `constructs/${code}`, property));
});

test('every code of the room is raised above', () => {
  expect([...new Set(ROWS.map(([, code]) => `constructs/${code}`))].sort()).toEqual(codesOf('constructs'));
});

test('what is fine is told nothing about', () => {
  expect(issuesOf(check(rules(gone.forCycles(9).do(exec(['/bin/true']))))).filter(({ code }) => code.startsWith('constructs/'))).toEqual(
    [],
  );
});

test('a secret that was given as text is shown nowhere', () => {
  const told = JSON.stringify([
    issuesOf((stack, host) => new SlackNotifier(stack, 'it', { host, webhookUrl: 'hush' as never })),
    issuesOf(variables({ A: ['hush'] as never })),
    issuesOf(variables(['hush'] as never)),
  ]);
  expect(told).not.toContain('hush');
});

describe('a synthesis', () => {
  const faulty = () => {
    const stack = stackWithTerraformData(testApp());
    const host = new Host(stack, 'worker', { address: 'no host', ssh: imaginarySsh });
    new HostFile(stack, 'file', { host, path: 'etc/a', content: '' });
    sidekiq({ version: '4.0', startWhen: 'x' })(stack, host);
    return stack;
  };

  test('stops with the errors of all constructs at once', () => {
    const synth = () => Testing.synth(faulty(), true);
    for (const code of ['terraform/bad-address', 'constructs/bad-path', 'sidekiq/version', 'constructs/bad-start-when']) {
      expect(synth).toThrow(code);
    }
  });

  test('tells warnings and notes as annotations of the construct', () => {
    const stack = stackWithTerraformData(testApp());
    service({ User: 'ops' })(stack, new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh }));
    Testing.synth(stack, true);
    Testing.synth(stack, true);
    const told = stack.node.findChild('it').node.metadata.filter(({ type }) => type === '@cdktf/warn');
    expect(told).toHaveLength(1);
    expect(told[0]?.data).toContain('[constructs/login-user-runs-service]');
  });
});
