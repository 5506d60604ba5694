import { TerraformVariable, Testing, type TerraformStack } from 'cdktf';
import {
  Duration,
  EnvironmentFile,
  exec,
  Exec,
  Host,
  MonitCheck,
  PidfileHooks,
  Secret,
  SlackNotifier,
  SystemdService,
  when,
  type MonitCheckProps,
  type ProcessRule,
  type ServiceDirectives,
  type ServiceProps,
} from '../../lib';
import { issuesOf } from '../support/issues';
import { imaginarySsh, stackWithTerraformData, testApp } from '../support/stacks';

// What is told of mistakes is in test/errors; here, what is not, and how.

type Add = (stack: TerraformStack, host: Host) => void;

const TRUE = Exec.command('/bin/true');
const gone = when.doesNotExist();

function service(directives: ServiceDirectives = {}, props: Partial<ServiceProps> = {}): Add {
  return (stack, host) => new SystemdService(stack, 'it', { host, service: { ExecStart: TRUE, User: 'app', ...directives }, ...props });
}

/** A check of a service that stops and starts within 20 s, on a host whose cycle is 120 s. */
function check(props: Partial<MonitCheckProps>, directives: ServiceDirectives = {}): Add {
  return (stack, host) => {
    const timeouts = { TimeoutStartSec: Duration.seconds(10), TimeoutStopSec: Duration.seconds(10) };
    const it = new SystemdService(stack, 'checked', { host, service: { ExecStart: TRUE, User: 'app', ...timeouts, ...directives } });
    const pidfile = new PidfileHooks(stack, 'pidfile', { service: it });
    new MonitCheck(stack, 'it', { service: it, pidfile, ...props });
  };
}

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

test('what is fine is told nothing about', () => {
  expect(issuesOf(check(rules(gone.forCycles(9).do(exec(['/bin/true']))))).filter(({ code }) => code.startsWith('constructs/'))).toEqual(
    [],
  );
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
    ['a pidfile that systemd reads', check({ pidfile: '/run/app.pid' }, { Type: 'forking', PIDFile: '/run/app.pid' })],
    [
      'a pidfile that a command names',
      check({ pidfile: '/run/app.pid' }, { ExecStart: Exec.command('/bin/app', ['--pidfile=/run/app.pid']) }),
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

test('warnings and notes are annotations of the construct, once', () => {
  const stack = stackWithTerraformData(testApp());
  service({ User: 'ops' })(stack, new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh }));
  Testing.synth(stack, true);
  Testing.synth(stack, true);
  const told = stack.node.findChild('it').node.metadata.filter(({ type }) => type === '@cdktf/warn');
  expect(told).toHaveLength(1);
  expect(told[0]?.data).toContain('[constructs/login-user-runs-service]');
});
