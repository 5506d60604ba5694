import type { Construct } from 'constructs';
import type { Secret } from '../terraform';
import { Notifier, notifierRules, type NotifierProps } from './notifier';
import * as is from './prop-kinds';
import { readProps, type PropRules } from './props';
import { webhookSender, webhookUrl } from './webhook-sender';

/** Properties of a {@link WebhookNotifier}. */
export interface WebhookNotifierProps extends NotifierProps {
  /** The URL to post to, `https://…` or `http://…`. It lies in a file on the host. */
  readonly webhookUrl: Secret;
  /**
   * What the header `Authorization` says: `Bearer …`, one line of printable ASCII.
   * @default no such header
   */
  readonly authorization?: Secret;
}

const rules: PropRules<WebhookNotifierProps> = {
  ...notifierRules,
  webhookUrl,
  authorization: { ...is.secret, code: 'constructs/bad-webhook-secret' },
};

/**
 * Posts what Monit found to a URL, as JSON:
 *
 *     {"host":"worker-1","service":"sidekiq","event":"Resource limit matched","description":"…","time":"2026-02-03T04:05:06Z","count":1}
 *
 * `time` is that of the event, in UTC; `count` how many events of the service and of its kind the message stands for.
 *
 * Needs curl on the host, and the secrets' files where they come from there.
 *
 * Errors: `constructs/bad-webhook-secret`, `constructs/secret-not-sensitive`, `constructs/bad-notifier-interval`,
 * `constructs/other-stack`, `constructs/unknown-property`, `constructs/bad-property`.
 *
 * Source: RFC 8259
 */
export class WebhookNotifier extends Notifier {
  public constructor(scope: Construct, id: string, props: WebhookNotifierProps) {
    const { props: checked, issues } = readProps(props, rules);
    super(scope, id, webhookSender('webhook', checked, issues));
  }
}
