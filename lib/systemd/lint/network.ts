import { listOf } from '../values/one-or-many';
import { rule } from './rule';

const ONLINE = 'network-online.target';

/** Source: systemd.special(7), network-online.target. */
export const onlineNotWanted = rule({
  code: 'unit/online-not-wanted',
  reason: 'The target is started at boot only if a unit wants it: ordering after it alone waits for nothing.',
  bad: () => ({ unit: { After: [ONLINE] } }),
  good: () => ({ unit: { After: [ONLINE], Wants: [ONLINE] } }),
  find: ({ unit }) => {
    const pulls = (['Wants', 'Requires', 'Requisite', 'BindsTo', 'Upholds'] as const).some((name) =>
      listOf(unit.get(name) ?? []).includes(ONLINE),
    );
    if (pulls || !listOf(unit.get('After') ?? []).includes(ONLINE)) return undefined;
    return {
      place: ['unit', 'After'],
      got: `${ONLINE}, which this unit orders after but doesn’t want`,
      expected: `${ONLINE} in Wants as well`,
      remedy: 'Add it to Wants: otherwise the service may start before the network is up, unless another unit wants the target.',
    };
  },
});
