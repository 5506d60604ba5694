import type { Issue } from '../../values';
import { listOf } from '../values/one-or-many';
import { rule, type Rule } from './rule';

/** `systemd/legacy-output`: StandardOutput= and StandardError= with `syslog` mean the journal since 246. Source: systemd.exec(5). */
export const legacyOutput: Rule = ({ service }) =>
  (['StandardOutput', 'StandardError'] as const).flatMap((name): readonly Issue[] => {
    const value = service.get(name);
    if (value !== 'syslog' && value !== 'syslog+console') return [];
    const modern = value.replace('syslog', 'journal');
    return [
      {
        code: 'systemd/legacy-output',
        severity: 'warning',
        property: `service.${name}`,
        got: value,
        expected: modern,
        remedy: `Write ${modern}: systemd reads the old word as that, with a notice; a syslog daemon gets its lines from the journal.`,
      },
    ];
  });

/** `systemd/legacy-target`: syslog.target went away with systemd 198; the order does nothing. */
export const legacyTarget: Rule = ({ unit }) =>
  (['After', 'Wants', 'Requires'] as const).flatMap((name): readonly Issue[] =>
    listOf(unit.get(name) ?? []).includes('syslog.target')
      ? [
          {
            code: 'systemd/legacy-target',
            severity: 'warning',
            property: `unit.${name}`,
            got: 'syslog.target',
            expected: 'no such unit: it is gone since systemd 198',
            remedy: 'Leave it out: the journal is there before any service starts.',
          },
        ]
      : [],
  );

/** `systemd/legacy-run`: /var/run is a link to /run; systemd rewrites the path with a notice. Source: systemd.service(5), PIDFile=. */
export const legacyRun = rule(({ service }) => {
  const path = service.get('PIDFile');
  if (typeof path !== 'string' || !path.startsWith('/var/run/')) return undefined;
  return {
    code: 'systemd/legacy-run',
    property: 'service.PIDFile',
    got: path,
    expected: path.slice('/var'.length),
    remedy: 'Leave /var out.',
  };
});

/** `systemd/kill-mode-none`: deprecated, processes outlive their service. Source: systemd.kill(5). */
export const killModeNone = rule(({ service }) => {
  if (service.get('KillMode') !== 'none') return undefined;
  return {
    code: 'systemd/kill-mode-none',
    property: 'service.KillMode',
    got: 'none',
    expected: 'control-group, or mixed',
    remedy: 'Leave KillMode out: with none, processes outlive the service and its next start runs beside them.',
  };
});
