import { bare, headerValue } from '../../lib/monit/bare';

test.each([
  ['mail', ' o"p s@example.com,\n', 'ops@example.com'],
  ['address', 'ops<@>example.com', 'ops@example.com'],
  ['addressName', ' O\'Ops "team" ', 'OOps team'],
  ['subject', 'a\n$SERVICE }b', 'a$SERVICE b'],
  ['message', 'a\n}b\0', 'a\nb'],
  ['url', 'https://x/ a\tb', 'https://x/ab'],
  ['headerName', 'X-Api Key:\n', 'X-ApiKey'],
  ['headerValue', 'a\r\nb', 'ab'],
] as const)('%s drops the characters that Monit can’t accept without quotes', (kind, text, expected) => {
  expect(bare(kind, text)).toBe(expected);
});

test('half of a surrogate pair becomes the replacement character', () => {
  expect(bare('subject', 'a\ud800')).toBe('a\ufffd');
});

test('the value of a header gets the kind of quotes that it doesn’t contain', () => {
  expect(headerValue('a')).toBe('"a"');
  expect(headerValue('a "b"')).toBe(`'a "b"'`);
  expect(headerValue(`"a": ['b']`)).toBe(`"a" ['b'`);
});
