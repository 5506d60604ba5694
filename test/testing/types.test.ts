import { ProjectWithPackage } from '../support/built-package';

let project: ProjectWithPackage;
beforeAll(() => {
  project = new ProjectWithPackage();
}, 180_000);
afterAll(() => project.remove());

const STACK = `import { TerraformStack, Testing } from 'cdktf';\nconst stack = new TerraformStack(Testing.app(), 'workers');\n`;

const USES = `
expect(stack).toHaveHostFile('/etc/motd');
expect(stack).not.toHaveHostFile('/etc/motd', expect.stringContaining('x'));
expect(stack).toHaveDirective('sidekiq', 'Service', 'MemoryMax', /^2G$/);
expect(stack).toRaiseIssue('constructs/bad-path', { severity: 'error' });
// @ts-expect-error no such code
expect(stack).toRaiseIssue('constructs/bad-pth');
// @ts-expect-error not enough
expect(stack).toHaveDirective('sidekiq');
// @ts-expect-error no part of an issue
expect(stack).toRaiseIssue('constructs/bad-path', { file: 'x' });
`;

test('who uses neither Jest nor its types compiles, all declarations checked', () => {
  const lonely = new ProjectWithPackage((name) => ['cdktf', 'constructs', '@types/node'].includes(name));
  try {
    lonely.write(
      'a.ts',
      `${STACK}import { collectIssues, hostFiles } from 'cdktf-sidekiq/testing';\nexport const files: string | undefined = hostFiles(stack)['a']?.['/b'];\nexport const codes = collectIssues(stack).map(({ code }) => code);\n`,
    );
    expect(lonely.compile(['a.ts'], { types: ['node'], skipLibCheck: true })).toBe('');
    // Packages that are not ours have errors of their own.
    const told = lonely.compile(['a.ts'], { types: ['node'], skipLibCheck: false });
    expect(told.split('\n').filter((line) => line.includes('cdktf-sidekiq'))).toEqual([]);
  } finally {
    lonely.remove();
  }
}, 240_000);

test.each([
  ['Jest’s global types', `${STACK}import { setupJest } from 'cdktf-sidekiq/testing';\nsetupJest();\n${USES}`, { types: ['jest'] }],
  [
    'Jest’s global types, and cdktf’s matchers',
    `import 'cdktf/lib/testing/adapters/jest';\n${STACK}import { setupJest } from 'cdktf-sidekiq/testing';\nTesting.setupJest();\nsetupJest();\nexpect('').toBeValidTerraform();\n${USES}`,
    { types: ['jest', 'node'] },
  ],
  [
    '@jest/globals',
    `import { expect } from '@jest/globals';\n${STACK}import { setupJest } from 'cdktf-sidekiq/testing';\nimport 'cdktf-sidekiq/testing/jest-globals';\nsetupJest(expect);\n${USES}`,
    { types: ['node'] },
  ],
  [
    'the old module resolution',
    `${STACK}import { setupJest } from 'cdktf-sidekiq/testing';\nimport { test } from 'cdktf-sidekiq/testing/serializer';\nsetupJest();\nexport const isOurs: boolean = test({});\n${USES}`,
    { types: ['jest'], module: 'CommonJS', moduleResolution: 'Node10' },
  ],
])(
  'the matchers have types: %s',
  (_, text, options) => {
    project.write('a.ts', text);
    expect(project.compile(['a.ts'], options)).toBe('');
  },
  180_000,
);

test('Jest takes the serializer by its name, and the setup as a file', () => {
  project.write(
    'jest.config.js',
    `module.exports = { rootDir: __dirname, testEnvironment: 'node', snapshotSerializers: ['cdktf-sidekiq/testing/serializer'], setupFilesAfterEnv: ['./setup.js'] };\n`,
  );
  project.write('setup.js', `require('cdktf-sidekiq/testing').setupJest();\n`);
  project.write(
    'a.test.js',
    `const { TerraformStack, Testing } = require('cdktf');
const { Host, HostFile, HostKeys, HostRegistry, PrivateKey } = require('cdktf-sidekiq');
const { hostFiles } = require('cdktf-sidekiq/testing');
const stack = new TerraformStack(Testing.app(), 'workers');
new HostRegistry(stack, 'hosts', { resourceType: 'terraform_data' });
const ssh = { privateKey: PrivateKey.fromFile('~/.ssh/ops'), hostKeys: HostKeys.insecurelyAcceptAny() };
const host = new Host(stack, 'worker-1', { address: '192.0.2.1', ssh });
new HostFile(stack, 'motd', { host, path: '/etc/motd', content: 'say "hello"\\n' });
test('worker-1 gets this', () => {
  expect(hostFiles(stack)).toMatchInlineSnapshot(\`
==> worker-1:/etc/motd (0644 root:root) <==
say "hello"
\`);
  expect(stack).toHaveHostFile('/etc/motd');
  expect(stack).toRaiseIssue('terraform/host-keys-unchecked');
});
`,
  );
  const { ok, output } = project.run('jest/bin/jest.js', '--ci');
  expect([ok, ok ? '' : output]).toEqual([true, '']);
}, 180_000);
