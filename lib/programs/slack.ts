import { programText } from './program-text';
import { SLACK_NOTIFY, SLACK_SEND } from './shell.generated';

/**
 * The program that Monit executes, as root, to tell Slack of an event: `slack-notify WEBHOOK-FILE SEND-PROGRAM [--test]`.
 * WEBHOOK-FILE holds the webhook's URL and need be readable by root only; SEND-PROGRAM is the path of
 * {@link slackSendProgram}, which runs under a user of its own. `--test` sends a message now.
 * Install it as root, mode 0755. Needs systemd 247 or later.
 */
export const slackNotifyProgram: string = programText(SLACK_NOTIFY);

/**
 * The program that sends: reads Monit's variables (MONIT_SERVICE, MONIT_HOST, MONIT_EVENT, MONIT_DESCRIPTION, MONIT_DATE) and
 * the credential `webhook`, and posts one message by curl, within 90 seconds. Install it as root, mode 0755, in a directory
 * that every user can enter.
 */
export const slackSendProgram: string = programText(SLACK_SEND);
