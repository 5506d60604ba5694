import { show } from '../../values';
import type { Problem } from './kind';

/** Returns the problem with a value that isn't an object of names and values. */
export function recordProblem(value: unknown, example: string): Problem | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return undefined;
  return {
    code: 'systemd/not-a-record',
    got: show(value),
    expected: 'names with values',
    remedy: `Give an object like ${example}.`,
  };
}
