import type { Construct } from 'constructs';
import type { Secret } from '../terraform';
import { Notifier, notifierRules, type NotifierProps } from './notifier';
import { readProps, type PropRules } from './props';
import { webhookSender, webhookUrl } from './webhook-sender';

/** Properties of a {@link SlackNotifier}. */
export interface SlackNotifierProps extends NotifierProps {
  /** The incoming webhook's URL: whoever has it can post to the channel. It lies in a file on the host. */
  readonly webhookUrl: Secret;
}

const rules: PropRules<SlackNotifierProps> = { ...notifierRules, webhookUrl };

/**
 * Tells a Slack channel what Monit found: host, service, event, description and time.
 *
 * Needs curl on the host, and the webhook's file where it comes from there.
 *
 * Errors: `constructs/bad-webhook-secret`, `constructs/secret-not-sensitive`, `constructs/bad-notifier-interval`,
 * `constructs/other-stack`, `constructs/unknown-property`, `constructs/bad-property`.
 *
 * Source: https://api.slack.com/messaging/webhooks
 */
export class SlackNotifier extends Notifier {
  public constructor(scope: Construct, id: string, props: SlackNotifierProps) {
    const { props: checked, issues } = readProps(props, rules);
    super(scope, id, webhookSender('slack', checked, issues));
  }
}
