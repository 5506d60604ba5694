import { Construct } from 'constructs';
import { EnvironmentFile, MonitCheck, Percent, PidfileHooks, restart, Secret, SidekiqService, SlackNotifier, when } from 'cdktf-sidekiq';
import type { Host, Size } from 'cdktf-sidekiq';

/** One Sidekiq process: what it works on, and how big it may get. */
export interface Pool {
  readonly queues: readonly string[];
  readonly concurrency: number;
  readonly memoryLimit: Size;
}

export interface SidekiqPoolsProps {
  readonly host: Host;
  /** Name of the service → what it does. */
  readonly pools: Readonly<Record<string, Pool>>;
  /** What all of them find in their environment; values may come from other resources. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The Sidekiq processes of a host, each with a Monit check that notifies Slack. */
export class SidekiqPools extends Construct {
  public constructor(scope: Construct, id: string, { host, pools, environment }: SidekiqPoolsProps) {
    super(scope, id);
    const slack = new SlackNotifier(this, 'slack', { host, webhookUrl: Secret.fromHostFile('/etc/myapp/slack-webhook') });
    const environmentFile = new EnvironmentFile(this, 'environment', { host, path: '/etc/myapp/sidekiq.env', variables: environment });

    for (const [name, { queues, concurrency, memoryLimit }] of Object.entries(pools)) {
      const service = new SidekiqService(this, name, {
        host,
        version: '6.4',
        workingDirectory: '/opt/myapp/current',
        require: '/opt/myapp/current/app.rb', // a Rails application needs no such line
        user: 'deploy',
        queues,
        concurrency,
        environmentFiles: [environmentFile],
      });
      const pidfile = new PidfileHooks(this, `${name}-pidfile`, { service });
      new MonitCheck(this, `${name}-check`, {
        service,
        pidfile,
        whenGone: slack.notify(),
        rules: [
          when.totalMemory.above(memoryLimit).forCycles(3).do(restart()),
          when.cpuPerCore.above(Percent.of(65)).forCycles(2).do(slack.notify()).onRecovery(slack.notify()),
        ],
      });
    }
  }
}
