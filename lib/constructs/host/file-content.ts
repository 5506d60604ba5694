import type { BundleFile } from '../../bundle';
import { ControlFile } from '../../monit';
import { UnitFile } from '../../systemd';
import { unitNameProblem, type Issue } from '../../values';
import type { Platform } from './platform';

/**
 * Kind of a file by its path. The host validates unit files, and control files where Debian's and Red Hat's monitrc find them, as a
 * whole.
 */
export function kindOf(path: string): BundleFile['kind'] {
  if (/^\/etc\/(monit\/(monitrc$|conf\.d\/|conf-enabled\/)|monitrc$|monit\.d\/)/.test(path)) return 'monit';
  const [, whose, unit] = /^\/etc\/systemd\/(system|user)\/([^/]+)$/.exec(path) ?? [];
  if (unit === undefined || unitNameProblem(unit) !== undefined) return 'plain';
  return whose === 'system' ? 'unit' : 'user-unit';
}

const DROP_IN = /^\/etc\/systemd\/(system|user)\/([^/]+)\.d\/[^/]+\.conf$/;

/**
 * Issues of a text that systemd or Monit will read, reported at synth: the host would refuse the file or ignore a line of it.
 *
 * Codes: those of `UnitFile.parse` and `ControlFile.parse`; `property` names the line.
 */
export function contentIssues(path: string, content: string, { systemd, monit }: Platform): readonly Issue[] {
  const kind = kindOf(path);
  if (kind === 'monit') {
    const { issues } = ControlFile.parse(content, { monitVersion: monit, included: !path.endsWith('/monitrc') });
    return issues.map(({ line, code, severity, got, expected, remedy }) => ({
      code,
      severity,
      property: `content, line ${line}`,
      got,
      expected,
      remedy,
    }));
  }
  const extended = DROP_IN.exec(path)?.[2];
  if (kind === 'plain' && (extended === undefined || unitNameProblem(extended) !== undefined)) return [];
  return UnitFile.parse(content, { fileName: path, systemdVersion: systemd }).issues.map(
    ({ line, code, severity, property, got, expected, remedy }) => ({
      code,
      // The host refuses a deployment if systemd ignores a line.
      severity: severity === 'warning' && code !== 'systemd/deprecated-value' ? 'error' : severity,
      property: ['content', ...(line === undefined ? [] : [`line ${line}`]), ...(property.startsWith('[') ? [property] : [])].join(', '),
      got,
      expected,
      remedy,
    }),
  );
}
