import { listOf } from '../values/one-or-many';
import { rule } from './rule';

const ONLINE = 'network-online.target';

/** Source: systemd.special(7), network-online.target. */
export const onlineNotWanted = rule({
  code: 'unit/online-not-wanted',
  reason: 'systemd starts the target at boot only if a unit wants it, so ordering after it is not enough to wait for the network.',
  bad: () => ({ unit: { After: [ONLINE] } }),
  good: () => ({ unit: { After: [ONLINE], Wants: [ONLINE] } }),
  find: ({ unit }) => {
    const wanted = (['Wants', 'Requires', 'Requisite', 'BindsTo', 'Upholds'] as const).some((name) =>
      listOf(unit.get(name) ?? []).includes(ONLINE),
    );
    if (wanted || !listOf(unit.get('After') ?? []).includes(ONLINE)) return undefined;
    return {
      place: ['unit', 'After'],
      problem: `${ONLINE} is in After but not in Wants`,
      remedy: 'Add it to Wants: otherwise the service may start before the network is up, unless another unit wants the target.',
    };
  },
});
