import { sendProgram } from '../../programs';
import { Secret } from '../../terraform';
import type { Issue } from '../../values';
import * as is from '../props/prop-kinds';
import type { PropRule } from '../props/read-props';
import type { NotifierProps, Sender } from './notifier';

/** Validation rule for the URL of a webhook. */
export const webhookUrl: PropRule<Secret> & { readonly placeholder: () => Secret } = {
  ...is.secret,
  code: 'notifier/invalid-webhook',
  reason: 'a URL in the program would end up in the repository and in Terraform’s state',
  placeholder: () => Secret.fromHostFile('/placeholder'),
};

/** Returns the sender that posts messages to a webhook. */
export function webhookSender(
  kind: 'slack' | 'webhook',
  props: NotifierProps & { readonly webhookUrl: Secret; readonly authorization?: Secret },
  issues: readonly Issue[],
): Sender {
  const { authorization } = props;
  return {
    props,
    issues,
    argv: (directory) => [`${directory}/send`, kind],
    program: { name: 'send', text: sendProgram },
    credentials: [
      { name: 'webhook', property: 'webhookUrl', secret: props.webhookUrl },
      ...(authorization === undefined ? [] : [{ name: 'authorization', property: 'authorization', secret: authorization }]),
    ],
    needs: ['curl'],
  };
}
