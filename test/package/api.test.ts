import { apiState } from '../../tools/api/current';
import { entryPoints } from '../../tools/api/entry-points';
import { REPOSITORY } from '../hosts/paths';

test('the reports in etc/ show the API as it is, and it names nothing that it does not export', () => {
  const { reports, problems } = apiState(REPOSITORY);
  expect(reports).toHaveLength(entryPoints(REPOSITORY).length);
  expect(problems).toEqual([]);
});
