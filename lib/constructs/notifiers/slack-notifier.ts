import type { Construct } from 'constructs';
import type { Secret } from '../../terraform';
import { readProps, type PropRules } from '../props/read-props';
import { Notifier, notifierRules, type NotifierProps } from './notifier';
import { webhookSender, webhookUrl } from './webhook-sender';

/** Properties of a {@link SlackNotifier}. */
export interface SlackNotifierProps extends NotifierProps {
  /** URL of the incoming webhook, stored in a file on the host. Anyone with the URL can post to the channel. */
  readonly webhookUrl: Secret;
}

const rules: PropRules<SlackNotifierProps> = { ...notifierRules, webhookUrl };

/**
 * Posts to a Slack channel when a Monit rule fires: host, service, event, description and time.
 *
 * Requires curl on the host, and the webhook's file if the URL is read from the host.
 *
 * Errors: `notifier/invalid-webhook`, `secret/not-sensitive`, `notifier/invalid-interval`, `stack/other-stack`,
 * `stack/unknown-property`, `stack/invalid-property`.
 *
 * Source: https://api.slack.com/messaging/webhooks
 *
 * @example
 * ```ts
 * const slack = new SlackNotifier(this, 'slack', {
 *   host,
 *   webhookUrl: Secret.fromHostFile('/etc/myapp/slack-webhook'),
 * });
 * const rules = SidekiqRules.recommended({ notify: slack.notify() });
 * new MonitCheck(this, 'check', { service: sidekiq, pidfile, rules });
 * ```
 */
export class SlackNotifier extends Notifier {
  public constructor(scope: Construct, id: string, props: SlackNotifierProps) {
    const { props: checked, issues } = readProps(props, rules);
    super(scope, id, webhookSender('slack', checked, issues));
  }
}
