import { cpus } from './cpus';
import { ok, type Kind } from './kind';

/** NUMAMask=: numbers of NUMA nodes, or all of them. */
export const memoryNodes: Kind<readonly number[] | 'all'> = {
  class: 'raw-spec',
  joins: 'list',
  render: (value) => (value === 'all' ? ok('all') : cpus.render(value)),
};
