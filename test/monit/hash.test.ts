import { hashTypeOf } from '../../lib/monit/hash';

test.each([
  [32, 'md5'],
  [40, 'sha1'],
  [64, 'sha256'],
  [33, undefined],
] as const)('%d hexadecimal digits are a checksum of type %s', (digits, type) => {
  expect(hashTypeOf('aF'.repeat(digits).slice(0, digits))).toBe(type);
});

test('text with other characters is not a checksum', () => {
  expect(hashTypeOf('g'.repeat(32))).toBeUndefined();
  expect(hashTypeOf('')).toBeUndefined();
});
