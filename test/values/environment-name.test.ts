import { environmentNameProblem } from '../../lib/values';

describe('environmentNameProblem', () => {
  it.each(['RAILS_ENV', '_', 'a1'])('accepts %s', (name) => {
    expect(environmentNameProblem(name)).toBeUndefined();
  });

  it.each(['', '1A', 'A-B', 'A B', 'É', 'A=', 'A\n', 7])('refuses %p', (name) => {
    expect(environmentNameProblem(name)).toBeDefined();
  });
});
