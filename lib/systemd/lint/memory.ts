import { Size } from '../../values';
import { rule } from './rule';

/** Source: systemd.resource-control(5). */
export const memoryHighAboveMax = rule({
  code: 'unit/memory-high-above-max',
  reason: 'MemoryHigh throttles processes and MemoryMax kills them, so MemoryHigh never takes effect unless it is lower.',
  bad: () => ({ service: { MemoryHigh: Size.mebibytes(800), MemoryMax: Size.mebibytes(800) } }),
  good: () => ({ service: { MemoryHigh: Size.mebibytes(700), MemoryMax: Size.mebibytes(800) } }),
  find: ({ service }) => {
    const high = service.get('MemoryHigh');
    const max = service.get('MemoryMax');
    if (!(high instanceof Size) || !(max instanceof Size) || high.toBytes() < max.toBytes()) return undefined;
    return {
      place: ['service', 'MemoryHigh'],
      problem: `${high} is not less than MemoryMax (${max})`,
      remedy: 'Lower MemoryHigh, or leave it out: otherwise processes are killed before they are throttled.',
    };
  },
});
