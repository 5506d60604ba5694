import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeLive } from '../../hosts/describe-live';
import { nullProviderMirror } from '../../hosts/null-provider';
import { REPOSITORY } from '../../hosts/paths';
import { CdktfProject, TerraformDirectory } from '../../hosts/terraform';
import { edit, linkPackages, pinNullProvider } from '../../support/infra-repo';
import { StateServer } from '../../support/state-server';

/** Messages of Terraform that the guide quotes. */
const quoted = readFileSync(path.join(REPOSITORY, 'docs/guides/deploy-from-ci.md'), 'utf8')
  .split('## When it stops')[1]!
  .split('\n')
  .flatMap((line) => /^\| `(.*?)` /.exec(line)?.[1] ?? []);

// Needs no host: all of these messages come before a connection.
describeLive('the guide’s table for CI', { needs: ['terraform', 'go'] }, () => {
  let server: StateServer;
  let project: CdktfProject;
  let home: string;
  let cliConfigFile: string;

  beforeAll(async () => {
    [server, { cliConfigFile }] = await Promise.all([StateServer.start('ci', 'secret'), nullProviderMirror()]);
    home = mkdtempSync(path.join(tmpdir(), 'home-'));
    mkdirSync(path.join(home, '.ssh'));
    writeFileSync(path.join(home, '.ssh/ops'), '');
    project = new CdktfProject('npx tsx main.ts', { cliConfigFile, env: environment() });
    linkPackages(project.directory);
    cpSync(path.join(REPOSITORY, 'test/infra-repo'), project.directory, { recursive: true });
    pinNullProvider(project.directory, '1.0.0');
  });
  afterAll(async () => {
    project.remove();
    rmSync(home, { recursive: true, force: true });
    await server.stop();
  });

  const environment = (): NodeJS.ProcessEnv => ({
    HOME: home,
    STATE_URL: server.url,
    TF_HTTP_USERNAME: 'ci',
    TF_HTTP_PASSWORD: 'secret',
  });
  const synthesized = async (): Promise<void> => {
    const { code, output } = await project.synth();
    if (code !== 0) throw new Error(output);
  };
  /** Returns Terraform's output in a stack's directory, on one line. */
  async function outputOf(stack: string, ...commands: string[]): Promise<{ code: number; text: string }> {
    const directory = TerraformDirectory.at(project.stackDirectory(stack), { cliConfigFile, env: environment() });
    let last = await directory.init();
    for (const command of commands) last = await directory.terraform(command.split(' '));
    return { code: last.code, text: last.output.replaceAll(/\s+/g, ' ') };
  }

  test('has a row for each message', () => {
    expect(quoted).toEqual([
      'Saved plan is stale',
      'Error acquiring the state lock',
      'no file exists at "~/.ssh/ops"',
      'Unable to find remote state',
      'does not have an attribute named "cross-stack-output',
    ]);
  });

  test('a stack that refers to one that was never deployed', async () => {
    await synthesized();
    expect(await outputOf('workers', 'plan')).toMatchObject({ code: 1, text: expect.stringContaining(quoted[3]!) as string });
  });

  test('a plan that another deployment has outdated', async () => {
    const { code, text } = await outputOf('redis', 'plan -out=plan.tfplan', 'apply -auto-approve', 'apply plan.tfplan');
    expect({ code, text }).toMatchObject({ code: 1, text: expect.stringContaining(quoted[0]!) as string });
  });

  test('no file at the key’s path, and an empty one', async () => {
    rmSync(path.join(home, '.ssh/ops'));
    expect(await outputOf('workers', 'plan')).toMatchObject({ code: 1, text: expect.stringContaining(quoted[2]!) as string });
    writeFileSync(path.join(home, '.ssh/ops'), '');
    expect(await outputOf('workers', 'plan')).toMatchObject({ code: 0, text: expect.stringContaining('26 to add') as string });
  });

  test('a locked state', async () => {
    server.lock('workers', 'colleague');
    try {
      expect(await outputOf('workers', 'plan')).toMatchObject({
        code: 1,
        text: expect.stringMatching(new RegExp(`${quoted[1]!}.*another-run`)) as string,
      });
      expect(await outputOf('workers', 'plan -lock=false')).toMatchObject({ code: 0 });
    } finally {
      server.unlock('workers');
    }
  });

  test('a value that is new in both stacks', async () => {
    edit(project.directory, 'stacks/redis.ts', `'machine'`, `'cache'`);
    await synthesized();
    expect(await outputOf('workers', 'plan')).toMatchObject({ code: 1, text: expect.stringContaining(quoted[4]!) as string });
  });
});
