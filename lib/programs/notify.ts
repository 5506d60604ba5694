import { programText } from './program-text';
import { NOTIFY, SEND } from './shell.generated';

/**
 * The program that Monit executes, as root, to tell somebody of an event. It notes the event, has systemd deliver it, and ends.
 * One message goes in an interval about each service and event, with the count of what came meanwhile; two at most are being
 * sent at a time. `--test` sends a message now. How is in the file `settings` beside it.
 * Install it as root, mode 0755. Needs systemd 247 or later.
 */
export const notifyProgram: string = programText(NOTIFY);

/**
 * The program that sends one event, `send slack|webhook|mail …`: reads Monit's variables (MONIT_SERVICE, MONIT_HOST, MONIT_EVENT,
 * MONIT_DESCRIPTION, MONIT_DATE), NOTIFY_TIME and NOTIFY_COUNT, and the credentials `webhook`, `authorization` and `password`.
 * Install it as root, mode 0755, in a directory that every user can enter.
 */
export const sendProgram: string = programText(SEND);
