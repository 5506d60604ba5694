import { TerraformStack, Testing } from 'cdktf';
import { HostFile, PidfileHooks, SystemdService, Exec } from '../../../lib';
import { setupJest, type AsymmetricMatch } from '../../../lib/testing';
import { testApp } from '../../support/stacks';
import { example } from '../example';

setupJest();

const { app, stack, hosts } = example();
const [second, first] = hosts;

/** Returns the message of a failed expectation, without colours. */
function failure(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '');
  }
  throw new Error('did not fail');
}

describe('toHaveHostFile', () => {
  test('passes if a host has the file with this text', () => {
    for (const scope of [app, stack, second]) expect(scope).toHaveHostFile('/etc/plain');
    expect(stack).toHaveHostFile('/etc/plain', '${HOME}\n100%');
    expect(stack).toHaveHostFile('/etc/settings', /^REDIS_URL="redis:\/\/\$\{aws_instance/m);
    expect(stack).toHaveHostFile('/etc/settings', expect.stringContaining('API_KEY="${var.key}"') as AsymmetricMatch);
    expect(first).not.toHaveHostFile('/etc/plain');
    expect(stack).not.toHaveHostFile('/etc/plain', 'other');
  });

  test('ignores the last position of a regular expression', () => {
    const pattern = /HOME/g;
    for (let times = 0; times < 3; times += 1) expect(stack).toHaveHostFile('/etc/plain', pattern);
  });

  test.each<[string, () => unknown]>([
    ['a near miss', () => expect(stack).toHaveHostFile('/etc/system/clock.service')],
    ['nothing near', () => expect(stack).toHaveHostFile('/opt/x')],
    ['another text', () => expect(stack).toHaveHostFile('/etc/plain', '${HOME}\n99%')],
    ['a pattern', () => expect(stack).toHaveHostFile('/etc/plain', /PATH/)],
    ['an asymmetric matcher', () => expect(stack).toHaveHostFile('/etc/plain', expect.stringContaining('PATH') as AsymmetricMatch)],
    ['not', () => expect(stack).not.toHaveHostFile('/etc/plain')],
    ['no file at all', () => expect(new TerraformStack(testApp(), 'empty')).toHaveHostFile('/etc/plain')],
  ])('shows the actual files: %s', (_, run) => {
    expect(failure(run)).toMatchSnapshot();
  });
});

describe('toHaveDirective', () => {
  test('passes if a unit has the directive', () => {
    expect(stack).toHaveDirective('clock', 'Service', 'User', 'deploy');
    expect(stack).toHaveDirective('clock.service', 'Service', 'ExecStart', '/usr/bin/clockwork --say "\\"tick\\" $$HOME"');
    expect(stack).toHaveDirective('clock', 'Service', 'Environment', 'B=2');
    expect(stack).toHaveDirective('clock', 'Service', 'ExecStart', /clockwork/);
    expect(stack).toHaveDirective('clock', 'Unit', 'Description');
    expect(stack).not.toHaveDirective('clock', 'Service', 'Group');
    expect(stack).not.toHaveDirective('clock', 'Service', 'User', 'root');
  });

  test('drop-ins override the unit', () => {
    expect(first).toHaveDirective('clock', 'Service', 'MemoryMax', '2G');
    expect(second).toHaveDirective('clock', 'Service', 'MemoryMax', '1G');
    expect(second).not.toHaveDirective('clock', 'Service', 'MemoryMax', '2G');
  });

  test('drop-ins of a packaged unit are a unit', () => {
    const { stack: other, hosts: there } = example();
    const path = '/etc/systemd/system/redis-server.service.d/limits.conf';
    new HostFile(other, 'drop-in', { host: there[0], path, content: '[Service]\nLimitNOFILE=65536\n' });
    expect(other).toHaveDirective('redis-server', 'Service', 'LimitNOFILE', '65536');
  });

  test('also reads units of other types', () => {
    const { stack: other, hosts: there } = example();
    const content = '[Timer]\nOnCalendar=daily\nOnCalendar=hourly\n';
    new HostFile(other, 'timer', { host: there[0], path: '/etc/systemd/system/clock.timer', content });
    expect(other).toHaveDirective('clock.timer', 'Timer', 'OnCalendar', 'daily');
  });

  test.each<[string, () => unknown]>([
    ['another value', () => expect(stack).toHaveDirective('clock', 'Service', 'MemoryMax', '4G')],
    ['no such directive in the file', () => expect(first).toHaveDirective('clock', 'Service', 'Group')],
    ['not', () => expect(stack).not.toHaveDirective('clock', 'Service', 'Environment', /^A=/)],
    ['a misspelt unit', () => expect(stack).toHaveDirective('clok', 'Service', 'User')],
    ['a misspelt unit, and not', () => expect(stack).not.toHaveDirective('clok', 'Service', 'User')],
    ['a misspelt section, and not', () => expect(stack).not.toHaveDirective('clock', 'Servce', 'User')],
    ['a misspelt directive, and not', () => expect(stack).not.toHaveDirective('clock', 'Service', 'MemorMax')],
    ['a directive of another section, and not', () => expect(stack).not.toHaveDirective('clock', 'Service', 'After')],
    ['no unit at all', () => expect(new TerraformStack(testApp(), 'empty')).toHaveDirective('clock', 'Service', 'User')],
  ])('shows the actual directives: %s', (_, run) => {
    expect(failure(run)).toMatchSnapshot();
  });
});

describe('toRaiseIssue', () => {
  const faulty = example().stack;
  const service = new SystemdService(faulty, 'faulty', { host: second, service: { ExecStart: Exec.command('/bin/true'), User: 'deploy' } });
  new PidfileHooks(faulty, 'pidfile', { service, path: 'relative' });

  test('passes if a construct raises the issue', () => {
    expect(faulty).toRaiseIssue('file/invalid-path');
    expect(faulty).toRaiseIssue('file/invalid-path', { path: 'workers/pidfile', severity: 'error', problem: /relative/ });
    expect(faulty).not.toRaiseIssue('file/invalid-path', { path: 'workers/faulty' });
    expect(stack).not.toRaiseIssue('file/invalid-path');
    expect(faulty.node.root).toRaiseIssue('stack/other-stack', { property: 'host' });
  });

  test.each<[string, () => unknown]>([
    ['nothing', () => expect(stack).toRaiseIssue('file/invalid-path')],
    ['others', () => expect(faulty).toRaiseIssue('file/invalid-mode')],
    ['another of this code', () => expect(faulty).toRaiseIssue('file/invalid-path', { path: /clock/ })],
    ['not', () => expect(faulty).not.toRaiseIssue('file/invalid-path')],
    ['an unknown code, and not', () => expect(faulty).not.toRaiseIssue('constructs/bad-pth' as never)],
  ])('shows the issues that are raised: %s', (_, run) => {
    expect(failure(run)).toMatchSnapshot();
  });

  test('the others fail with all errors', () => {
    expect(failure(() => expect(faulty).toHaveHostFile('/etc/plain'))).toContain('[file/invalid-path]');
    expect(failure(() => expect(faulty).not.toHaveDirective('clock', 'Service', 'User'))).toContain('[file/invalid-path]');
  });
});

test('rejects a synthesized stack', () => {
  expect(failure(() => expect(Testing.synth(stack)).toHaveHostFile('/etc/plain'))).toContain('pass the stack itself');
});
