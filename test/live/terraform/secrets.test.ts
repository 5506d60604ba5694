import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Fn, TerraformResource, TerraformVariable, type TerraformStack } from 'cdktf';
import fc from 'fast-check';
import { EnvironmentFile, Host, HostFile, Secret } from '../../../lib';
import { environmentFileIssues } from '../../../lib/systemd';
import { textProblem } from '../../../lib/values';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { TerraformDirectory, type TerraformOutcome } from '../../hosts/terraform';
import { sleeper, sshTo, stackWithTerraformData, synthesized } from '../../support/stacks';
import { tracesOf } from '../../support/traces';

const HOSTILE = `"double" 'single' \\back\\\\slash\\ \`tick\` $HOME \${x} $\${y} %{z} %%{if} 100% #;=\ttab é 😀\nsecond line\n`;
/** Texts by which the secrets are recognised in any place. */
const MARKS = ['hushFirst', 'hushSecond'] as const;

async function ok(outcome: Promise<TerraformOutcome>): Promise<TerraformOutcome> {
  const { code, output } = await outcome;
  if (code !== 0 && code !== 2) throw new Error(`terraform ended with ${code}:\n${output}`);
  return outcome;
}

describeLive('values that only Terraform knows', { needs: ['hosts', 'terraform'] }, () => {
  let host: TestHost;
  const directories: TerraformDirectory[] = [];
  beforeAll(async () => {
    host = await TestHost.boot();
  });
  afterAll(() => {
    for (const directory of directories) directory.remove();
    host.destroy();
  });

  async function terraform(build: (stack: TerraformStack, host: Host) => void, name: string): Promise<TerraformDirectory> {
    const json = synthesized((app) => {
      const stack = stackWithTerraformData(app, name);
      build(stack, new Host(stack, 'worker', { address: host.address, ssh: sshTo(host) }));
      return stack;
    });
    const directory = TerraformDirectory.create(json);
    directories.push(directory);
    await ok(directory.init());
    return directory;
  }

  const pid = async (unit: string): Promise<string> => (await host.mustExec(['systemctl', 'show', '-P', 'MainPID', unit])).trim();
  async function environment(unit: string): Promise<Map<string, string>> {
    const text = await host.readFile(`/proc/${await pid(unit)}/environ`);
    return new Map(text.split('\0').map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
  }

  test('a secret reaches the service exactly, and no other user', async () => {
    const directory = await terraform((stack, host) => {
      const variable = new TerraformVariable(stack, 'api_key', { type: 'string', sensitive: true });
      const made = new TerraformResource(stack, 'made', { terraformResourceType: 'terraform_data' });
      made.addOverride('input', HOSTILE.replace(/([$%])(?=\{)/g, '$1$1'));
      const variables = { API_KEY: Secret.fromVariable(variable), URL: `redis://${made.getStringAttribute('output')}/$HOME` };
      const file = new EnvironmentFile(stack, 'settings', { host, path: '/etc/secrets.env', variables });
      sleeper(stack, 'secretive', host).addEnvironmentFile(file);
    }, 'secretive');
    const outputs: string[] = [];
    const run = async (mark: string): Promise<void> => {
      const env = { TF_VAR_api_key: `${mark} ${HOSTILE}` };
      for (const command of [['plan'], ['apply', '-auto-approve']]) {
        outputs.push((await ok(directory.terraform([...command, '-input=false'], env))).output);
      }
      const found = await environment('secretive.service');
      expect(found.get('API_KEY')).toBe(`${mark} ${HOSTILE}`);
      expect(found.get('URL')).toBe(`redis://${HOSTILE}/$HOME`);
    };

    await run(MARKS[0]);
    const before = await pid('secretive.service');
    await run(MARKS[1]);
    expect(await pid('secretive.service')).not.toBe(before);
    expect(outputs[2]).toMatch(/terraform_data\.worker must be replaced/);
    expect(outputs[0]).toContain('(sensitive)');

    const written = ['cdk.tf.json', 'terraform.tfstate', 'terraform.tfstate.backup'].map((file) =>
      readFileSync(path.join(directory.directory, file), 'utf8'),
    );
    await host.writeFile('/run/planted', MARKS[0]);
    const pattern = MARKS.join('|');
    const readable = await host.mustExec(
      `find / /run /tmp /dev/shm -xdev -type f -perm /o=r -exec grep -lsaE '${pattern}' {} +; journalctl --no-pager | grep -aE '${pattern}'; true`,
    );
    expect(readable).toBe('/run/planted\n');
    for (const text of [...outputs, ...written]) {
      for (const trace of MARKS.flatMap(tracesOf)) expect(text).not.toContain(trace);
    }
    expect(await host.mustExec(['stat', '-c', '%a %U:%G', '/etc/secrets.env'])).toBe('600 root:root\n');
    expect(await host.mustExec(['find', '/home', '/root', '/run', '-name', '*cdktf-sidekiq-*.sh', '-size', '+0'])).toBe('');
  });

  test('any text arrives byte for byte: variables, tokens, files', async () => {
    const seed = Math.trunc(Math.random() * 2 ** 31);
    const hostile = fc.constantFrom(
      '${',
      '%{',
      '}',
      '$',
      '%',
      '$$',
      '%%',
      '\\',
      '"',
      "'",
      '`',
      '\n',
      '\\\n',
      '#',
      ';',
      '=',
      ' ',
      '\t',
      'é',
      '😀',
      '~',
    );
    const text = fc
      .array(fc.oneof(hostile, hostile, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 30 })
      .map((parts) => parts.join(''))
      .filter((value) => textProblem(value, { allowNewline: true }) === undefined && environmentFileIssues({ A: value }).length === 0);
    const sample = (count: number, shift: number): string[] => fc.sample(text, { numRuns: count, seed: seed + shift });
    const [literals, tokens, around, files] = [sample(150, 1), sample(100, 2), sample(100, 3), sample(40, 4)] as const;

    const directory = await terraform((stack, host) => {
      const values = new TerraformVariable(stack, 'values', { type: 'map(string)' });
      const token = (index: number): string => Fn.lookup(values.value, `t${index}`) as string;
      const variables = Object.fromEntries([
        ...literals.map((value, index) => [`L${index}`, value]),
        ...tokens.map((_, index) => [`T${index}`, token(index)]),
        ...around.map((value, index) => [`A${index}`, `${value}${token(index)}${value}`]),
      ]) as Record<string, string>;
      sleeper(stack, 'fuzzed', host).addEnvironmentFile(
        new EnvironmentFile(stack, 'settings', { host, path: '/etc/fuzzed.env', variables }),
      );
      files.forEach((content, index) => new HostFile(stack, `file-${index}`, { host, path: `/opt/fuzzed/\${x} %{y} ${index}`, content }));
    }, 'fuzzed');
    const values = Object.fromEntries(tokens.map((value, index) => [`t${index}`, value]));
    writeFileSync(path.join(directory.directory, 'terraform.tfvars.json'), JSON.stringify({ values }));
    await ok(directory.apply());

    const found = await environment('fuzzed.service');
    const arrived = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => found.get(`${prefix}${index}`));
    expect({ seed, values: arrived('L', 150) }).toEqual({ seed, values: literals });
    expect({ seed, values: arrived('T', 100) }).toEqual({ seed, values: tokens });
    expect({ seed, values: arrived('A', 100) }).toEqual({
      seed,
      values: around.map((value, index) => `${value}${tokens[index]!}${value}`),
    });
    const read = await host.mustExec(`for i in $(seq 0 39); do base64 -w0 "/opt/fuzzed/\\\${x} %{y} $i"; echo; done`);
    expect({
      seed,
      values: read
        .split('\n')
        .slice(0, 40)
        .map((line) => Buffer.from(line, 'base64').toString()),
    }).toEqual({ seed, values: files });
    expect(await ok(directory.plan())).toMatchObject({ code: 0 });
    await ok(directory.destroy());
    expect(await host.mustExec('ls -d /opt/fuzzed /etc/fuzzed.env 2>/dev/null; true')).toBe('');
  });
});
