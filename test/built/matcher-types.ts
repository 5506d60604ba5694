import ts from 'typescript';

const STACK = `import { TerraformStack, Testing } from 'cdktf';\nconst stack = new TerraformStack(Testing.app(), 'workers');\n`;

const USES = `
expect(stack).toHaveHostFile('/etc/motd');
expect(stack).not.toHaveHostFile('/etc/motd', expect.stringContaining('x'));
expect(stack).toHaveDirective('sidekiq', 'Service', 'MemoryMax', /^2G$/);
expect(stack).toRaiseIssue('file/invalid-path', { severity: 'error' });
// @ts-expect-error no such code
expect(stack).toRaiseIssue('constructs/bad-pth');
// @ts-expect-error missing arguments
expect(stack).toHaveDirective('sidekiq');
// @ts-expect-error not a property of an issue
expect(stack).toRaiseIssue('file/invalid-path', { file: 'x' });
`;

/** A program that uses the test helpers without Jest and its types. */
export const WITHOUT_JEST = `${STACK}import { collectIssues, hostFiles } from 'cdktf-sidekiq/testing';
export const files: string | undefined = hostFiles(stack)['a']?.['/b'];
export const codes = collectIssues(stack).map(({ code }) => code);
`;

/** Users' tests, by where their Jest types come from, and the compiler options for each. */
export const USERS_TESTS: readonly (readonly [name: string, text: string, options: ts.CompilerOptions])[] = [
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
    { types: ['jest'], module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10 },
  ],
];

/** A user's test that Jest runs with the setup and the serializer. */
export const RUN_BY_JEST: Readonly<Record<string, string>> = {
  'jest.config.js': `module.exports = { rootDir: __dirname, testEnvironment: 'node', snapshotSerializers: ['cdktf-sidekiq/testing/serializer'], setupFilesAfterEnv: ['./setup.js'] };\n`,
  'setup.js': `require('cdktf-sidekiq/testing').setupJest();\n`,
  'a.test.js': `const { TerraformStack, Testing } = require('cdktf');
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
  expect(stack).toRaiseIssue('ssh/host-keys-unchecked');
});
`,
};
