import { apiState } from '../../tools/api/current';
import { entryPoints } from '../../tools/api/entry-points';
import { REPOSITORY } from '../hosts/paths';

test('the reports in etc/ match the API, and it refers only to exported names', () => {
  const { reports, problems } = apiState(REPOSITORY);
  expect(reports).toHaveLength(entryPoints(REPOSITORY).length);
  expect(problems).toEqual([]);
});
