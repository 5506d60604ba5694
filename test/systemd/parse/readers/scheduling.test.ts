import { UnitFile } from '../../../../lib/systemd';

const told = (lines: readonly string[], systemdVersion: number, fileName = 'x.service') =>
  UnitFile.parse(['[Service]', 'ExecStart=/bin/a', ...lines, ''].join('\n'), { fileName, systemdVersion }).issues.map(
    ({ line, code }) => `${line} ${code}`,
  );

test('before 252 a priority is held against the policy that was said by then', () => {
  const lines = ['CPUSchedulingPriority=0', 'CPUSchedulingPriority=5', 'CPUSchedulingPolicy=rr', 'CPUSchedulingPriority=5'];
  expect(told(lines, 247)).toEqual(['4 unit/ignored-value']);
  expect(told([...lines, 'CPUSchedulingPriority=0', 'CPUSchedulingPolicy=', 'CPUSchedulingPriority=5'], 247)).toEqual([
    ...['4 unit/ignored-value', '7 unit/ignored-value', '9 unit/ignored-value'],
  ]);
  expect(told([...lines, 'CPUSchedulingPriority=100'], 252)).toEqual(['7 unit/ignored-value']);
});

test('a drop-in does not know the policy of the unit, but its own', () => {
  const dropIn = 'x.service.d/x.conf';
  expect(told(['CPUSchedulingPriority=5'], 247, dropIn)).toEqual([]);
  expect(told(['CPUSchedulingPolicy=batch', 'CPUSchedulingPriority=5'], 247, dropIn)).toEqual(['4 unit/ignored-value']);
});
