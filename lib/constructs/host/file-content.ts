import type { BundleFile } from '../../bundle';
import { ControlFile } from '../../monit';
import { UnitFile } from '../../systemd';
import { issue, unitNameProblem, type Issue, type Place } from '../../values';
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
 * Codes: those of `UnitFile.parse` and `ControlFile.parse`; the place names the line.
 */
export function contentIssues(path: string, content: string, { systemd, monit }: Platform): readonly Issue[] {
  const kind = kindOf(path);
  if (kind === 'monit') {
    const { issues } = ControlFile.parse(content, { monitVersion: monit, included: !path.endsWith('/monitrc') });
    return issues.map(({ line, code, severity, ...text }) => issue(severity, code, placeIn(line), text));
  }
  const extended = DROP_IN.exec(path)?.[2];
  if (kind === 'plain' && (extended === undefined || unitNameProblem(extended) !== undefined)) return [];
  return UnitFile.parse(content, { fileName: path, systemdVersion: systemd }).issues.map(({ line, directive, code, severity, ...text }) => {
    // The host refuses a deployment if systemd ignores a line.
    const stricter = severity === 'warning' && code !== 'unit/deprecated-value' ? 'error' : severity;
    return issue(stricter, code, placeIn(line, directive), text);
  });
}

/** Place in the content: the line, and the directive that it assigns. */
function placeIn(line: number | undefined, directive?: string): Place {
  return [['content', ...(line === undefined ? [] : [`line ${line}`]), ...(directive === undefined ? [] : [directive])].join(', ')];
}
