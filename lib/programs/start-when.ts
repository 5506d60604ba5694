import { programText } from './program-text';
import { START_WHEN } from './shell.generated';

/**
 * The program that starts services when the path has come that they wait for: `start-when PATH enabled|any UNIT…`. It runs as root,
 * by a path unit. Install it as root, mode 0755.
 */
export const startWhenProgram: string = programText(START_WHEN);
