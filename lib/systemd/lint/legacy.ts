import { listOf } from '../values/one-or-many';
import { rule } from './rule';

/** Source: systemd.exec(5), StandardOutput=. */
export const legacyOutput = rule({
  code: 'systemd/legacy-output',
  reason: 'syslog has meant the journal since systemd 246, which says so at each load of the unit.',
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
        remedy: `Write ${modern}: systemd reads the old word as that, with a notice; a syslog daemon gets its lines from the journal.`,
      };
    }),
});

/** systemd 198 removed syslog.target. */
export const legacyTarget = rule({
  code: 'systemd/legacy-target',
  reason: 'There is no syslog.target since systemd 198: the line does nothing.',
  bad: () => ({ unit: { After: ['syslog.target'] } }),
  good: () => ({ unit: { After: ['rsyslog.service'] } }),
  find: ({ unit }) =>
    (['After', 'Wants', 'Requires'] as const)
      .filter((name) => listOf(unit.get(name) ?? []).includes('syslog.target'))
      .map((name) => ({
        place: ['unit', name],
        got: 'syslog.target',
        expected: 'no such unit: it is gone since systemd 198',
        remedy: 'Leave it out: the journal is there before any service starts.',
      })),
});

/** Source: systemd.service(5), PIDFile=. */
export const legacyRun = rule({
  code: 'systemd/legacy-run',
  reason: '/var/run is a link to /run; systemd rewrites the path and says so at each load of the unit.',
  bad: () => ({ service: { PIDFile: '/var/run/x.pid' } }),
  good: () => ({ service: { PIDFile: '/run/x.pid' } }),
  find: ({ service }) => {
    const path = service.get('PIDFile');
    if (typeof path !== 'string' || !path.startsWith('/var/run/')) return undefined;
    return { place: ['service', 'PIDFile'], got: path, expected: path.slice('/var'.length), remedy: 'Leave /var out.' };
  },
});
