import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { blocksOf } from '../docs/markdown';
import { describeLive } from '../hosts/describe-live';
import { TestHost } from '../hosts/host';
import { canFetchNullProvider, nullProviderMirror, terraformEnvironment } from '../hosts/null-provider';
import { REPOSITORY } from '../hosts/paths';
import { Consumer } from './consumer';
import { manifest, scratch, tarball } from './packed';

const readme = blocksOf('README.md');
/** Commands of the README for a project: to install, and to deploy. */
const [INSTALL, DEPLOY] = readme.filter(({ language, tag }) => `${language} ${tag}` === 'sh project').map(({ text }) => text);
/** The README's first example, unchanged. */
const EXAMPLE = readme.find(({ language }) => language === 'ts')!.text;
/** The README's test, as a user would have it. */
const USERS_TEST = readme.find(({ language, text }) => language === 'ts' && text.includes('test('))!.text;
/** Command that is needed because `cdktf init` installs a TypeScript that its own ts-jest and ts-node can't use. */
const PIN = blocksOf('docs/guides/cdktn.md').find(({ language, tag }) => `${language} ${tag}` === 'sh project')!.text;

const CDKTF = path.join(REPOSITORY, 'node_modules/.bin/cdktf');
const QUIET = { CHECKPOINT_DISABLE: '1', DISABLE_VERSION_CHECK: '1', NO_COLOR: '1', FORCE_COLOR: '0', TF_CLI_ARGS: '-no-color', CI: '1' };
const NPM = { npm_config_prefer_offline: 'true', npm_config_audit: 'false', npm_config_fund: 'false', npm_config_ignore_scripts: 'true' };

/** A test of the example: the same stack, and the snapshot that jest keeps of it. */
const SNAPSHOT_TEST = `${EXAMPLE.slice(0, EXAMPLE.indexOf('const app = new App();')).replace('App, TerraformStack', 'TerraformStack, Testing')}
import { collectIssues, hostFiles } from 'cdktf-sidekiq/testing';

const stack = new Workers(Testing.app(), 'workers');

test('the stack', () => {
  expect(JSON.parse(Testing.synth(stack, true))).toMatchSnapshot();
});

test('what lands on the host', () => {
  expect(hostFiles(stack)).toMatchSnapshot();
  expect(collectIssues(stack).filter(({ severity }) => severity === 'error')).toEqual([]);
});
`;

describeLive('a project that `cdktf init` has created', { needs: ['registry', 'terraform'] }, () => {
  let project: Consumer;
  let environment: NodeJS.ProcessEnv = { ...terraformEnvironment(), ...QUIET };
  const cdktf = (...args: readonly string[]): Promise<string> => project.must([CDKTF, ...args], environment);

  beforeAll(async () => {
    project = Consumer.at(path.join(scratch(), 'consumers/init'));
    const options = [
      '--template',
      'typescript',
      '--local',
      '--project-name',
      'app',
      '--project-description',
      'app',
      '--enable-crash-reporting',
      'false',
    ];
    await project.must([CDKTF, 'init', ...options, '--providers='], { ...environment, ...NPM });
    await project.must(['sh', '-ec', PIN], NPM);
    copyFileSync(tarball(), project.fileOf(`cdktf-sidekiq-${manifest().version}.tgz`));
    await project.must(['sh', '-ec', INSTALL!], NPM);
    project.write('main.ts', EXAMPLE);
    project.write('known_hosts', '203.0.113.10 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXn\n');
  });

  test('is strict, and compiles the README’s example unchanged', async () => {
    expect(JSON.parse(project.read('tsconfig.json'))).toMatchObject({ compilerOptions: { strict: true, module: 'CommonJS' } });
    await project.must(['npx', 'tsc', '--noEmit']);
  });

  test('synthesizes it with the cdktf command', async () => {
    await cdktf('synth');
    expect(JSON.parse(project.read('cdktf.out/stacks/workers/cdk.tf.json'))).toMatchObject({
      resource: { null_resource: { 'worker-1': {} } },
    });
  });

  test('keeps snapshots of it with its own jest, and detects a change', async () => {
    project.write('__tests__/workers.test.ts', SNAPSHOT_TEST);
    project.write('__tests__/readme.test.ts', USERS_TEST);
    const jest = (ci: boolean, ...args: readonly string[]) => project.run(['npx', 'jest', `--ci=${ci}`, ...args]);

    expect((await jest(false)).stderr).toMatch(/3 snapshots written/);
    const kept = project.read('__tests__/__snapshots__/workers.test.ts.snap');
    for (const line of ['if totalmem > 800 MB for 3 cycles then restart', 'WorkingDirectory=/opt/myapp/current'])
      expect(kept).toContain(line);

    project.write('__tests__/workers.test.ts', SNAPSHOT_TEST.replace('mebibytes(800)', 'mebibytes(900)'));
    const { code, stderr } = await jest(true, 'workers');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^ +- .*totalmem > 800 MB for 3 cycles/m);
    expect(stderr).toMatch(/^ +\+ .*totalmem > 900 MB for 3 cycles/m);

    project.write('__tests__/workers.test.ts', SNAPSHOT_TEST);
    expect((await jest(true)).stderr).toMatch(/Snapshots: +3 passed, 3 total/);
  });

  describeLive('and a host', { needs: ['hosts', 'terraform', 'go'] }, () => {
    let host: TestHost;

    beforeAll(async () => {
      const [booted, { cliConfigFile, version }, canFetch] = await Promise.all([
        TestHost.boot(),
        nullProviderMirror(),
        canFetchNullProvider(),
      ]);
      host = booted;
      // Prerequisites of the example: an application that its sidekiq.yml loads, and a webhook.
      await host.mustExec(`echo ':require: ./app.rb' >>/opt/myapp/shared/config/sidekiq.yml`);
      await host.mustExec(
        'install -d /etc/myapp && echo https://hooks.example.com/x | install -m 0600 /dev/stdin /etc/myapp/slack-webhook',
      );
      const addressed = [
        ['203.0.113.10', host.address],
        ['~/.ssh/ops', host.privateKeyPath],
        ['known_hosts', host.knownHostsPath],
      ].reduce((text, [from, to]) => text.replace(`'${from!}'`, `'${to!}'`), EXAMPLE);
      project.write('main.ts', canFetch ? addressed : withNullProvider(addressed, version));
      if (!canFetch) environment = { ...environment, ...terraformEnvironment(cliConfigFile) };
    });
    afterAll(() => host.destroy());

    test('deploys the example, with the files that the README shows, and destroys it', async () => {
      const deployed = await project.must(['sh', '-ec', DEPLOY!], { ...environment, PATH: `${answering()}:${process.env.PATH}` });
      expect(deployed).toMatch(/4 to add, 0 to change, 0 to destroy/);
      expect(deployed).toMatch(/sidekiq\.service: active \(ready, stable for 3 s\)/);
      const shown = readme.map(({ text }) => /^# (\/\S+)\n(.*)$/s.exec(text)).filter((match) => match !== null);
      expect(shown.map(([, file]) => file)).toEqual(['/etc/systemd/system/sidekiq.service', '/etc/monit/conf.d/sidekiq']);
      const onHost = await Promise.all(shown.map(([, file]) => host.readFile(file!)));
      expect(onHost[0]).toBe(shown[0]![2]);
      expect(withoutCores(onHost[1]!)).toBe(withoutCores(shown[1]![2]!));
      expect(await host.mustExec('systemctl is-active sidekiq; systemctl is-enabled sidekiq')).toBe('active\nenabled\n');
      expect(await host.mustExec('monit -B summary')).toMatch(/^\s*sidekiq\s+OK/m);

      expect(await cdktf('diff', '--skip-provider-lock')).toMatch(/No changes\./);
      await cdktf('destroy', '--auto-approve', '--skip-provider-lock');
      expect(
        (await host.exec('ls /etc/systemd/system/sidekiq.service /etc/monit/conf.d/sidekiq /usr/local/lib/cdktf-sidekiq')).stdout,
      ).toBe('');
    });
  });
});

/** A `cdktf` whose questions are answered with yes, and that looks up no provider hashes; returns its path. */
function answering(): string {
  const directory = path.join(scratch(), 'answering');
  mkdirSync(directory, { recursive: true });
  const yes = '[ "$1" != deploy ] || set -- "$@" --auto-approve';
  writeFileSync(path.join(directory, 'cdktf'), `#!/bin/sh\n${yes}\nexec '${CDKTF}' "$@" --skip-provider-lock\n`, { mode: 0o755 });
  return directory;
}

/** If Terraform can't fetch the provider: the one version that the tests build. */
function withNullProvider(program: string, version: string): string {
  const line = `new NullProvider(this, 'null');`;
  return program.replace(line, `${line}\n    this.addOverride('terraform.required_providers.null.version', '${version}');`);
}

/** The host computes the share of the CPU from its cores. */
function withoutCores(text: string): string {
  return text.replace(/cpu > [\d.]+%( per core)?/, 'cpu > …');
}
