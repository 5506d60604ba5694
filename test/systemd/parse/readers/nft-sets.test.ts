import { remarks } from '../remarks';

test.each<[string, readonly string[]]>([
  ['', []],
  ['cgroup:inet:filter:workers user:ip6:a:b', []],
  ['cgroup:inet:filter', ['ignored-part']],
  ['address:inet:filter:workers', ['ignored-part']],
  ['cgroup:ipv4:filter:workers', ['ignored-part']],
  ['cgroup:inet:fil-ter:workers', ['ignored-part']],
  ['"open', ['ignored-value']],
])('NFTSet=%s', (value, codes) => {
  expect(remarks(`NFTSet=${value}`)).toEqual(codes);
});
