/** Small programs for hosts: Monit runs them, the bundle installs them. POSIX sh, as text. */
import { GUARD, SLACK_NOTIFY, SLACK_SEND } from './shell.generated';

/**
 * The program through which Monit touches a service: `guard restart|revive|check UNIT [COOLDOWN SECONDS]` (600 by default).
 * `restart` restarts a unit that is active; `revive` starts one that systemd gave up on, never one that an operator stopped;
 * `check` ends with 0 or 1 and one line of text, for a Monit program check. Waits for no one: during a deployment it does
 * nothing and ends with 0. Install it as root, mode 0755.
 */
export const guardProgram: string = text(GUARD);

/**
 * The program that Monit executes, as root, to tell Slack of an event: `slack-notify WEBHOOK-FILE SEND-PROGRAM [--test]`.
 * WEBHOOK-FILE holds the webhook's URL and need be readable by root only; SEND-PROGRAM is the path of
 * {@link slackSendProgram}, which runs under a user of its own. `--test` sends a message now.
 * Install it as root, mode 0755. Needs systemd 247 or later.
 */
export const slackNotifyProgram: string = text(SLACK_NOTIFY);

/**
 * The program that sends: reads Monit's variables (MONIT_SERVICE, MONIT_HOST, MONIT_EVENT, MONIT_DESCRIPTION, MONIT_DATE) and
 * the credential `webhook`, and posts one message by curl, within 50 seconds. Install it as root, mode 0755, in a directory
 * that every user can enter.
 */
export const slackSendProgram: string = text(SLACK_SEND);

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
