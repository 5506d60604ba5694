import { remarks } from '../remarks';

test.each<[string, number, readonly string[]]>([
  ['a\\x20b', 249, []],
  ['a/../b', 249, ['ignored-part']],
  ['a:/b', 249, []],
  ['a:/b', 250, ['ignored-part']],
  ['a:b c', 252, []],
  [':b', 252, []],
  [':b', 257, ['ignored-part']],
  ['a:b:ro', 257, []],
  ['a::ro', 257, []],
  ['a:b:rw', 256, []],
  ['a:b:rw', 257, ['ignored-part']],
  ['private/x', 247, ['ignored-part']],
  ['a "b', 247, ['ignored-part']],
])('%s for systemd %i', (value, version, codes) => {
  expect(remarks(`StateDirectory=${value}`, version)).toEqual(codes);
});
