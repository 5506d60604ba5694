import { remarks } from '../remarks';

test.each<[string, readonly string[]]>([
  ['', []],
  ['/a', []],
  ['/a:name:read-only', []],
  ['/a::append,graceful', []],
  ['/a:name:append,truncate', ['ignored-value']],
  ['/a:name:graceful,graceful', ['ignored-value']],
  ['/a:name:nosuch', ['ignored-value']],
  ['/a:b:graceful:d', ['ignored-value']],
  ['/', ['ignored-value']],
  ['/:root', []],
  ['/a/..', ['ignored-value']],
  ['a', ['ignored-value']],
])('OpenFile=%s', (value, codes) => {
  expect(remarks(`OpenFile=${value}`)).toEqual(codes);
});
