import { TerraformStack, Testing, type App } from 'cdktf';
import { Host, HostFile } from '../../lib';
import { imaginarySsh, stackWithTerraformData, testApp } from '../support/stacks';

function stackWithFile(app: App, name: string, path: string): TerraformStack {
  const stack = stackWithTerraformData(app, name);
  const host = new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh });
  new HostFile(stack, 'file', { host, path, content: '' });
  return stack;
}

function paths(synthesize: () => unknown): readonly string[] {
  try {
    synthesize();
    return [];
  } catch (error) {
    return [...(error as Error).message.matchAll(/^ {2}\[(.*?)\]/gm)].map(([, path]) => path!);
  }
}

test('a failed synthesis reports the errors of all stacks', () => {
  const app = testApp();
  for (const [name, path] of [
    ['good', '/etc/a'],
    ['bad', 'etc/a'],
    ['worse', 'a'],
  ] as const) {
    stackWithFile(app, name, path);
  }
  new TerraformStack(app, 'foreign').node.addValidation({ validate: () => ['of another library'] });
  expect(paths(() => app.synth())).toEqual(['bad/file', 'worse/file', 'foreign']);
});

test('a successful one writes the same as cdktf', () => {
  const app = testApp();
  stackWithFile(app, 'one', '/etc/a');
  stackWithFile(app, 'two', '/etc/a');
  expect(() => app.synth()).not.toThrow();
  expect(Object.keys(app.manifest.stacks)).toEqual(['one', 'two']);
});

test('a stack that is tested by itself is validated by itself', () => {
  const app = testApp();
  const [good, bad] = [stackWithFile(app, 'good', '/etc/a'), stackWithFile(app, 'bad', 'etc/a')];
  stackWithFile(app, 'worse', 'a');
  expect(paths(() => Testing.synth(good, true))).toEqual([]);
  expect(paths(() => Testing.synth(bad, true))).toEqual(['bad/file']);
});

test('any other error in a synthesis is thrown unchanged', () => {
  const app = testApp();
  const stack = stackWithFile(app, 'one', '/etc/a');
  stackWithFile(app, 'two', 'etc/a');
  const thrown = new Error('disk full');
  stack.node.addValidation({
    validate: () => {
      throw thrown;
    },
  });
  expect(() => app.synth()).toThrow(thrown);
});
