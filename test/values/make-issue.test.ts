import { error, info, inside, issue, warning } from '../../lib/values';

const text = { problem: '5 is too low', remedy: 'Set at least 6.' };

test.each([
  ['error', error],
  ['warning', warning],
  ['info', info],
] as const)('%s', (severity, make) => {
  expect(make('a/b', ['p', 0], text)).toEqual({ code: 'a/b', severity, place: ['p', 0], ...text });
});

test('makes an issue of a severity that is known at run time, with only its text', () => {
  expect(issue('info', 'a/b', [], { ...text, line: 3 } as typeof text)).toEqual({ code: 'a/b', severity: 'info', place: [], ...text });
});

test('moves an issue of a value to the value that contains it', () => {
  expect(inside(['rules', 2], error('a/b', ['limit'], text))).toEqual(error('a/b', ['rules', 2, 'limit'], text));
});
