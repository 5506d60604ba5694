import { readInteger, readMode, readPermyriad, readSize, readTime } from '../../../lib/systemd/parse/numbers';

test.each([
  [' +0x1f', 31n],
  ['017', 15n],
  ['0b11', 3n],
  ['0o17', 15n],
  ['-0', 0n],
  ['08', undefined],
  ['1 ', undefined],
  ['256', undefined],
  ['-1', undefined],
])('the integer %j', (text, value) => {
  expect(readInteger(text, 0n, 255n)).toBe(value);
});

test.each([
  ['1G 512M', 1_610_612_736n],
  ['1.5K', 1536n],
  ['10.M', 10_485_760n],
  ['5B', 5n],
  ['512M 1G', undefined],
  ['512MB', undefined],
  ['1k', undefined],
  ['', undefined],
])('the size %j', (text, value) => {
  expect(readSize(text, 1024)).toBe(value);
});

test.each([
  ['5', 5_000_000n],
  ['1min 5s', 65_000_000n],
  ['1min5', 65_000_000n],
  ['.5s', 500_000n],
  ['3\u00c2\u00b5s', 3n],
  ['infinity', 2n ** 64n - 1n],
  ['5.', undefined],
  ['12.34.56', undefined],
  ['-5s', undefined],
  ['5,5s', undefined],
  ['99999999999y', undefined],
])('the time span %j', (text, value) => {
  expect(readTime(text)).toBe(value);
});

test.each([
  ['50%', 5000],
  ['12.34%', 1234],
  ['1.5\u00e2\u0080\u00b0', 15],
  ['1.234%', undefined],
  ['50', undefined],
])('the share %j', (text, value) => {
  expect(readPermyriad(text)).toBe(value);
});

test.each([
  ['0644', 0o644],
  ['10000', undefined],
  ['8', undefined],
  ['+644', undefined],
])('the mode %j', (text, value) => {
  expect(readMode(text)).toBe(value);
});

test('reads shares in tenths of a percent for systemd 247', () => {
  expect(
    ['12.3%', '12.34%', '1.5\u00e2\u0080\u00b0', '5\u00e2\u0080\u00b0', '5\u00e2\u0080\u00b1'].map((text) => readPermyriad(text, 247)),
  ).toEqual([...[1230, undefined, undefined, 50, undefined]]);
});
