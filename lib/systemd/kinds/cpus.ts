import { error, show } from '../../values';
import { listOf } from '../values/one-or-many';
import { oneLine, invalid, ok, within, type Kind, type Rendered } from './kind';

/** CPU numbers. */
export const cpus: Kind<readonly number[]> = indexes('a CPU');

/** Numbers of CPUs or of similar things, which the kernel counts from 0. */
export function indexes(noun: string): Kind<readonly number[]> {
  return {
    class: 'raw-spec',
    joins: 'list',
    render: (value) => oneLine(listOf(value).map((index, at) => within([at], renderIndex(index, noun)))),
  };
}

function renderIndex(index: unknown, noun: string): Rendered {
  if (typeof index === 'number' && Number.isInteger(index) && index >= 0 && index < 8192) return ok(String(index));
  return invalid(
    error('unit/invalid-number', [], {
      problem: `${show(index)} is not the number of ${noun}`,
      remedy: 'Use whole numbers from 0 to 8191.',
    }),
  );
}
