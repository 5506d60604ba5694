import { unknownProperty } from '../../lib/values';

test('names the properties that may have been meant, and never shows the value', () => {
  expect(unknownProperty('a/b', 'adress', ['address', 'port'], ['ssh'])).toEqual({
    code: 'a/b',
    severity: 'error',
    place: ['ssh', 'adress'],
    got: 'an unknown property',
    expected: 'address',
    remedy: 'Correct the name, or remove it: it has no effect.',
  });
});

test('lists a few properties where none is similar, but not many', () => {
  expect(unknownProperty('a/b', 'xyzzy', ['address', 'port'])).toMatchObject({ expected: 'one of address, port' });
  const many = Array.from({ length: 16 }, (_, index) => `property${index}`);
  expect(unknownProperty('a/b', 'xyzzy', many)).toMatchObject({ expected: 'a known property' });
});

test('quotes a name that is not a word', () => {
  expect(unknownProperty('a/b', 'a\nb', ['address'])).toMatchObject({ place: ['"a\\nb"'] });
});
