import { Aspects, TerraformStack, Testing, type IAspect } from 'cdktf';
import type { IConstruct } from 'constructs';
import { Host, HostFile, SystemdService } from '../../lib';
import { hostFiles } from '../../lib/testing';
import { imaginarySsh, stackWithTerraformData, testApp } from '../support/stacks';
import { example } from './example';

test('host → path → text, of a stack; tokens as Terraform knows them, whichever stack, text, number or list they are of', () => {
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

test('a synthesis changes nothing of it', () => {
  const { app, stack } = example();
  const before = hostFiles(stack);
  app.synth();
  expect(hostFiles(stack)).toEqual(before);
});

test('the order of construction changes nothing of it', () => {
  expect(JSON.stringify(hostFiles(example().stack))).toMatch(/^\{"worker-1".*"worker-2"/);
});

test('hosts are named by their path in the stack, of an app by their whole path', () => {
  const { app, stack, hosts } = example();
  new Host(stackWithTerraformData(app, 'another'), 'c', { address: '192.0.2.1', ssh: imaginarySsh });
  expect(Object.keys(hostFiles(app))).toEqual(['another/c', 'workers/worker-1', 'workers/worker-2']);
  expect(Object.keys(hostFiles(stack))).toEqual(['worker-1', 'worker-2']);
  expect(Object.keys(hostFiles(hosts[0]))).toEqual(['worker-2']);
  expect(hostFiles(hosts[0])).toEqual({ 'worker-2': hostFiles(stack)['worker-2'] });
});

test('a stack without hosts has none', () => {
  expect(hostFiles(new TerraformStack(testApp(), 'empty'))).toEqual({});
});

describe('where something is wrong', () => {
  const faulty = () => {
    const app = testApp();
    const [one, two] = ['one', 'two'].map((name) => {
      const stack = stackWithTerraformData(app, name);
      const host = new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh });
      new HostFile(stack, 'file', { host, path: 'relative', content: '' });
      stack.node.addValidation({ validate: () => ['of somebody else'] });
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

  test('it throws what a synthesis of the stack does', () => {
    const { one } = faulty();
    const message = messageOf(() => hostFiles(one.stack));
    expect(message).toContain('  [one] of somebody else\n');
    expect(message).toContain('  [one/file] path: got "relative"');
    expect(message).toBe(messageOf(() => Testing.synth(one.stack, true)));
  });

  test('of an app it tells all stacks, of a host its stack', () => {
    const { app, two } = faulty();
    expect(messageOf(() => hostFiles(app)).match(/^ {2}\[.*?\]/gm)).toEqual(['  [one]', '  [one/file]', '  [two]', '  [two/file]']);
    expect(messageOf(() => hostFiles(two.host)).match(/^ {2}\[.*?\]/gm)).toEqual(['  [two]', '  [two/file]']);
  });

  test('a synthesis of the app tells all stacks, too', () => {
    const { app } = faulty();
    expect(messageOf(() => app.synth())).toBe(messageOf(() => hostFiles(app)));
  });
});

test('aspects have visited, each once', () => {
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
  ['text', Testing.synth(example().stack), /Testing\.synth makes text of a stack: give the stack itself\.$/],
  ['undefined', undefined, /got a value of type undefined\.$/],
  ['null', null, /got null\.$/],
])('%s is no scope, and is told so', (_, scope, message) => {
  expect(() => hostFiles(scope as never)).toThrow(message);
});
