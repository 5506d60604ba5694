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
  const found = (code: string, got: string, remedy: string): Issue =>
    error(code, place, {
      got,
      expected: instead ?? 'no such directive',
      remedy,
    });
  if (row.ignoredIn?.includes(type) === true) {
    return [found('unit/ignored-directive', `${directive}= in a ${type}`, `Leave it out: systemd ignores it in a ${type}.`)];
  }
  if (directive === 'DefaultInstance' && !/@\.[a-z]+$/.test(name)) {
    return [
      found('unit/ignored-directive', `${directive}= in ${name}`, 'Leave it out: it has an effect only in a template, `name@.service`.'),
    ];
  }
  const ignored = row.ignoredSince !== undefined && (row.ignoredSince === 0 || (target !== undefined && row.ignoredSince <= target));
  if (row.legacy === true) {
    const what = ignored ? ', which systemd ignores' : ', an older name';
    return [found('unit/legacy-directive', `${directive}=${what}`, instead === undefined ? leaveOut(directive) : `Use ${instead}.`)];
  }
  if (!ignored) return [];
  return [
    found(
      'unit/ignored-directive',
      `${directive}=, which systemd ${row.ignoredSince} and later ignore`,
      `Leave it out for this host: its systemd ${target} ignores it.`,
    ),
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
