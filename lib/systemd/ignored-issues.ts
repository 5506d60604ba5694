import { error, placeText, type Issue } from '../values';
import type { DirectivePlace } from './directive-place';
import type { Row } from './table/row';
import type { UnitFile } from './unit-file';

/**
 * Reports a directive that systemd ignores or has renamed: `unit/legacy-directive` for an older name, `unit/ignored-directive` for
 * one that has no effect in this type of unit, or with this version.
 *
 * @param place section and directive, `['service', 'User']`.
 * @param row the directive's row in the table.
 * @param unit the unit file that contains it.
 * @param target version of systemd that will read it.
 */
export function ignoredIssues(place: DirectivePlace, row: Row | undefined, unit: UnitFile, target?: number): readonly Issue[] {
  const { name, type } = unit;
  if (row === undefined) return [];
  const [section, directive] = place;
  const instead = row.replacement === undefined ? undefined : placeText(placeOf(row.replacement, section));
  if (row.ignoredIn?.includes(type) === true) {
    return [
      error('unit/ignored-directive', place, {
        problem: `systemd ignores ${directive}= in a ${type} unit`,
        remedy: instead === undefined ? 'Leave it out.' : `Use ${instead}.`,
      }),
    ];
  }
  if (directive === 'DefaultInstance' && !/@\.[a-z]+$/.test(name)) {
    return [
      error('unit/ignored-directive', place, {
        problem: `systemd ignores ${directive}= in ${name}, which is not a template`,
        remedy: 'Leave it out, or name the unit like a template: `name@.service`.',
      }),
    ];
  }
  const ignored = row.ignoredSince !== undefined && (row.ignoredSince === 0 || (target !== undefined && row.ignoredSince <= target));
  if (row.legacy === true) {
    return [
      error('unit/legacy-directive', place, {
        problem: ignored ? `${directive}= is an old directive that systemd ignores` : `${directive}= is an old name`,
        remedy: instead === undefined ? leaveOut(directive) : `Use ${instead}.`,
      }),
    ];
  }
  if (!ignored) return [];
  return [
    error('unit/ignored-directive', place, {
      problem: `systemd ${row.ignoredSince} and later ignore ${directive}=, and this host has systemd ${target}`,
      remedy: instead === undefined ? 'Leave it out for this host.' : `Use ${instead} for this host.`,
    }),
  ];
}

/** Place of a replacement, which may be in another section: `Unit.StartLimitBurst`. */
function placeOf(replacement: string, section: string): DirectivePlace {
  const [other, name] = replacement.split('.');
  return name === undefined ? [section, replacement] : [other!.toLowerCase(), name];
}

function leaveOut(directive: string): string {
  return directive === 'PermissionsStartOnly'
    ? 'Leave it out, and give the commands that need it { fullPrivileges: true }.'
    : 'Leave it out: it has no replacement.';
}
