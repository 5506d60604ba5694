import { listOf } from '../values/one-or-many';
import { rule } from './rule';

/** Source: systemd.exec(5), StandardOutput=. */
export const legacyOutput = rule({
  code: 'unit/legacy-output',
  reason: 'Since systemd 246, syslog means the journal, and systemd logs a notice each time it loads the unit.',
  bad: () => ({ service: { StandardOutput: 'syslog' } }),
  good: () => ({ service: { StandardOutput: 'journal' } }),
  find: ({ service }) =>
    (['StandardOutput', 'StandardError'] as const).flatMap((name) => {
      const value = service.get(name);
      if (value !== 'syslog' && value !== 'syslog+console') return [];
      const modern = value.replace('syslog', 'journal');
      return {
        place: ['service', name],
        got: value,
        expected: modern,
        remedy: `Use ${modern}, which systemd uses anyway, with a notice: a syslog daemon gets its lines from the journal.`,
      };
    }),
});

/** systemd 198 removed syslog.target. */
export const legacyTarget = rule({
  code: 'unit/legacy-target',
  reason: 'systemd 198 removed syslog.target, so the line has no effect.',
  bad: () => ({ unit: { After: ['syslog.target'] } }),
  good: () => ({ unit: { After: ['rsyslog.service'] } }),
  find: ({ unit }) =>
    (['After', 'Wants', 'Requires'] as const)
      .filter((name) => listOf(unit.get(name) ?? []).includes('syslog.target'))
      .map((name) => ({
        place: ['unit', name],
        got: 'syslog.target',
        expected: 'no such unit, because systemd 198 removed it',
        remedy: 'Leave it out: the journal is available before any service starts.',
      })),
});

/** Source: systemd.service(5), PIDFile=. */
export const legacyRun = rule({
  code: 'unit/legacy-run',
  reason: '/var/run is a link to /run. systemd rewrites the path and logs a notice each time it loads the unit.',
  bad: () => ({ service: { PIDFile: '/var/run/x.pid' } }),
  good: () => ({ service: { PIDFile: '/run/x.pid' } }),
  find: ({ service }) => {
    const path = service.get('PIDFile');
    if (typeof path !== 'string' || !path.startsWith('/var/run/')) return undefined;
    return { place: ['service', 'PIDFile'], got: path, expected: path.slice('/var'.length), remedy: 'Remove /var from the path.' };
  },
});
