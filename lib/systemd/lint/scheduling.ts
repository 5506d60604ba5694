import { rule } from './rule';

/** Source: sched(7), "The static priority [...] must be specified as 0" for the other policies; systemd.exec(5), CPUSchedulingPriority=. */
export const priorityWithoutPolicy = rule({
  code: 'unit/priority-without-policy',
  reason:
    'Only real-time policies have priorities: with any other policy, the kernel refuses it and the service fails, or systemd 247 ignores the line.',
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
      got: `${priority} with the policy ${policy}`,
      expected: 'a CPUSchedulingPolicy of fifo or rr as well',
      remedy: 'Set the policy as well, or use Nice, which works with the other policies.',
    };
  },
});
