import path from 'node:path';
import semver from 'semver';

import { blocksOf } from '../docs/markdown';
import { describeLive } from '../hosts/describe-live';
import { Consumer, type Recipe } from './consumer';
import { manifest, scratch } from './packed';

/** Ends of the ranges in package.json. Each row's versions are exact. */
const OLDEST = { cdktf: '0.20.0', constructs: '10.3.0', '@cdktf/provider-null': '10.0.2' };
const NEWEST = { cdktf: '0.21.0', constructs: '10.8.1', '@cdktf/provider-null': '11.0.1' };
const ROWS: readonly Record<string, string>[] = [
  OLDEST,
  { cdktf: '0.20.12', constructs: '10.4.0', '@cdktf/provider-null': '10.0.2' },
  { cdktf: '0.21.0', constructs: '10.4.2', '@cdktf/provider-null': '11.0.1' },
];

/** The package.json that the guide gives to users of cdktn. */
const CDKTN = JSON.parse(blocksOf('docs/guides/cdktn.md').find(({ language }) => language === 'json')!.text) as Recipe;

/** The compiler: version 7 checks all declarations in a second, where 5.9 takes ten. */
let tsc: readonly string[];

interface Outcome {
  readonly stacks: readonly { readonly terraform?: { readonly backend?: unknown } }[];
  readonly files: readonly unknown[];
  readonly issues: readonly unknown[];
  readonly refused: string;
}

/** Compiles the contract under strict, with all declarations checked, and runs it. */
async function contract(consumer: Consumer, replace?: (text: string) => string): Promise<Outcome> {
  consumer.copy('test/package/contract/program.ts', 'program.ts', replace);
  await consumer.must([...tsc, '--skipLibCheck', 'false', 'program.ts']);
  const outcome = JSON.parse(await consumer.must(['node', 'program.js'])) as Outcome;
  // cdktf's own advice follows the issues, different in each version.
  return { ...outcome, refused: outcome.refused.replace(/\n\s*\nIf you wish to ignore these validations.*/s, '') };
}

const named = (versions: Readonly<Record<string, string>>): string =>
  Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
const directoryName = (versions: Readonly<Record<string, string>>): string =>
  Object.values(versions)
    .join('-')
    .replaceAll(/[^\w.-]/g, '-');
const install = (dependencies: Readonly<Record<string, string>>): Promise<Consumer> =>
  Consumer.install(directoryName(dependencies), { dependencies: { ...dependencies, '@types/node': '20' } });

test('tests the ends of the ranges', () => {
  const { peerDependencies } = manifest();
  expect(semver.minVersion(peerDependencies.cdktf!)!.version).toBe(OLDEST.cdktf);
  expect(semver.minVersion(peerDependencies.constructs!)!.version).toBe(OLDEST.constructs);
  for (const { cdktf, constructs } of [...ROWS, NEWEST]) {
    expect(semver.satisfies(cdktf, peerDependencies.cdktf!)).toBe(true);
    expect(semver.satisfies(constructs, peerDependencies.constructs!)).toBe(true);
  }
  // The version that the guide gives under the name of cdktf, and only tested versions of cdktf.
  expect(semver.satisfies('0.24.0', peerDependencies.cdktf!)).toBe(true);
  for (const untried of ['0.19.2', '0.22.0', '0.23.0', '0.25.0', '1.0.0'])
    expect(semver.satisfies(untried, peerDependencies.cdktf!)).toBe(false);
});

describeLive('the same program', { needs: ['registry'] }, () => {
  let newest: Outcome;
  beforeAll(async () => {
    const compiler = await Consumer.at(path.join(scratch(), 'consumers/compiler')).add('typescript@7');
    tsc = [
      'node',
      compiler.fileOf('node_modules/typescript/bin/tsc'),
      '--strict',
      '--target',
      'ES2022',
      '--module',
      'Node16',
      '--types',
      'node',
    ];
    newest = await contract(await install(NEWEST));
  });

  test(`is worth comparing (${named(NEWEST)})`, () => {
    expect(newest.stacks).toHaveLength(2);
    expect(newest.files).toMatchSnapshot();
    expect(newest.issues).not.toEqual([]);
    expect(newest.refused).toContain('unit/invalid-user-name');
  });

  test.each(ROWS.map((row) => [named(row), row] as const))('gives the same result with %s', async (_name, row) => {
    expect(await contract(await install(row))).toEqual(newest);
  });

  describe('with cdktn, as in the guide', () => {
    let consumer: Consumer;
    beforeAll(async () => {
      consumer = await Consumer.install('cdktn', { ...CDKTN, dependencies: { ...CDKTN.dependencies, '@types/node': '20' } });
    });

    test('installs it once under each name, in one version', () => {
      expect(JSON.parse(consumer.read('node_modules/cdktf/package.json'))).toMatchObject({ name: 'cdktn', version: '0.24.0' });
      expect(consumer.versionOf('cdktn')).toBe(consumer.versionOf('cdktf'));
    });

    test('gives the same result if it imports cdktf', async () => {
      expect(await contract(consumer)).toEqual(newest);
    });

    test('gives the same result if it imports cdktn', async () => {
      const outcome = await contract(consumer, (text) => text.replace(`from 'cdktf'`, `from 'cdktn'`));
      expect(consumer.read('program.js')).toContain('require("cdktn")');
      expect(outcome).toEqual(newest);
    });
  });

  test('needs no provider for terraform_data, not even an installed one', async () => {
    const { cdktf, constructs } = NEWEST;
    const consumer = await Consumer.install('bare', { dependencies: { cdktf, constructs, '@types/node': '20' } });
    consumer.write('program.ts', bare());
    await consumer.must([...tsc, 'program.ts']);
    await consumer.must(['node', 'program.js']);
    expect((await consumer.run(['node', '-e', "require('@cdktf/provider-null')"])).stderr).toContain('MODULE_NOT_FOUND');
    const stack = JSON.parse(consumer.read('cdktf.out/stacks/workers/cdk.tf.json')) as {
      resource: object;
      terraform: { required_providers?: object };
    };
    expect(Object.keys(stack.resource)).toEqual(['terraform_data']);
    expect(stack.terraform.required_providers).toBeUndefined();
  });
});

/** The README's stack without a provider, with a service on it, synthesized. */
function bare(): string {
  const block = blocksOf('README.md').find(({ text }) => text.includes('class Bare'))!;
  return `${block.text}
import { App } from 'cdktf';
import { Exec, Host, HostKeys, PrivateKey, SystemdService } from 'cdktf-sidekiq';
const app = new App();
const stack = new Bare(app, 'workers');
const ssh = { privateKey: PrivateKey.fromFile('~/.ssh/ops'), hostKeys: HostKeys.insecurelyAcceptAny() };
const host = new Host(stack, 'worker', { address: '203.0.113.10', ssh });
new SystemdService(stack, 'clock', { host, service: { ExecStart: Exec.command('/usr/bin/clock'), User: 'deploy' } });
app.synth();
`;
}
