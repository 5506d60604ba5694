import { decoded, unquoted } from '../../../lib/monit/lexer/decode';

test('all quotes and blanks are removed from both ends', () => {
  expect(unquoted(`"'a "b" c' " `)).toBe(`a "b" c`);
  expect(unquoted('""')).toBe('');
});

test.each([
  [String.raw`"a\nb\tc\rd\\e\ f"`, 'a\nb\tc\rd\\e f'],
  [String.raw`"\0x41\0x7a"`, 'Az'],
  [String.raw`"\0xC3\0xA9"`, 'é'],
  [String.raw`"\q\x41"`, String.raw`\q\x41`],
  ['"ends in \\x\\"', 'ends in \\x\\'],
  // A NUL stays escaped.
  [String.raw`"a\0x00b"`, String.raw`a\0x00b`],
])('%s is decoded', (token, value) => {
  expect(decoded(token)).toEqual({ value, exact: true });
});

test('invalid UTF-8 and escapes that Monit leaves undefined are not exact', () => {
  expect(decoded(String.raw`"\0xff"`).exact).toBe(false);
  expect(decoded(String.raw`"\0a"`).exact).toBe(false);
});
