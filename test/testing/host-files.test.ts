import { Aspects, TerraformStack, Testing, type IAspect } from 'cdktf';
import type { IConstruct } from 'constructs';
import { Host, HostFile, SystemdService } from '../../lib';
import { hostFiles } from '../../lib/testing';
import { imaginarySsh, stackWithTerraformData, testApp } from '../support/stacks';
import { example } from './example';

test('returns host → path → text of a stack, with Terraform’s expressions for tokens of any stack and type', () => {
  const files = hostFiles(example().stack);
  expect(Object.keys(files)).toEqual(['worker-1', 'worker-2']);
  expect(Object.keys(files['worker-1']!)).toEqual(['/etc/systemd/system/clock.service']);
  expect(files['worker-2']!['/etc/plain']).toBe('${HOME}\n100%');
  expect(files['worker-2']!['/etc/settings']).toBe(
    [
      'API_KEY="${var.key}"',
      'LITERAL="\\$1"',
      'NODES="${join(",", aws_instance.redis.nodes)}"',
      'REDIS_URL="redis://${aws_instance.redis.private_ip}:${aws_instance.redis.port}/0"',
      '',
    ].join('\n'),
  );
});

test('a synthesis doesn’t change the result', () => {
  const { app, stack } = example();
  const before = hostFiles(stack);
  app.synth();
  expect(hostFiles(stack)).toEqual(before);
});

test('the order of construction doesn’t change the result', () => {
  expect(JSON.stringify(hostFiles(example().stack))).toMatch(/^\{"worker-1".*"worker-2"/);
});

test('names hosts by their path in the stack, or by their whole path in an app', () => {
  const { app, stack, hosts } = example();
  new Host(stackWithTerraformData(app, 'another'), 'c', { address: '192.0.2.1', ssh: imaginarySsh });
  expect(Object.keys(hostFiles(app))).toEqual(['another/c', 'workers/worker-1', 'workers/worker-2']);
  expect(Object.keys(hostFiles(stack))).toEqual(['worker-1', 'worker-2']);
  expect(Object.keys(hostFiles(hosts[0]))).toEqual(['worker-2']);
  expect(hostFiles(hosts[0])).toEqual({ 'worker-2': hostFiles(stack)['worker-2'] });
});

test('returns nothing for a stack without hosts', () => {
  expect(hostFiles(new TerraformStack(testApp(), 'empty'))).toEqual({});
});

describe('with errors', () => {
  const faulty = () => {
    const app = testApp();
    const [one, two] = ['one', 'two'].map((name) => {
      const stack = stackWithTerraformData(app, name);
      const host = new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh });
      new HostFile(stack, 'file', { host, path: 'relative', content: '' });
      stack.node.addValidation({ validate: () => ['of another library'] });
      return { stack, host };
    }) as [{ stack: TerraformStack; host: Host }, { stack: TerraformStack; host: Host }];
    return { app, one, two };
  };
  const messageOf = (run: () => unknown): string => {
    try {
      run();
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  test('throws the same error as a synthesis of the stack', () => {
    const { one } = faulty();
    const message = messageOf(() => hostFiles(one.stack));
    expect(message).toContain('  [one] of another library\n');
    expect(message).toMatch(/^ {2}\[one\/file\] path: .*"relative"/m);
    expect(message).toBe(messageOf(() => Testing.synth(one.stack, true)));
  });

  test('reports all stacks of an app, and the stack of a host', () => {
    const { app, two } = faulty();
    expect(messageOf(() => hostFiles(app)).match(/^ {2}\[.*?\]/gm)).toEqual(['  [one]', '  [one/file]', '  [two]', '  [two/file]']);
    expect(messageOf(() => hostFiles(two.host)).match(/^ {2}\[.*?\]/gm)).toEqual(['  [two]', '  [two/file]']);
  });

  test('a synthesis of the app also reports all stacks', () => {
    const { app } = faulty();
    expect(messageOf(() => app.synth())).toBe(messageOf(() => hostFiles(app)));
  });
});

test('invokes aspects once each', () => {
  class Nicer implements IAspect {
    public visit(node: IConstruct): void {
      if (node instanceof SystemdService)
        node.unit.service.add({ Environment: { NICE: 'yes' } }).set({ Nice: (node.unit.service.get('Nice') ?? 0) + 1 });
    }
  }
  const { app, hosts } = example();
  Aspects.of(app).add(new Nicer());
  for (let times = 0; times < 2; times += 1) {
    expect(hostFiles(hosts[1])['worker-1']!['/etc/systemd/system/clock.service']).toMatch(/^Environment=NICE=yes\nNice=1$/m);
  }
});

test.each([
  ['text', Testing.synth(example().stack), /Testing\.synth returns text: pass the stack itself\.$/],
  ['undefined', undefined, /got a value of type undefined\.$/],
  ['null', null, /got null\.$/],
])('rejects %s as a scope', (_, scope, message) => {
  expect(() => hostFiles(scope as never)).toThrow(message);
});
