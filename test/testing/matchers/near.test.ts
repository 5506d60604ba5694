import { didYouMean, listed } from '../../../lib/testing/matchers/near';

test('returns a question for a similar name, and nothing for others', () => {
  expect(didYouMean('/etc/modt', ['/etc/motd', '/etc/hosts'])).toBe('Did you mean /etc/motd?');
  expect(didYouMean('/srv/x', ['/etc/motd'])).toBe('');
});

test('shortens a long list, with the number of the others', () => {
  expect(listed(['a', 'b'])).toBe('  a\n  b');
  expect(listed(['a', 'b', 'c'], 2)).toBe('  a\n  b\n  … and 1 more');
});
