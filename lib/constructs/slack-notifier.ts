import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { exec, type ExecAction } from '../monit';
import { slackNotifyProgram, slackSendProgram } from '../programs';
import { reportIssues, Secret } from '../terraform';
import { bundleFile } from './host-file';
import type { IHostTarget } from './host-target';
import { otherStackIssues } from './other-stack';
import * as is from './prop-kinds';
import { readProps, type PropRules } from './props';
import { notSensitiveIssues } from './secret-issues';

/** Properties of a {@link SlackNotifier}. */
export interface SlackNotifierProps {
  /** The host whose Monit notifies. */
  readonly host: IHostTarget;
  /** The incoming webhook's URL: whoever has it can post to the channel. It lies in a file on the host. */
  readonly webhookUrl: Secret;
}

const rules: PropRules<SlackNotifierProps> = {
  host: is.host,
  webhookUrl: {
    ...is.secret,
    code: 'constructs/bad-webhook-secret',
    remedy:
      'Give the absolute path of a file on the host, or a sensitive variable: a URL written here would be in the repository and in the state.',
    standIn: () => Secret.fromHostFile('/nowhere'),
  },
};

const notifiers = new WeakMap<object, SlackNotifier>();

/**
 * Tells a Slack channel what Monit found. The message is sent by an unprivileged user of its own that exists only
 * meanwhile; the URL is in no argument, environment or log.
 *
 * Needs curl on the host, and the webhook's file where it comes from there. Try it there, as root, with
 * `notify WEBHOOK-FILE SEND-PROGRAM --test`: all in `/usr/local/lib/cdktf-sidekiq/<stack>-<id>`, for the stack `workers` and
 * the id `slack`
 *
 *     cd /usr/local/lib/cdktf-sidekiq/workers-slack
 *     ./notify "$PWD/webhook" "$PWD/send" --test
 *
 * and with the path of `Secret.fromHostFile` in the place of `"$PWD/webhook"`. A notifier in the scope of its host is named
 * without the host, so that hosts made in a loop have the same files.
 *
 * Errors: `constructs/bad-webhook-secret`, `constructs/secret-not-sensitive`, `constructs/other-stack`, `constructs/unknown-property`,
 * `constructs/bad-property`.
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
    const { props: checked, issues } = readProps(props, rules);
    this.host = checked.host;
    const stack = TerraformStack.of(this);
    // Below its host, without the host's name: many hosts alike have one file, and a plan shows its change once.
    const within = this.node.scopes.includes(checked.host) ? checked.host : stack;
    const name = this.node.path.slice(within.node.path.length + 1);
    this.directory = `/usr/local/lib/cdktf-sidekiq/${[stack.node.id, name].join('-').replace(/[^A-Za-z0-9_.-]+/g, '-')}`;
    const { source } = checked.webhookUrl;
    this.webhookFile = source.kind === 'hostFile' ? source.path : `${this.directory}/webhook`;
    const elsewhere = otherStackIssues(this, 'host', checked.host);
    reportIssues(this, () => [...issues, ...elsewhere, ...notSensitiveIssues('webhookUrl', checked.webhookUrl)]);
    if (elsewhere.length > 0) return;
    checked.host.addPart(() => ({
      files: [
        bundleFile(this, { path: `${this.directory}/notify`, mode: '0755' }, slackNotifyProgram.split('\n')),
        bundleFile(this, { path: `${this.directory}/send`, mode: '0755' }, slackSendProgram.split('\n')),
        ...(source.kind === 'variable'
          ? [bundleFile(this, { path: this.webhookFile, mode: '0600' }, [source.variable.stringValue, ''])]
          : []),
      ],
      requires: {
        programs: ['curl', 'systemd-run'],
        files: source.kind === 'hostFile' && issues.length === 0 ? [source.path] : [],
      },
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
