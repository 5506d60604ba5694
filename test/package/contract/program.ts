/* Runs in projects that have the package installed beside one version of cdktf or another: every construct, tokens, both
 * resources, issues, and the helpers for tests. Prints what came of it, as JSON. */
import { NullProvider } from '@cdktf/provider-null/lib/provider';
import { Fn, TerraformResource, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import type { Construct } from 'constructs';
import { Duration, EnvironmentFile, Exec, Host, HostFile, HostKeys, HostRegistry, MonitCheck, MonitDaemon, Percent } from '../../../lib';
import { PidfileHooks, Platform, PrivateKey, PumaService, restart, Ruby, Secret, SidekiqService, Size, SlackNotifier } from '../../../lib';
import { SystemdService, ServiceUnit, when, type SshOptions } from '../../../lib';
import { renderControlFile, type ControlFile } from '../../../lib/monit';
import { renderUnitFile } from '../../../lib/systemd';
import { collectIssues, hostFiles, type ConstructIssue } from '../../../lib/testing';

const hostKeys = HostKeys.of('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXn');
const ssh: SshOptions = { user: 'ops', privateKey: PrivateKey.fromFile('~/.ssh/ops'), hostKeys };

class Workers extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new NullProvider(this, 'null');
    const machine = new TerraformResource(this, 'machine', { terraformResourceType: 'terraform_data' });
    const password = new TerraformVariable(this, 'password', { type: 'string', sensitive: true });

    const worker = new Host(this, 'worker', { address: '203.0.113.10', ssh, platform: Platform.DEBIAN_12 });
    const sidekiq = new SidekiqService(this, 'sidekiq', {
      host: worker,
      version: '7.3',
      workingDirectory: '/opt/myapp/current',
      user: 'deploy',
      ruby: Ruby.system({ bundler: '/usr/local/bin/bundle' }),
    });
    const environment = new EnvironmentFile(this, 'environment', {
      host: worker,
      path: '/etc/myapp/environment',
      variables: { REDIS_URL: `redis://${machine.getStringAttribute('output')}:6379`, PASSWORD: Secret.fromVariable(password) },
    });
    sidekiq.addEnvironmentFile(environment);
    sidekiq.unit.service.set({ MemoryMax: Size.gibibytes(1), CPUQuota: Percent.of(150) });
    const pidfile = new PidfileHooks(this, 'pidfile', { service: sidekiq });
    const slack = new SlackNotifier(this, 'slack', { host: worker, webhookUrl: Secret.fromHostFile('/etc/myapp/slack-webhook') });
    new MonitDaemon(this, 'monit-daemon', { host: worker, interval: Duration.seconds(60) });
    new MonitCheck(this, 'monit', {
      service: sidekiq,
      pidfile,
      rules: [
        when.totalMemory.above(Size.mebibytes(800)).forCycles(3).do(restart()),
        when.cpuPerCore.above(Percent.of(65)).forCycles(2).do(slack.notify()).onRecovery(slack.notify()),
      ],
    });

    const other = new Host(this, 'other', { address: machine.getStringAttribute('output'), ssh });
    new PumaService(this, 'puma', { host: other, workingDirectory: '/opt/myapp/current', user: 'deploy' });
    new HostFile(this, 'file', { host: other, path: '/etc/myapp/config', content: '100 % of ${HOME}\n' });
  }
}

class Bare extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new HostRegistry(this, 'hosts', { resourceType: 'terraform_data' });
    const host = new Host(this, 'worker', { address: '203.0.113.11', ssh });
    new SystemdService(this, 'clock', { host, service: { ExecStart: Exec.command('/usr/bin/clock', ['$HOME']), User: 'deploy' } });
  }
}

class Wrong extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const host = new Host(this, 'worker', { address: '203.0.113.12', ssh: { ...ssh, hostKeys: HostKeys.insecurelyAcceptAny() } });
    new SystemdService(this, 'clock', { host, service: { ExecStart: Exec.command('clock'), User: 'de ploy' } });
    new HostFile(this, 'file', { host, path: 'relative', content: Fn.upper('not known yet') });
    new MonitCheck(this, 'monit', { service: {} as unknown as SystemdService });
  }
}

const app = Testing.app();
const stacks = [new Workers(app, 'workers'), new Bare(app, 'bare')];
const wrong = new Wrong(app, 'wrong');

const unit = new ServiceUnit('clock.service');
unit.service.set({ ExecStart: Exec.command('/usr/bin/clock') });
const rules = [when.status.notEqual(0).do(restart())];
const controlFile: ControlFile = {
  statements: [{ statement: 'check program', name: 'up', program: { argv: ['/bin/true'] }, rules }],
};
const issues: readonly ConstructIssue[] = collectIssues(app);

process.stdout.write(
  JSON.stringify({
    stacks: stacks.map((stack) => JSON.parse(Testing.synth(stack, true)) as unknown),
    files: stacks.map((stack) => hostFiles(stack)),
    issues,
    refused: refusal(() => Testing.synth(wrong, true)),
    unit: renderUnitFile(unit),
    controlFile: renderControlFile(controlFile),
  }),
);

/** Error of a stack with issues. */
function refusal(synthesize: () => unknown): string {
  try {
    synthesize();
    return '';
  } catch (error) {
    return String(error);
  }
}
