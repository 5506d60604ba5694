import { error, show } from '../../values';
import { listOf } from '../values/one-or-many';
import { oneLine, invalid, ok, within, type Kind, type Rendered } from './kind';

/** CPU numbers. */
export const cpus: Kind<readonly number[]> = {
  class: 'raw-spec',
  joins: 'list',
  render: (value) => oneLine(listOf(value).map((cpu, index) => within([index], renderCpu(cpu)))),
};

function renderCpu(cpu: unknown): Rendered {
  if (typeof cpu === 'number' && Number.isInteger(cpu) && cpu >= 0 && cpu < 8192) return ok(String(cpu));
  return invalid(
    error('unit/invalid-number', [], {
      got: show(cpu),
      expected: 'a CPU’s number, 0 or more',
      remedy: 'Use whole numbers.',
    }),
  );
}
