import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { describeLive } from '../../hosts/describe-live';
import { canFetchNullProvider, nullProviderMirror } from '../../hosts/null-provider';
import { quietNow } from '../../hosts/quiet-clock';
import { appCommand, CdktfProject, TerraformDirectory } from '../../hosts/terraform';

const APP = `
import { App, TerraformStack } from 'cdktf';
import { NullProvider } from '@cdktf/provider-null/lib/provider';
import { Resource } from '@cdktf/provider-null/lib/resource';

const app = new App();
const stack = new TerraformStack(app, 'one');
new NullProvider(stack, 'null');
stack.addOverride('terraform.required_providers.null.version', '1.0.0');
new Resource(stack, 'it', { triggers: { word: process.env.WORD ?? 'first' } });
app.synth();
`;

describeLive('the null provider in its mirror', { needs: ['terraform', 'go'] }, () => {
  let project: CdktfProject;
  let cliConfigFile: string;
  beforeAll(async () => {
    ({ cliConfigFile } = await nullProviderMirror());
    project = new CdktfProject(appCommand('app.ts'), { cliConfigFile });
    writeFileSync(path.join(project.directory, 'app.ts'), APP);
  });
  afterAll(() => project.remove());

  it('is deployed, shown in a diff, replaced and destroyed by cdktf itself', async () => {
    const first = await project.deploy(['one']);
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining('1 added, 0 changed, 0 destroyed') as string });
    const diff = await project.diff(['one'], { WORD: 'second' });
    expect(diff).toMatchObject({ code: 0, output: expect.stringMatching(/~ "word" = "first" -> "second"/) as string });
    const second = await project.deploy(['one'], { WORD: 'second' });
    expect(second.output).toContain('1 added, 0 changed, 1 destroyed');
    const gone = await project.destroy(['one']);
    expect(gone).toMatchObject({ code: 0, output: expect.stringContaining('1 destroyed') as string });
  });

  it('works with only Terraform, whose exit code shows whether there are changes', async () => {
    const required = { null: { source: 'hashicorp/null', version: '1.0.0' } };
    const configuration = (word: string): string =>
      JSON.stringify({ terraform: { required_providers: required }, resource: { null_resource: { it: { triggers: { word } } } } });
    const directory = TerraformDirectory.create(configuration('first'), { cliConfigFile });
    try {
      expect(await directory.init()).toMatchObject({ code: 0 });
      expect(await directory.plan()).toMatchObject({ code: 2 });
      expect(await directory.apply()).toMatchObject({ code: 0 });
      expect(await directory.plan()).toMatchObject({ code: 0 });
      directory.write(configuration('second'));
      expect(await directory.plan()).toMatchObject({ code: 2 });
      expect(await directory.show()).toMatchObject({
        values: { root_module: { resources: [{ values: { triggers: { word: 'first' } } }] } },
      });
      expect(await directory.destroy()).toMatchObject({ code: 0 });
    } finally {
      directory.remove();
    }
  });

  it('is looked up within a time limit, with a registry and without', async () => {
    const started = quietNow();
    expect(typeof (await canFetchNullProvider())).toBe('boolean');
    expect(quietNow() - started).toBeLessThan(15_000);
  });
});
