import { TerraformVariable, Testing, Token, type TerraformStack } from 'cdktf';
import {
  alert,
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
const fromVariable = (stack: TerraformStack, sensitive?: boolean): Secret => {
  return Secret.fromVariable(new TerraformVariable(stack, 'secret', { type: 'string', sensitive }));
};
const withPidfile = (path: string, directives: ServiceDirectives = {}): Add => {
  return (stack, host) => {
    const it = new SystemdService(stack, 'it', { host, service: { ExecStart: TRUE, User: 'app', ...directives } });
    new PidfileHooks(stack, 'pidfile', { service: it, path });
  };
};
const rules = (...given: ProcessRule[]) => ({ rules: given });

type Row = readonly [severity: string, code: string, property: string, add: Add];

const ROWS: readonly Row[] = [
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
  ['error', 'bad-variable', 'variables["A"]', variables({ A: undefined as never })],
  ...[false, undefined].flatMap((sensitive): Row[] => [
    ['error', 'secret-not-sensitive', 'variables["A"]', (stack, host) => variables({ A: fromVariable(stack, sensitive) })(stack, host)],
    [
      'error',
      'secret-not-sensitive',
      'webhookUrl',
      (stack, host) => new SlackNotifier(stack, 'it', { host, webhookUrl: fromVariable(stack, sensitive) }),
    ],
  ]),
  [
    'warning',
    'readable-secret',
    'mode',
    (stack, host) => new EnvironmentFile(stack, 'it', { host, path: '/etc/a', mode: '0644', variables: { A: fromVariable(stack, true) } }),
  ],
  ['error', 'unknown-property', 'owner', file({ owner: 'root' })],
  ['error', 'unknown-property', 'concurency', sidekiq({ concurency: 5 } as object)],
  ['error', 'unknown-property', 'adress', (stack) => void otherHost(stack, { adress: '192.0.2.9' } as object)],
  ['error', 'bad-platform', 'platform', (stack) => void otherHost(stack, { platform: Platform.of({ systemd: 2, monit: 'x' }) })],
  ['error', 'bad-host-id', 'hostId', (stack) => void otherHost(stack, { hostId: '${x}' })],
  ['error', 'bad-property', 'platform', (stack) => void otherHost(stack, { platform: 'debian' as never })],

  ['error', 'bad-unit-name', 'unitName', service({}, { unitName: 'a b' })],
  ...['clock@', 'clock@.service', 'clock.timer', 'clock.socket', 'clock.sevice', 'clock.servcie'].map((unitName): Row => [
    'error',
    'bad-unit-name',
    'unitName',
    service({}, { unitName }),
  ]),
  ['error', 'bad-unit-name', 'unitName', (stack, host) => new SystemdService(stack, 'clock.timer', { host, service: { ExecStart: TRUE } })],
  ['error', 'token-in-text', 'service.User', service({ User: Token.asString({ a: 1 }) })],
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

  ['warning', 'no-runtime-directory', 'path', withPidfile('/run/app/it.pid')],
  ['warning', 'no-runtime-directory', 'pidfile', check({ pidfile: '/run/app/it.pid' }, { directives: { RuntimeDirectory: ['other'] } })],
  [
    'error',
    'second-pidfile-hooks',
    'service',
    (stack, host) => {
      const it = new SystemdService(stack, 'it', { host, service: { ExecStart: TRUE } });
      for (const id of ['one', 'two']) new PidfileHooks(stack, id, { service: it, path: `/run/${id}.pid` });
    },
  ],
  [
    'error',
    'second-monit-check',
    'service',
    (stack, host) => {
      const it = new SystemdService(stack, 'it', { host, service: { ExecStart: TRUE } });
      for (const id of ['one', 'two']) new MonitCheck(stack, id, { service: it, matching: 'x' });
    },
  ],
  ['warning', 'nobody-writes-pidfile', 'pidfile', check({ pidfile: '/run/other.pid' })],
  ['error', 'unused-when-gone', 'whenGone', check({ whenGone: alert() }, { supervisor: 'monit' })],
  ['error', 'unused-when-gone', 'whenGone', check({ whenGone: alert(), ...rules(gone.forCycles(9).do(alert())) })],
  ['error', 'bad-property', 'whenGone', check({ whenGone: 'alert' as never })],
  [
    'error',
    'other-host',
    'whenGone',
    (stack, host) => {
      const slack = new SlackNotifier(stack, 'slack', { host: otherHost(stack), webhookUrl: Secret.fromHostFile('/etc/webhook') });
      check({ whenGone: slack.notify() })(stack, host);
    },
  ],
  ['error', 'bad-check-name', 'checkName', check({ checkName: 'a~' })],
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

test('an unknown name is told with the one that is meant', () => {
  const [issue] = issuesOf(sidekiq({ concurency: 5 } as object)).filter(({ code }) => code === 'constructs/unknown-property');
  expect(issue?.expected).toMatch(/^concurrency;/);
});

test('a value that is missing is not to be made text of', () => {
  const [issue] = issuesOf(variables({ A: undefined as never }));
  expect(issue).toMatchObject({ got: 'nothing', remedy: expect.stringContaining('environment variable') });
});

describe('one mistake is told once', () => {
  const errors = (add: Add) => {
    return issuesOf(add)
      .filter(({ severity }) => severity === 'error')
      .map(({ code, property }) => `${code} at ${property}`);
  };

  test.each<[string, Add, string]>([
    ['a token for a user', service({ User: Token.asString({ a: 1 }) }), 'constructs/token-in-text at service.User'],
    [
      'a token in a command',
      service({ ExecStart: Exec.command(Token.asString({ a: 1 })) }),
      'constructs/token-in-text at service.ExecStart',
    ],
    [
      'a second check',
      (stack, host) => {
        const it = new SystemdService(stack, 'it', { host, service: { ExecStart: TRUE } });
        for (const id of ['one', 'two']) new MonitCheck(stack, id, { service: it, matching: 'x' });
      },
      'constructs/second-monit-check at service',
    ],
    [
      'a second pidfile',
      (stack, host) => {
        const it = new SystemdService(stack, 'it', { host, service: { ExecStart: TRUE } });
        for (const id of ['one', 'two']) new PidfileHooks(stack, id, { service: it });
      },
      'constructs/second-pidfile-hooks at service',
    ],
    [
      'a check of nothing',
      (stack, host) => {
        new MonitCheck(stack, 'it', { service: new SystemdService(stack, 'app', { host, service: { ExecStart: TRUE } }) });
      },
      'constructs/no-process at pidfile, matching',
    ],
  ])('%s', (_, add, told) => {
    expect(errors(add)).toEqual([told]);
  });
});

describe('nothing is told of', () => {
  const codes = (add: Add) => issuesOf(add).map(({ code }) => code);

  test.each<[string, Add]>([
    ['a sensitive variable', (stack, host) => variables({ A: fromVariable(stack, true) })(stack, host)],
    [
      'a readable file without a secret',
      (stack, host) => new EnvironmentFile(stack, 'it', { host, path: '/etc/a', mode: '0644', variables: { A: 'a' } }),
    ],
    ['an instance', service({}, { unitName: 'clock@1' })],
    ['a name with a dot', service({}, { unitName: 'example.com' })],
    ['a directory that the unit makes', withPidfile('/run/app/it.pid', { RuntimeDirectory: ['app'] })],
    ['a directory that the unit makes on the way', withPidfile('/run/app/it.pid', { RuntimeDirectory: 'app/sockets' })],
    ['a pidfile that systemd reads', check({ pidfile: '/run/app.pid' }, { directives: { Type: 'forking', PIDFile: '/run/app.pid' } })],
    [
      'a pidfile that a command names',
      check({ pidfile: '/run/app.pid' }, { directives: { ExecStart: Exec.command('/bin/app', ['--pidfile=/run/app.pid']) } }),
    ],
  ])('%s', (_, add) => {
    expect(codes(add)).toEqual([]);
  });
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
