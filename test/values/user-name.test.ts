import { userNameProblem } from '../../lib/values';

describe('userNameProblem', () => {
  it.each(['deploy', '_apt', 'first.last', 'www-data', '0', '1000', 'x'.repeat(31)])('accepts %s', (name) => {
    expect(userNameProblem(name)).toBeUndefined();
  });

  it.each(['', '-x', '.x', '9a', 'a b', 'a$b', 'machine$', 'é', 'a:b', '0123', '65535', '4294967295', 'x'.repeat(32), 1000])(
    'refuses %p',
    (name) => {
      expect(userNameProblem(name)).toBeDefined();
    },
  );
});
