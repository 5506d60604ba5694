import { Size } from '../../values';
import { rule } from './rule';

/** Source: systemd.resource-control(5). */
export const memoryHighAboveMax = rule({
  code: 'unit/memory-high-above-max',
  reason: 'MemoryHigh slows processes down and MemoryMax kills them, so a MemoryHigh above MemoryMax never takes effect.',
  bad: () => ({ service: { MemoryHigh: Size.mebibytes(800), MemoryMax: Size.mebibytes(800) } }),
  good: () => ({ service: { MemoryHigh: Size.mebibytes(700), MemoryMax: Size.mebibytes(800) } }),
  find: ({ service }) => {
    const high = service.get('MemoryHigh');
    const max = service.get('MemoryMax');
    if (!(high instanceof Size) || !(max instanceof Size) || high.toBytes() < max.toBytes()) return undefined;
    return {
      place: ['service', 'MemoryHigh'],
      got: `${high} with MemoryMax ${max}`,
      expected: 'less than MemoryMax',
      remedy: 'Lower MemoryHigh, or leave it out: processes would be killed before they are slowed down.',
    };
  },
});
