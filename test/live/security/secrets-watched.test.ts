import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TerraformVariable } from 'cdktf';
import { Duration, EnvironmentFile, Exec, Host, HostFile, Secret, SlackNotifier, SystemdService } from '../../../lib';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { must, run, sleep } from '../../hosts/run';
import { TerraformDirectory, type TerraformOutcome } from '../../hosts/terraform';
import { sshTo, stackWithTerraformData, synthesized } from '../../support/stacks';
import { tracesOf } from '../../support/traces';
import { watched, type Seen } from './watched';

/** Beginning of every secret in these tests: the watcher looks for it as text and as base64. */
const HUSH = 'hush2f9c41d7secret';
const TRACES = tracesOf(HUSH);
/** Text with which the watcher itself is tested: journald logs it. */
const CONTROL = 'control5b20e8';
const holdsSecret = (text: string): boolean => TRACES.some((trace) => text.includes(trace));

describeLive('secrets, watched continuously', { needs: ['hosts', 'terraform'] }, () => {
  let host: TestHost;
  const directories: TerraformDirectory[] = [];
  beforeAll(async () => {
    host = await TestHost.boot();
  });
  afterAll(() => {
    for (const directory of directories) directory.remove();
    host?.destroy();
  });

  test('the watcher sees everything that it should', async () => {
    const seen = await watched(host, [CONTROL], async () => {
      await host.mustExec(`env true ${CONTROL}; TOKEN=${CONTROL} env true >/dev/null`, { user: 'deploy' });
      // Made private only after the secret was in it; and one in a private directory.
      await host.mustExec(
        `umask 022; echo ${CONTROL} >/opt/late; chmod 0600 /opt/late; install -d -m 0700 /opt/closed; echo ${CONTROL} >/opt/closed/file; rm -r /opt/late /opt/closed`,
      );
      // Readable for a moment.
      await host.mustExec(`umask 077; echo ${CONTROL} >/opt/blink; chmod 0644 /opt/blink; sleep 0.3; chmod 0600 /opt/blink; rm /opt/blink`);
    });
    expect(seen.argv.filter((line) => /^\d+ true control/.test(line))).toHaveLength(1);
    expect(seen.environ).toContainEqual(expect.stringMatching(/^\d+ (env|true)$/));
    expect(seen.holds).toEqual(expect.arrayContaining(['0644 0 /opt/late', '0644 0 /opt/closed/file', '0600 0 /opt/blink']));
    expect([...seen.open].sort()).toEqual(['deploy /opt/blink', 'deploy /opt/late', 'nobody /opt/blink', 'nobody /opt/late']);
  });

  interface Stage {
    /** Makes the service fail to start. */
    readonly broken?: boolean;
    /** Seconds that the service must stay up to be stable. */
    readonly stability?: number;
  }

  const json = (user: string, { broken = false, stability = 0 }: Stage = {}): string =>
    synthesized((app) => {
      const stack = stackWithTerraformData(app, 'secretive');
      const on = new Host(stack, 'worker', { address: host.address, ssh: sshTo(host, user) });
      const variable = (name: string): Secret =>
        Secret.fromVariable(new TerraformVariable(stack, name, { type: 'string', sensitive: true }));
      const service = new SystemdService(stack, 'secretive', {
        host: on,
        stability: Duration.seconds(stability),
        service: {
          ...(broken ? { ExecStartPre: Exec.command('/bin/false') } : {}),
          ExecStart: Exec.command('/bin/sleep', ['infinity']),
          User: 'deploy',
        },
      });
      service.addEnvironmentFile(
        new EnvironmentFile(stack, 'env', { host: on, path: '/etc/myapp/secret.env', variables: { API_KEY: variable('api_key') } }),
      );
      service.addEnvironmentFile(
        new EnvironmentFile(stack, 'shared', { host: on, path: '/opt/myapp/shared/secret.env', variables: { OTHER: variable('other') } }),
      );
      new SlackNotifier(stack, 'slack', { host: on, webhookUrl: variable('webhook') });
      new HostFile(stack, 'plain', { host: on, path: '/opt/myapp/shared/plain', content: `${stability}\n` });
      return stack;
    });

  /** Every place on this machine where a run leaves data. */
  function traces(directory: TerraformDirectory, outcomes: readonly TerraformOutcome[]): Record<string, boolean> {
    const file = (name: string): string => readFileSync(path.join(directory.directory, name), 'utf8');
    return {
      JSON: holdsSecret(file('cdk.tf.json')),
      state: holdsSecret(file('terraform.tfstate')),
      output: outcomes.some(({ output }) => holdsSecret(output)),
    };
  }

  /** Arguments of this machine's own processes, polled: Terraform and its children. */
  class ArgumentsOfThisMachine {
    found = false;
    looks = 0;
    private ended = false;

    async look(): Promise<void> {
      while (!this.ended) {
        const { stdout } = await run(['sh', '-c', `cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '`]);
        this.found ||= holdsSecret(stdout);
        this.looks += 1;
        await sleep(50);
      }
    }

    end(): void {
      this.ended = true;
    }
  }

  /** Occurrences of the secret on the host: files outside of /proc and /sys with mode and owner, and the journal. */
  async function onHost(): Promise<readonly string[]> {
    await host.writeFile('/root/texts', `${TRACES.join('\n')}\n`, '0600');
    const found = await host.mustExec(
      `find / /run /tmp /var/tmp /dev/shm -xdev -type f ! -path '/root/texts' ! -path '/root/watch*' -print0 | xargs -0 grep -lsaF -f /root/texts -- | sort -u | while read -r file; do stat -c '%a %U %n' "$file"; done; ` +
        `journalctl --no-pager --output=export | grep -aF -f /root/texts | sed 's/^/journal: /' | head -3; true`,
      { timeout: 120_000 },
    );
    return found.trimEnd().split('\n').filter(Boolean);
  }

  const SECRET_FILES = ['/etc/myapp/secret.env', '/opt/myapp/shared/secret.env', '/usr/local/lib/cdktf-sidekiq/secretive-slack/webhook'];

  test.each(['ops', 'root'])('is not exposed when deployed, rolled back, killed and uninstalled by %s', async (user) => {
    const directory = TerraformDirectory.create(json(user));
    directories.push(directory);
    await directory.init();
    const outcomes: TerraformOutcome[] = [];
    const secrets = (mark: string): NodeJS.ProcessEnv => ({
      TF_LOG: '',
      TF_VAR_api_key: `${HUSH}-${mark}-key`,
      TF_VAR_other: `${HUSH}-${mark}-other`,
      TF_VAR_webhook: `https://hooks.example.test/${HUSH}-${mark}`,
    });
    async function apply(mark: string, stage: Stage, code: number): Promise<TerraformOutcome> {
      directory.write(json(user, stage));
      const env = secrets(mark);
      outcomes.push(await directory.terraform(['plan', '-input=false', '-out=plan.tfplan'], env));
      outcomes.push(await directory.terraform(['show', '-no-color', 'plan.tfplan'], env));
      const applied = await directory.terraform(['apply', '-input=false', 'plan.tfplan'], env);
      outcomes.push(applied);
      expect(`${applied.code}\n${applied.output}`).toMatch(new RegExp(`^${code}\n`));
      expect(traces(directory, outcomes)).toEqual({ JSON: false, state: false, output: false });
      return applied;
    }

    const machine = new ArgumentsOfThisMachine();
    const looking = machine.look();
    let kept: readonly string[] = [];
    const watching = watched(host, TRACES, async () => {
      await apply('first', {}, 0);
      kept = await onHost();
      // A saved plan has the variables in plaintext, as the guide describes, and no other secret.
      await must(['unzip', '-qo', 'plan.tfplan', '-d', 'unzipped'], { cwd: directory.directory });
      // Not as an argument, because arguments are searched at the same time.
      const { stdout } = await run(['sh', '-c', 'grep -laF -f - -r unzipped | sort'], { cwd: directory.directory, input: `${HUSH}\n` });
      expect(stdout).toBe('unzipped/tfplan\n');

      const failed = await apply('broken', { broken: true }, 1);
      expect(failed.output).toContain('failed, rolled back: ');
      expect((await onHost()).map((line) => line.split(' ')[2])).toEqual(kept.map((line) => line.split(' ')[2]));

      const killing = host.mustExec(
        `until ls /var/lib/cdktf-sidekiq/owners/*/open/touched >/dev/null 2>&1; do sleep 0.02; done
         for unit in $(systemctl list-units --plain --no-legend 'cdktf-sidekiq-transaction-*' | cut -d ' ' -f 1); do systemctl kill --kill-whom=main -s KILL "$unit"; done`,
        { timeout: 120_000 },
      );
      const killed = await apply('killed', { stability: 20 }, 1);
      await killing;
      expect(killed.output).toMatch(/failed, rolled back: the transaction was killed/);
      expect((await onHost()).map((line) => line.split(' ')[2])).toEqual(kept.map((line) => line.split(' ')[2]));

      await apply('last', {}, 0);
      const destroyed = await directory.destroy();
      expect(destroyed.code).toBe(1); // the variables are missing
      outcomes.push(await directory.terraform(['destroy', '-input=false', '-auto-approve'], secrets('last')));
      expect(outcomes.at(-1)!.code).toBe(0);
      expect(await onHost()).toEqual([]);
    });
    const seen: Seen = await watching.finally(() => machine.end());
    await looking;

    // Only in their own files, readable only by root.
    expect(kept).toEqual(expect.arrayContaining(SECRET_FILES.map((file) => `600 root ${file}`)));
    for (const line of kept)
      expect(line).toMatch(
        /^[46]00 root (\/var\/lib\/cdktf-sidekiq\/|\/etc\/myapp\/secret|\/opt\/myapp\/shared\/secret|\/usr\/local\/lib\/)/,
      );
    expect(seen.open).toEqual([]);
    expect(seen.argv).toEqual([]);
    // systemd passes the variables only to the service's process.
    for (const line of seen.environ) expect(line).toMatch(/^(0|1000) (\(?sleep\)?|\(?false\)?|\(s-executor\)|systemd)$/);
    expect([machine.found, machine.looks > 20]).toEqual([false, true]);
    // Proves that it watched: the upload, the copies, the journal's copies of a rollback and of a recovery.
    const held = seen.holds.join('\n');
    for (const place of [
      /cdktf-sidekiq-[^/]*\.sh$/m,
      /\/run\/cdktf-sidekiq-transaction\.X\/document$/m,
      /\/open(\.new)?\/written\.\d+$/m,
      ...SECRET_FILES,
    ]) {
      expect(held).toMatch(place);
    }
    expect(seen.counts.programs).toBeGreaterThan(300);
    expect(seen.counts.opens).toBeGreaterThan(3000);
    expect(seen.counts.changes).toBeGreaterThan(100);
  });
});
