import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { exec, type ExecAction } from '../monit';
import { slackNotifyProgram, slackSendProgram } from '../programs';
import { reportIssues, Secret } from '../terraform';
import { absolutePathProblem, show, type Issue } from '../values';
import { bundleFile } from './host-file';
import type { IHostTarget } from './host-target';

/** Properties of a {@link SlackNotifier}. */
export interface SlackNotifierProps {
  /** The host whose Monit notifies. */
  readonly host: IHostTarget;
  /** The incoming webhook's URL: whoever has it can post to the channel. It lies in a file on the host. */
  readonly webhookUrl: Secret;
}

const notifiers = new WeakMap<object, SlackNotifier>();

/**
 * Tells a Slack channel what Monit found. The message is sent by an unprivileged user of its own that exists only
 * meanwhile; the URL is in no argument, environment or log.
 *
 * Needs curl on the host. Try it there with `/usr/local/lib/cdktf-sidekiq/<stack>-<id>/notify --test`.
 *
 * Errors: `constructs/bad-webhook-secret`.
 *
 * Source: https://api.slack.com/messaging/webhooks; Monit manual, "ACTION" (MONIT_EVENT and its like)
 */
export class SlackNotifier extends Construct {
  /** The host whose Monit notifies. */
  public readonly host: IHostTarget;
  private readonly directory: string;
  private readonly webhookFile: string;

  public constructor(scope: Construct, id: string, props: SlackNotifierProps) {
    super(scope, id);
    this.host = props.host;
    const stack = TerraformStack.of(this);
    const name = this.node.path.slice(stack.node.path.length + 1);
    this.directory = `/usr/local/lib/cdktf-sidekiq/${[stack.node.id, name].join('-').replace(/[^A-Za-z0-9_.-]+/g, '-')}`;
    const source = props.webhookUrl instanceof Secret ? props.webhookUrl.source : undefined;
    this.webhookFile = source?.kind === 'hostFile' ? source.path : `${this.directory}/webhook`;
    reportIssues(this, () => secretIssues(props.webhookUrl));
    props.host.addPart(() => ({
      files: [
        bundleFile(this, { path: `${this.directory}/notify`, mode: '0755' }, slackNotifyProgram.split('\n')),
        bundleFile(this, { path: `${this.directory}/send`, mode: '0755' }, slackSendProgram.split('\n')),
        ...(source?.kind === 'variable'
          ? [bundleFile(this, { path: this.webhookFile, mode: '0600' }, [source.variable.stringValue, ''])]
          : []),
      ],
      requires: { programs: ['curl', 'systemd-run'] },
    }));
  }

  /** What a rule does to tell the channel: `when.cpuPerCore.above(Percent.of(65)).do(slack.notify())`. */
  public notify(): ExecAction {
    const action = exec([`${this.directory}/notify`, this.webhookFile, `${this.directory}/send`]);
    notifiers.set(action, this);
    return action;
  }
}

/** The notifier that an action came from. */
export function notifierOf(action: object): SlackNotifier | undefined {
  return notifiers.get(action);
}

function secretIssues(secret: Secret): readonly Issue[] {
  const source = secret instanceof Secret ? secret.source : undefined;
  const problem = source?.kind === 'hostFile' ? absolutePathProblem(source.path) : undefined;
  if (source !== undefined && problem === undefined) return [];
  return [
    {
      code: 'constructs/bad-webhook-secret',
      severity: 'error',
      property: 'webhookUrl',
      got: source?.kind === 'hostFile' ? show(source.path) : typeof secret,
      expected: problem === undefined ? 'Secret.fromHostFile or Secret.fromVariable' : `an absolute path; this ${problem}`,
      remedy: 'A URL written here would be in the repository and in the state.',
    },
  ];
}
