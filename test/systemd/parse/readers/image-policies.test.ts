import { remarks } from '../remarks';

test.each<[string, readonly string[], readonly string[]]>([
  ['', [], []],
  ['*', [], []],
  ['root=verity+signed:usr=absent:=ignore', [], []],
  ['root=', [], []],
  ['root', ['refused-value'], ['refused-value']],
  ['root=open:root=absent', ['refused-value'], ['refused-value']],
  ['nosuch=open', ['refused-value'], []],
  ['root=nosuch', ['refused-value'], []],
])('RootImagePolicy=%s', (value, before, after) => {
  expect([remarks(`RootImagePolicy=${value}`, 257), remarks(`RootImagePolicy=${value}`, 262)]).toEqual([before, after]);
});
