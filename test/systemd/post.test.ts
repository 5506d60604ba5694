import { unitFileIssues } from '../../lib/systemd';
import { postUnit } from './post';
import { placeText } from '../../lib/values';

// test/live/systemd/systemd.test.ts compares it with the post's own text on a host.
it('reports the weaknesses of the unit in the post', () => {
  expect(
    unitFileIssues(postUnit(), { systemdVersion: 252 }).map(({ severity, code, place }) => `${severity} ${code} ${placeText(place)}`),
  ).toEqual([
    'warning unit/use-type-notify service.Type',
    'warning unit/stop-does-not-wait service.ExecStop',
    'warning unit/stop-post-fails service.ExecStopPost',
    'warning unit/legacy-output service.StandardOutput',
    'warning unit/legacy-output service.StandardError',
    'warning unit/legacy-target unit.After',
  ]);
});
