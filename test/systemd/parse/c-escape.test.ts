import { readCEscape, unescapeC } from '../../../lib/systemd/parse/c-escape';

test.each([
  ['n', '\n', 1],
  ['s', ' ', 1],
  ['x41b', 'A', 3],
  ['101', 'A', 3],
  ['377', '\u00ff', 3],
  ['u00e9', '\u00c3\u00a9', 5],
  ['u20ac', '\u00e2\u0082\u00ac', 5],
  ['U0001f600', '\u00f0\u009f\u0098\u0080', 9],
])('reads \\%s', (rest, bytes, length) => {
  expect(readCEscape(rest)).toEqual({ bytes, length });
});

test.each(['', 'q', 'x4', 'x4g', '10', '400', 'u00e', 'ud800', 'U00110000', 'U0000d800', 'U0000fdd0', 'U0001ffff'])(
  '\\%s is not an escape',
  (rest) => {
    expect(readCEscape(rest)).toBeUndefined();
  },
);

test.each(['x00', '000', 'u0000', 'U00000000'])('\\%s is a NUL if NUL is accepted', (rest) => {
  expect(readCEscape(rest)).toBeUndefined();
  expect(readCEscape(rest, { acceptNul: true })).toEqual({ bytes: '\0', length: rest.length });
});

test('reads a lone surrogate as versions before 262 do, only after \\u', () => {
  expect(readCEscape('ud800', { halfPairs: true })).toEqual({ bytes: '\u00ed\u00a0\u0080', length: 5 });
  expect(readCEscape('U0000d800', { halfPairs: true })).toBeUndefined();
});

test('decodes a text completely or not at all', () => {
  expect(unescapeC('a\\tb\\x2cc\\\\')).toBe('a\tb,c\\');
  expect(unescapeC('a\\tb\\q')).toBeUndefined();
  expect(unescapeC('a\\')).toBeUndefined();
});
