import { programText } from './program-text';
import { START_WHEN } from './shell.generated';

/**
 * Program that starts services once the path they wait for exists: `start-when PATH enabled|any UNIT…`. A path unit runs it as
 * root. Install it as root, mode 0755.
 */
export const startWhenProgram: string = programText(START_WHEN);
