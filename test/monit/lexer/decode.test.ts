import { decoded, unquoted } from '../../../lib/monit/lexer/decode';

test('quotes and blanks are taken off both ends, however many there are', () => {
  expect(unquoted(`"'a "b" c' " `)).toBe(`a "b" c`);
  expect(unquoted('""')).toBe('');
});

test.each([
  [String.raw`"a\nb\tc\rd\\e\ f"`, 'a\nb\tc\rd\\e f'],
  [String.raw`"\0x41\0x7a"`, 'Az'],
  [String.raw`"\0xC3\0xA9"`, 'é'],
  [String.raw`"\q\x41"`, String.raw`\q\x41`],
  ['"ends in \\x\\"', 'ends in \\x\\'],
  // A NUL is left as it is written.
  [String.raw`"a\0x00b"`, String.raw`a\0x00b`],
])('%s is decoded', (token, value) => {
  expect(decoded(token)).toEqual({ value, exact: true });
});

test('a byte that UTF-8 lacks, and what Monit leaves undefined, are not exact', () => {
  expect(decoded(String.raw`"\0xff"`).exact).toBe(false);
  expect(decoded(String.raw`"\0a"`).exact).toBe(false);
});
