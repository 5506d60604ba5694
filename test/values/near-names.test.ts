import { distance, nearNames } from '../../lib/values';

const KNOWN = ['MemoryMax', 'MemoryHigh', 'Restart', 'RestartSec', 'User', 'UMask'];

test.each([
  ['MemroyMax', ['MemoryMax']],
  ['memorymax', ['MemoryMax']],
  ['MemoryMaximum', ['MemoryMax']],
  ['Restrt', ['Restart']],
  ['Usr', ['User']],
  ['ExecStart', []],
  ['', []],
])('nearest to %s is %j', (name, near) => {
  expect(nearNames(name, KNOWN)).toEqual(near);
});

test.each([
  ['', '', 0],
  ['abc', '', 3],
  ['kitten', 'sitting', 3],
  ['same', 'same', 0],
])('%s and %s differ by %i letters', (a, b, far) => {
  expect(distance(a, b)).toBe(far);
  expect(distance(b, a)).toBe(far);
});
