import { unknownProperty } from '../../lib/values';

test('names similar properties, and never shows the value', () => {
  expect(unknownProperty('a/b', 'adress', ['address', 'port'], ['ssh'])).toEqual({
    code: 'a/b',
    severity: 'error',
    place: ['ssh', 'adress'],
    problem: 'this property does not exist and has no effect',
    remedy: 'Use address, or remove it.',
  });
});

test('lists a few properties if none is similar, but not many', () => {
  expect(unknownProperty('a/b', 'xyzzy', ['address', 'port'])).toMatchObject({ remedy: 'Remove it, or use one of address, port.' });
  const many = Array.from({ length: 16 }, (_, index) => `property${index}`);
  expect(unknownProperty('a/b', 'xyzzy', many)).toMatchObject({ remedy: 'Remove it, or correct its name.' });
});

test('quotes a name that is not a word', () => {
  expect(unknownProperty('a/b', 'a\nb', ['address'])).toMatchObject({ place: ['"a\\nb"'] });
});
