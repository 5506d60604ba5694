import { show } from '../../values';
import { rule } from './rule';

/** Source: sched(7), "The static priority [...] must be specified as 0" for the other policies; systemd.exec(5), CPUSchedulingPriority=. */
export const priorityWithoutPolicy = rule({
  code: 'unit/priority-without-policy',
  reason: 'Only the real-time policies have priorities: with any other, the service fails to start; systemd 247 ignores the line.',
  bad: () => ({ service: { CPUSchedulingPriority: 50 } }),
  good: () => ({ service: { CPUSchedulingPolicy: 'rr', CPUSchedulingPriority: 50 } }),
  find: ({ service }) => {
    const priority = service.get('CPUSchedulingPriority');
    const policy = service.get('CPUSchedulingPolicy') ?? 'other';
    // The directive's kind reports any value that isn't a number.
    if (typeof priority !== 'number' || policy === 'fifo' || policy === 'rr') return undefined;
    return {
      severity: 'error',
      place: ['service', 'CPUSchedulingPriority'],
      problem: `${priority} is set with the scheduling policy ${show(policy)}, which has no priorities`,
      remedy: 'Set CPUSchedulingPolicy to "fifo" or "rr", or use Nice: otherwise the service fails to start.',
    };
  },
});
