import { indexes } from './cpus';
import { ok, type Kind } from './kind';

const nodes = indexes('a NUMA node');

/** NUMAMask=: numbers of NUMA nodes, or all of them. */
export const memoryNodes: Kind<readonly number[] | 'all'> = {
  class: 'raw-spec',
  joins: 'list',
  render: (value) => (value === 'all' ? ok('all') : nodes.render(value)),
};
