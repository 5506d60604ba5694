import type { Construct } from 'constructs';
import type { Secret } from '../../terraform';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import { Notifier, notifierRules, type NotifierProps } from './notifier';
import { webhookSender, webhookUrl } from './webhook-sender';

/** Properties of a {@link WebhookNotifier}. */
export interface WebhookNotifierProps extends NotifierProps {
  /** URL to post to, `https://…` or `http://…`, stored in a file on the host. */
  readonly webhookUrl: Secret;
  /**
   * Value of the `Authorization` header: `Bearer …`, one line of printable ASCII.
   * @default no such header
   */
  readonly authorization?: Secret;
}

const rules: PropRules<WebhookNotifierProps> = {
  ...notifierRules,
  webhookUrl,
  authorization: { ...is.secret, code: 'notifier/invalid-webhook' },
};

/**
 * Posts JSON to a URL when a Monit rule fires:
 *
 *     {"host":"worker-1","service":"sidekiq","event":"Resource limit matched","description":"…","time":"2026-02-03T04:05:06Z","count":1}
 *
 * `time` is the time of the event, in UTC. `count` is the number of events of the service and of its kind that the message covers.
 *
 * Requires curl on the host, and the secrets' files if the secrets are read from the host.
 *
 * Errors: `notifier/invalid-webhook`, `secret/not-sensitive`, `notifier/invalid-interval`, `stack/other-stack`,
 * `stack/unknown-property`, `stack/invalid-property`.
 *
 * Source: RFC 8259
 *
 * @example
 * ```ts
 * const webhook = new WebhookNotifier(this, 'webhook', {
 *   host,
 *   webhookUrl: Secret.fromHostFile('/etc/myapp/webhook-url'),
 *   authorization: Secret.fromHostFile('/etc/myapp/webhook-authorization'),
 * });
 * const rules = SidekiqRules.recommended({ notify: webhook.notify() });
 * new MonitCheck(this, 'check', { service: sidekiq, pidfile, rules });
 * ```
 */
export class WebhookNotifier extends Notifier {
  public constructor(scope: Construct, id: string, props: WebhookNotifierProps) {
    const { props: checked, issues } = readProps(props, rules);
    super(scope, id, webhookSender('webhook', checked, issues));
  }
}
