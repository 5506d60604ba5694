import { allWords, firstWord } from '../../../lib/systemd/parse/first-word';

test.each([
  ['a  b\tc', {}, ['a', 'b', 'c']],
  ['"a b" c', {}, ['"a', 'b"', 'c']],
  ['"a b"\'c d\' e', { unquote: true }, ['a bc d', 'e']],
  ['""  x', { unquote: true }, ['', 'x']],
  ['a\\ b \\x41', {}, ['a b', 'x41']],
  ['a\\ b', { keepBackslashes: true }, ['a\\', 'b']],
  ['\\x41\\u00e9\\s', { unescapeC: true }, ['A\u00c3\u00a9 ']],
  ['/a\\:b:c', { separators: ':', unescapeC: true, unescapeSeparators: true }, ['/a:b', 'c']],
  [':a::', { separators: ':', everySeparator: true }, ['', 'a', '', '']],
  ['a:b', { separators: ':' }, ['a', 'b']],
])('%j %j', (text, flags, words) => {
  expect(allWords(text, flags)).toEqual(words);
});

test.each([
  ['"a', { unquote: true }],
  ['a\\', {}],
  ['\\q', { unescapeC: true }],
  ['"\\', { unquote: true, relaxed: true }],
])('rejects %j', (text, flags) => {
  expect(allWords(text, flags)).toBe('invalid');
});

test('keeps an invalid escape in relaxed mode', () => {
  expect(firstWord('\\q\\', { unescapeC: true, relaxed: true })).toEqual({ word: '\\q\\', rest: undefined });
});
