import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TerraformVariable, type TerraformStack } from 'cdktf';
import { PrivateKey, type SshOptions, type VariableKeyOptions } from '../../../../lib';
import { blocksOf } from '../../../docs/markdown';
import { describeLive } from '../../../hosts/describe-live';
import { TestHost } from '../../../hosts/host';
import { terraformEnvironment } from '../../../hosts/null-provider';
import { must } from '../../../hosts/run';
import { row } from '../../../support/troubleshooting';
import { unzipped } from '../../../support/unzipped';
import { Attempts, FILE, isClean, timed } from './attempts';

describeLive('keys', { needs: ['hosts', 'terraform'] }, () => {
  const attempts = new Attempts();
  let host: TestHost;
  let scratch: string;
  beforeAll(async () => {
    host = await TestHost.boot();
    scratch = mkdtempSync(path.join(tmpdir(), 'keys-'));
  });
  afterEach(() => attempts.remove());
  afterAll(() => {
    host.destroy();
    rmSync(scratch, { recursive: true });
  });

  const newKey = (name: string, ...args: readonly string[]): string => {
    const file = path.join(scratch, name);
    execFileSync('ssh-keygen', ['-q', '-C', name, '-f', file, ...args]);
    return file;
  };

  describe('from a file', () => {
    test.each(['root', 'ops'])('logs in as %s, and again for the uninstall', async (user) => {
      await attempts.succeed(host, { ssh: { user } });
    });

    test('that the host does not know', async () => {
      const file = newKey('unknown', '-t', 'ed25519', '-N', '');
      const { messages, quietSeconds } = await attempts.fail(host, { ssh: { privateKey: PrivateKey.fromFile(file), timeoutSeconds: 4 } });
      expect(messages).toMatch(row('refused-key'));
      expect(quietSeconds).toBeLessThan(15);
    });

    test('for a user who may not log in', async () => {
      expect((await attempts.fail(host, { ssh: { user: 'deploy', timeoutSeconds: 4 } })).messages).toMatch(row('refused-key'));
    });

    test.each<[string, readonly string[]]>([
      ['as ssh-keygen makes them', ['-t', 'ed25519']],
      ['as PEM', ['-t', 'rsa', '-b', '2048', '-m', 'PEM']],
      ['as PKCS #8', ['-t', 'rsa', '-b', '2048', '-m', 'PKCS8']],
    ])('with a passphrase, %s', async (name, type) => {
      const file = newKey(name.replaceAll(/\W/g, '-'), ...type, '-N', 'a passphrase');
      const { messages, quietSeconds } = await attempts.fail(host, { ssh: { privateKey: PrivateKey.fromFile(file) } });
      expect(messages).toMatch(row('encrypted-key'));
      expect(quietSeconds).toBeLessThan(10);
    });

    test('that does not exist, which a plan reports', async () => {
      const directory = await attempts.prepare(host, { ssh: { privateKey: PrivateKey.fromFile('/nowhere/id_ed25519') } });
      const { code, messages } = await timed(directory.apply());
      expect(code).toBe(1);
      expect(messages).toMatch(row('no-key-file'));
      await isClean(host);
    });
  });

  describe('from a variable', () => {
    const inVariable =
      (options: VariableKeyOptions, ephemeral: boolean) =>
      (stack: TerraformStack): Partial<SshOptions> => {
        const variable = new TerraformVariable(stack, 'ssh_key', { type: 'string', sensitive: true });
        if (ephemeral) variable.addOverride('ephemeral', true);
        return { privateKey: PrivateKey.fromVariable(variable, options) };
      };
    const key = (): string => readFileSync(host.privateKeyPath, 'utf8');
    /** A line of the key, as it appears in every text that contains the key. */
    const mark = (): string => key().split('\n')[2]!;
    const environment = (): NodeJS.ProcessEnv => ({ TF_VAR_ssh_key: key() });

    test('that is sensitive; the uninstall uses the configured file', async () => {
      const directory = await attempts.prepare(host, { sshIn: inVariable({ uninstall: { keyFile: host.privateKeyPath } }, false) });
      const apply = await directory.terraform(['apply', '-input=false', '-auto-approve'], environment());
      expect(apply.code).toBe(0);
      expect(await host.readFile(FILE)).toBe('arrived\n');
      const destroy = await directory.terraform(['destroy', '-input=false', '-auto-approve'], environment());
      expect(destroy.code).toBe(0);
      await isClean(host);
      for (const text of [apply.output, destroy.output, attempts.written()]) expect(text).not.toContain(mark());
    });

    test('that is not available for the uninstall: everything stays installed', async () => {
      const directory = await attempts.prepare(host, { sshIn: inVariable({ uninstall: 'leave' }, false), env: environment() });
      expect(await timed(directory.apply())).toMatchObject({ code: 0 });
      expect(await timed(directory.destroy())).toMatchObject({ code: 0 });
      expect(await host.readFile(FILE)).toBe('arrived\n');
      await host.mustExec(
        `sh /var/lib/cdktf-sidekiq/owners/*/installer uninstall "$(basename /var/lib/cdktf-sidekiq/owners/*)" "$(sed -n 's/^claim //p' /var/lib/cdktf-sidekiq/owners/*/manifest)"`,
      );
      await isClean(host);
    });

    describe.each([
      ['sensitive', false],
      ['sensitive and ephemeral', true],
    ])('that is %s, through a saved plan', (_, ephemeral) => {
      test(ephemeral ? 'is stored nowhere' : 'is in the plan in plaintext', async () => {
        const directory = await attempts.prepare(host, { sshIn: inVariable({ uninstall: { keyFile: host.privateKeyPath } }, ephemeral) });
        const trace = path.join(directory.directory, 'trace.log');
        const logged = { ...environment(), TF_LOG: 'TRACE', TF_LOG_PATH: trace };
        expect((await directory.terraform(['plan', '-input=false', '-out=plan.tfplan'], logged)).code).toBe(0);
        const saved = unzipped(path.join(directory.directory, 'plan.tfplan'));
        expect([...saved.keys()]).toEqual(expect.arrayContaining(['tfplan', 'tfstate']));
        // Text is in there unchanged.
        expect([...saved.values()].some((text) => text.includes(mark()))).toBe(!ephemeral);

        if (ephemeral) {
          const without = await timed(directory.terraform(['apply', '-input=false', 'plan.tfplan']));
          expect(without.code).toBe(1);
          expect(without.messages).toMatch(row('ephemeral-key-missing'));
          await isClean(host);
        }
        const apply = await directory.terraform(['apply', '-input=false', 'plan.tfplan'], ephemeral ? logged : {});
        expect(apply.code).toBe(0);
        expect(await host.readFile(FILE)).toBe('arrived\n');
        // The host's output is still shown.
        expect(apply.output).toContain(`${FILE}: written`);
        const destroy = await directory.terraform(['destroy', '-input=false', '-auto-approve'], logged);
        expect(destroy.code).toBe(0);
        await isClean(host);
        expect(readFileSync(trace, 'utf8')).toContain('Starting remote scp process');
        for (const text of [apply.output, destroy.output, attempts.written()]) expect(text).not.toContain(mark());
      });
    });

    test('with the guide’s commands', async () => {
      const directory = await attempts.prepare(host, { sshIn: inVariable({ uninstall: { keyFile: host.privateKeyPath } }, true) });
      const [commands] = blocksOf('docs/guides/hosts-and-ssh.md').filter(({ text }) => text.includes('TF_VAR_ssh_key'));
      const text = commands!.text.replaceAll('~/.ssh/ops', host.privateKeyPath);
      await must(['sh', '-ec', text], { cwd: directory.directory, env: terraformEnvironment() });
      expect(await host.readFile(FILE)).toBe('arrived\n');
      expect((await directory.terraform(['destroy', '-auto-approve'], environment())).code).toBe(0);
      await isClean(host);
    });
  });
});
