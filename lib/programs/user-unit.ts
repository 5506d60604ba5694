import { USER_UNIT } from './shell.generated';
import { programText } from './program-text';

/**
 * Program with which a system unit controls a unit of a user's own systemd: `user-unit start USER UNIT SECONDS keep|start` and
 * `user-unit stop USER UNIT`. It runs as root and contacts that systemd as the user. `start` exits with 0 once the unit has been
 * up for SECONDS, otherwise with 1 and the cause in its last line. Install it as root, mode 0755.
 */
export const userUnitProgram: string = programText(USER_UNIT);
