import { Size } from '../../values';
import { rule } from './rule';

/** `systemd/memory-high-above-max`: the kill comes before the brake. Source: systemd.resource-control(5). */
export const memoryHighAboveMax = rule(({ service }) => {
  const high = service.get('MemoryHigh');
  const max = service.get('MemoryMax');
  if (!(high instanceof Size) || !(max instanceof Size) || high.toBytes() < max.toBytes()) return undefined;
  return {
    code: 'systemd/memory-high-above-max',
    property: 'service.MemoryHigh',
    got: `${high} with MemoryMax ${max}`,
    expected: 'less than MemoryMax',
    remedy: 'Lower MemoryHigh, or leave it out: as it is, processes are killed before they are slowed down.',
  };
});
