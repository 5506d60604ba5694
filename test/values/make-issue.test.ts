import { error, info, inside, issue, warning } from '../../lib/values';

const text = { got: '5', expected: '6', remedy: 'Say 6.' };

test.each([
  ['error', error],
  ['warning', warning],
  ['info', info],
] as const)('%s', (severity, make) => {
  expect(make('a/b', ['p', 0], text)).toEqual({ code: 'a/b', severity, place: ['p', 0], ...text });
});

test('of a severity that is known at run time; it takes nothing but text', () => {
  expect(issue('info', 'a/b', [], { ...text, line: 3 } as typeof text)).toEqual({ code: 'a/b', severity: 'info', place: [], ...text });
});

test('an issue of a value is one of what has the value', () => {
  expect(inside(['rules', 2], error('a/b', ['limit'], text))).toEqual(error('a/b', ['rules', 2, 'limit'], text));
});
