import { programText } from './program-text';
import { NOTIFY, SEND } from './shell.generated';

/**
 * Program that Monit executes, as root, to send a notification of an event. It records the event, has systemd deliver it, and
 * exits. For each service and event it sends one message per interval, with the number of events that came meanwhile; at most two
 * are being sent at a time. `--test` sends a message now. The file `settings` beside it configures the delivery. Install it as
 * root, mode 0755. Needs systemd 247 or later.
 */
export const notifyProgram: string = programText(NOTIFY);

/**
 * Program that sends one event, `send slack|webhook|mail …`. It reads Monit's variables (MONIT_SERVICE, MONIT_HOST, MONIT_EVENT,
 * MONIT_DESCRIPTION, MONIT_DATE), NOTIFY_TIME and NOTIFY_COUNT, and the credentials `webhook`, `authorization` and `password`.
 * Install it as root, mode 0755, in a directory that every user can enter.
 */
export const sendProgram: string = programText(SEND);
