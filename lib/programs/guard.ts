import { GUARD } from './shell.generated';
import { programText } from './program-text';

/**
 * Program through which Monit controls a service: `guard restart|revive|check UNIT [COOLDOWN SECONDS]` (600 by default).
 * `restart` restarts a unit that is active. `revive` starts one that systemd gave up on, or that ended with Restart=no, but never
 * one that an operator stopped. `check` exits with 0, with 1 if systemd gave up, or with 3 if it has restarted the unit since the
 * last check, and prints one line of text, for a Monit program check. It waits for nothing: during a deployment it does nothing
 * and exits with 0. Install it as root, mode 0755.
 */
export const guardProgram: string = programText(GUARD);
