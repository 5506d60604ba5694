import * as library from '../../lib';
import type { Block } from './markdown';

/**
 * Constructs that a reader already has when a guide shows a fragment of a stack. Each is added only if the fragment uses it and
 * doesn't create it.
 */
const GIVEN: readonly (readonly [name: string, text: string])[] = [
  ['ssh', `const ssh = { user: 'ops', privateKey: PrivateKey.fromFile('~/.ssh/ops'), hostKeys: HostKeys.fromKnownHosts('known_hosts') };`],
  ['host', `const host = new Host(this, 'worker-1', { address: '203.0.113.10', ssh });`],
  [
    'sidekiq',
    `const sidekiq = new SidekiqService(this, 'sidekiq', { host, version: '7.3', workingDirectory: '/opt/myapp/current', user: 'deploy' });`,
  ],
  ['pidfile', `const pidfile = new PidfileHooks(this, 'pidfile', { service: sidekiq });`],
  ['slack', `const slack = new SlackNotifier(this, 'slack', { host, webhookUrl: Secret.fromHostFile('/etc/myapp/slack-webhook') });`],
];

/** Names that a fragment may import from cdktf. */
const FROM_CDKTF = ['Fn', 'TerraformOutput', 'TerraformResource', 'TerraformVariable', 'Token'];

/** Looks for a name in the code, outside of literal text and comments. */
const uses = (text: string, name: string): boolean =>
  new RegExp(`(?<!(?<!\\.)\\.|['\\w])${name}\\b(?!:)`).test(text.replaceAll(/'[^'\n]*'/g, `''`).replaceAll(/\/\/.*/g, ''));
const declares = (text: string, name: string): boolean => new RegExp(`\\b(const|let) ${name}\\b`).test(text);

/** Kind of a TypeScript block. */
export type Kind = 'test' | 'program' | 'module' | 'fragment';

/** A whole file has imports, a user's test has tests, and a program synthesizes. */
export function kindOf({ text }: Block): Kind {
  if (!/^import /m.test(text)) return 'fragment';
  if (/^\s*test\(/m.test(text)) return 'test';
  return text.includes('.synth()') ? 'program' : 'module';
}

/** Returns the name of a block's file, unique among all documents. */
export function fileNameOf(block: Block): string {
  const name = `${block.document.replaceAll(/[^A-Za-z0-9]+/g, '-')}-${block.line}`;
  return `${name}${kindOf(block) === 'test' ? '.test' : ''}.ts`;
}

/** Returns the content of a block's file. */
export function programOf(block: Block): string {
  const text = kindOf(block) === 'fragment' ? stackAround(block.text) : block.text;
  // An intended mistake is compiled as in a program without types.
  return block.tag === 'wrong' ? `// @ts-nocheck\n${text}` : text;
}

/** Returns a program that synthesizes a fragment of a stack. Imports at its start become those of the file. */
export function stackAround(fragment: string): string {
  const [imports, piece] = parted(fragment);
  let body = piece;
  for (const [name, text] of [...GIVEN].reverse()) {
    if (uses(body, name) && !declares(body, name)) body = `${text}\n${body}`;
  }
  return [
    `import { NullProvider } from '@cdktf/provider-null/lib/provider';`,
    `import type { Construct } from 'constructs';`,
    importsFor(body, imports, ['App', 'TerraformStack']),
    'class Workers extends TerraformStack {',
    '  public constructor(scope: Construct, id: string) {',
    '    super(scope, id);',
    ...(/\bnew NullProvider\b/.test(body) || body.includes('terraform_data') ? [] : [`    new NullProvider(this, 'null');`]),
    body,
    '  }',
    '}',
    'const app = new App();',
    `new Workers(app, 'workers');`,
    'app.synth();',
    '',
  ].join('\n');
}

/** Returns a user's test file with tests of a stack that has a host with Sidekiq. */
export function testAround(fragment: string): string {
  const [imports, tests] = parted(fragment);
  const body = [
    `const stack = new TerraformStack(Testing.app(), 'workers');`,
    `new HostRegistry(stack, 'hosts', { resourceType: 'terraform_data' });`,
    ...GIVEN.slice(0, 3).map(([, text]) => text.replace('(this, ', '(stack, ')),
    tests,
  ].join('\n');
  return `${importsFor(body, imports, ['TerraformStack', 'Testing'])}\n${body}`;
}

/** Splits a fragment into its imports, which must come first in a file, and the rest. */
function parted(fragment: string): readonly [imports: string, rest: string] {
  const [, imports = '', rest = ''] = /^((?:import [^\n]*\n)*)(.*)$/s.exec(fragment)!;
  return [imports, rest];
}

/** Returns the imports of a file: names of cdktf and of this library that its code uses, and the imports that it has already. */
function importsFor(body: string, imports: string, cdktf: readonly string[]): string {
  const missing = (name: string): boolean => uses(body, name) && !declares(body, name) && !new RegExp(`\\b${name}\\b`).test(imports);
  return [
    `import { ${[...cdktf, ...FROM_CDKTF.filter(missing)].join(', ')} } from 'cdktf';`,
    `import { ${Object.keys(library).filter(missing).join(', ')} } from 'cdktf-sidekiq';`,
    imports,
  ].join('\n');
}
