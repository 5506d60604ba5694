import { didYouMean, listed } from '../../../lib/testing/matchers/near';

test('a similar name makes a question, and no name makes none', () => {
  expect(didYouMean('/etc/modt', ['/etc/motd', '/etc/hosts'])).toBe('Did you mean /etc/motd?');
  expect(didYouMean('/srv/x', ['/etc/motd'])).toBe('');
});

test('a long list is cut, and says how many are left', () => {
  expect(listed(['a', 'b'])).toBe('  a\n  b');
  expect(listed(['a', 'b', 'c'], 2)).toBe('  a\n  b\n  … and 1 more');
});
