import { GUARD } from './shell.generated';
import { programText } from './program-text';

/**
 * The program through which Monit touches a service: `guard restart|revive|check UNIT [COOLDOWN SECONDS]` (600 by default).
 * `restart` restarts a unit that is active; `revive` starts one that systemd gave up on, never one that an operator stopped;
 * `check` ends with 0, with 1 where systemd gave up or with 3 where it has restarted since the last look, and one line of text, for a
 * Monit program check. Waits for no one: during a deployment it does
 * nothing and ends with 0. Install it as root, mode 0755.
 */
export const guardProgram: string = programText(GUARD);
