import { show } from '../../values';
import { listOf } from '../values/one-or-many';
import { rule } from './rule';

/** Source: systemd.exec(5), StandardOutput=. */
export const legacyOutput = rule({
  code: 'unit/legacy-output',
  reason: 'Since systemd 246, syslog means the journal, and systemd logs a notice whenever it loads the unit.',
  bad: () => ({ service: { StandardOutput: 'syslog' } }),
  good: () => ({ service: { StandardOutput: 'journal' } }),
  find: ({ service }) =>
    (['StandardOutput', 'StandardError'] as const).flatMap((name) => {
      const value = service.get(name);
      if (value !== 'syslog' && value !== 'syslog+console') return [];
      const modern = value.replace('syslog', 'journal');
      return {
        place: ['service', name],
        problem: `${show(value)} has meant the journal since systemd 246`,
        remedy: `Use ${show(modern)}: a syslog daemon still gets the lines from the journal, and systemd stops logging a notice.`,
      };
    }),
});

/** systemd 198 removed syslog.target. */
export const legacyTarget = rule({
  code: 'unit/legacy-target',
  reason: 'systemd 198 removed syslog.target: After and Wants have no effect, and with Requires the start fails.',
  bad: () => ({ unit: { After: ['syslog.target'] } }),
  good: () => ({ unit: { After: ['rsyslog.service'] } }),
  find: ({ unit }) =>
    (['After', 'Wants', 'Requires'] as const)
      .filter((name) => listOf(unit.get(name) ?? []).includes('syslog.target'))
      .map((name) => ({
        place: ['unit', name],
        problem: 'syslog.target was removed in systemd 198',
        remedy: `Remove it${name === 'Requires' ? ', or the start fails' : ''}: services can log to the journal without waiting for a unit.`,
      })),
});

/** Source: systemd.service(5), PIDFile=. */
export const legacyRun = rule({
  code: 'unit/legacy-run',
  reason: '/var/run is a symbolic link to /run: systemd corrects the path, and logs a notice whenever it loads the unit.',
  bad: () => ({ service: { PIDFile: '/var/run/x.pid' } }),
  good: () => ({ service: { PIDFile: '/run/x.pid' } }),
  find: ({ service }) => {
    const path = service.get('PIDFile');
    if (typeof path !== 'string' || !path.startsWith('/var/run/')) return undefined;
    return {
      place: ['service', 'PIDFile'],
      problem: `${show(path)} is below /var/run, which is a symbolic link to /run`,
      remedy: `Use ${show(path.slice('/var'.length))}, as systemd does anyway, with a notice in its log.`,
    };
  },
});
