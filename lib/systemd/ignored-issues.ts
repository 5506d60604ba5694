import type { Issue } from '../values';
import type { Row } from './table/row';
import type { UnitFile } from './unit-file';

/**
 * Reports a directive that systemd ignores or has renamed: `systemd/legacy-directive` for an older name, `systemd/ignored-directive` for
 * one that has no effect in this type of unit, or with this version.
 *
 * @param property section and directive, `service.User`.
 * @param row the directive's row in the table.
 * @param unit the unit file that contains it.
 * @param target version of systemd that will read it.
 */
export function ignoredIssues(property: string, row: Row | undefined, unit: UnitFile, target?: number): readonly Issue[] {
  const { name, type } = unit;
  if (row === undefined) return [];
  const directive = property.slice(property.indexOf('.') + 1);
  const instead = row.replacement === undefined ? undefined : placeOf(row.replacement, property);
  const found = (code: string, got: string, remedy: string): Issue => ({
    code,
    severity: 'error',
    property,
    got,
    expected: instead ?? 'no such line',
    remedy,
  });
  if (row.ignoredIn?.includes(type) === true) {
    return [found('systemd/ignored-directive', `${directive}= in a ${type}`, `Leave it out: systemd takes no notice of it in a ${type}.`)];
  }
  if (directive === 'DefaultInstance' && !/@\.[a-z]+$/.test(name)) {
    return [
      found(
        'systemd/ignored-directive',
        `${directive}= in ${name}`,
        'Leave it out: it means something in a template alone, `name@.service`.',
      ),
    ];
  }
  const ignored = row.ignoredSince !== undefined && (row.ignoredSince === 0 || (target !== undefined && row.ignoredSince <= target));
  if (row.legacy === true) {
    const what = ignored ? ', which systemd takes no notice of' : ', an older name';
    return [found('systemd/legacy-directive', `${directive}=${what}`, instead === undefined ? leaveOut(directive) : `Write ${instead}.`)];
  }
  if (!ignored) return [];
  return [
    found(
      'systemd/ignored-directive',
      `${directive}=, of which systemd takes no notice from version ${row.ignoredSince} on`,
      `Leave it out for this host: its systemd ${target} does nothing with it.`,
    ),
  ];
}

/** Property path of a replacement. */
function placeOf(replacement: string, property: string): string {
  const [section, name] = replacement.includes('.') ? replacement.split('.') : [property.slice(0, property.indexOf('.')), replacement];
  return `${section!.toLowerCase()}.${name}`;
}

function leaveOut(directive: string): string {
  return directive === 'PermissionsStartOnly'
    ? 'Leave it out, and give the commands that need it { fullPrivileges: true }.'
    : 'Leave it out: nothing took its place.';
}
