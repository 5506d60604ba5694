import { USER_UNIT } from './shell.generated';
import { programText } from './program-text';

/**
 * The program by which a unit of the system stands for one of a user's own systemd: `user-unit start USER UNIT SECONDS keep|start`
 * and `user-unit stop USER UNIT`. It runs as root and asks that systemd as the user; `start` ends with 0 when the unit has been up
 * for SECONDS, else with 1 and the cause in its last line. Install it as root, mode 0755.
 */
export const userUnitProgram: string = programText(USER_UNIT);
