import { NullProvider } from '@cdktf/provider-null/lib/provider';
import { App, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import {
  Duration,
  Host,
  HostKeys,
  HostRegistry,
  MonitCheck,
  MonitDaemon,
  Percent,
  PidfileHooks,
  Platform,
  PrivateKey,
  restart,
  Ruby,
  Secret,
  SidekiqService,
  Size,
  SlackNotifier,
  when,
} from '../lib';

/**
 * The example app: Sidekiq 6.5 on one host, with the setup of the blog post. Differences between hosts come from the
 * environment, so that the same program works for the demo and for your own host.
 */
const {
  WORKER_ADDRESS = '203.0.113.10',
  WORKER_PORT = '22',
  WORKER_USER = 'ops',
  WORKER_KEY_FILE = '~/.ssh/ops',
  WORKER_KNOWN_HOSTS = 'known_hosts',
  /** Memory limit in MiB above which Monit restarts Sidekiq. */
  MEMORY_LIMIT = '800',
  /** File with the Slack webhook; without it, there is no notifier. */
  SLACK_WEBHOOK_FILE,
  /** User that runs Sidekiq. */
  APP_USER = 'deploy',
  /** File for Sidekiq to load, or the directory of a Rails application. */
  APP_FILE = './app.rb',
  /** `yes` adopts a unit and a check that already exist on the host. */
  ADOPT,
  /** `terraform_data` if Terraform can't fetch the null provider. */
  RESOURCE_TYPE = 'null_resource',
  /** Version constraint of the null provider, if it differs from that of @cdktf/provider-null. */
  NULL_PROVIDER_VERSION,
} = process.env;

class Workers extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    if (RESOURCE_TYPE === 'terraform_data') new HostRegistry(this, 'hosts', { resourceType: 'terraform_data' });
    else new NullProvider(this, 'null');
    if (NULL_PROVIDER_VERSION) this.addOverride('terraform.required_providers.null.version', NULL_PROVIDER_VERSION);

    const ssh = {
      user: WORKER_USER,
      port: Number(WORKER_PORT),
      privateKey: PrivateKey.fromFile(WORKER_KEY_FILE),
      hostKeys: HostKeys.fromKnownHosts(WORKER_KNOWN_HOSTS),
    };
    const host = new Host(this, 'worker-1', { address: WORKER_ADDRESS, ssh, platform: Platform.DEBIAN_12 });

    const sidekiq = new SidekiqService(this, 'sidekiq', {
      host,
      version: '6.4',
      workingDirectory: '/opt/myapp/current',
      configFile: '/opt/myapp/shared/config/sidekiq.yml',
      require: APP_FILE,
      environment: 'production',
      user: APP_USER,
      ruby: Ruby.system({ bundler: '/usr/bin/bundle' }),
      adopt: ADOPT === 'yes',
    });
    const pidfile = new PidfileHooks(this, 'pidfile', { service: sidekiq });
    const slack = SLACK_WEBHOOK_FILE
      ? new SlackNotifier(this, 'slack', { host, webhookUrl: Secret.fromHostFile(SLACK_WEBHOOK_FILE) })
      : undefined;

    new MonitDaemon(this, 'monit-daemon', { host, interval: Duration.seconds(120) });
    const check = new MonitCheck(this, 'monit', {
      service: sidekiq,
      pidfile,
      adopt: ADOPT === 'yes',
      rules: [
        when.totalMemory
          .above(Size.mebibytes(Number(MEMORY_LIMIT)))
          .forCycles(3)
          .do(restart()),
      ],
    });
    if (slack) {
      check.addRules(when.cpuPerCore.above(Percent.of(65)).forCycles(2).do(slack.notify()).onRecovery(slack.notify()));
    }
  }
}

const app = new App();
new Workers(app, 'workers');
app.synth();
