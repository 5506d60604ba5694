import { UnitFile } from '../../../../lib/systemd';

const issues = (lines: readonly string[], systemdVersion: number, fileName = 'x.service') =>
  UnitFile.parse(['[Service]', 'ExecStart=/bin/a', ...lines, ''].join('\n'), { fileName, systemdVersion }).issues.map(
    ({ line, code }) => `${line} ${code}`,
  );

test('before 252, checks a priority against the policy set above it', () => {
  const lines = ['CPUSchedulingPriority=0', 'CPUSchedulingPriority=5', 'CPUSchedulingPolicy=rr', 'CPUSchedulingPriority=5'];
  expect(issues(lines, 247)).toEqual(['4 unit/ignored-value']);
  expect(issues([...lines, 'CPUSchedulingPriority=0', 'CPUSchedulingPolicy=', 'CPUSchedulingPriority=5'], 247)).toEqual([
    ...['4 unit/ignored-value', '7 unit/ignored-value', '9 unit/ignored-value'],
  ]);
  expect(issues([...lines, 'CPUSchedulingPriority=100'], 252)).toEqual(['7 unit/ignored-value']);
});

test('ignores the policy of the unit in a drop-in, but not that of the drop-in itself', () => {
  const dropIn = 'x.service.d/x.conf';
  expect(issues(['CPUSchedulingPriority=5'], 247, dropIn)).toEqual([]);
  expect(issues(['CPUSchedulingPolicy=batch', 'CPUSchedulingPriority=5'], 247, dropIn)).toEqual(['4 unit/ignored-value']);
});
