import { error, show, type Issue } from '../../values';

/** Returns the problem with a value that isn't an object of names and values. */
export function recordProblem(value: unknown, example: string): Issue | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return undefined;
  return error('unit/invalid-map', [], {
    problem: `${show(value)} is not an object of names and values`,
    remedy: `Use an object like ${example}.`,
  });
}
