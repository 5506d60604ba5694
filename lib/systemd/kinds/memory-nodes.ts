import { cpus } from './cpus';
import { said, type Kind } from './kind';

/** NUMAMask=: numbers of NUMA nodes, or all of them. */
export const memoryNodes: Kind<readonly number[] | 'all'> = {
  class: 'raw-spec',
  joins: 'list',
  speak: (value) => (value === 'all' ? said('all') : cpus.speak(value)),
};
