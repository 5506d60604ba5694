import { fileModeProblem } from '../../../values/file-mode';
import { show } from '../../../values/issue';
import { error } from '../../../values/make-issue';
import type { Place } from '../../../values/place';
import type { Issues } from './report';

/** Issues of a file mode. */
export function* permissionIssues(place: Place, permission: unknown): Issues {
  const problem = fileModeProblem(permission);
  if (problem === undefined) return;
  yield error('monit/invalid-permission', place, {
    problem: `${show(permission)} ${problem}`,
    remedy: 'Give the mode as a string of octal digits, like "0644".',
  });
}
