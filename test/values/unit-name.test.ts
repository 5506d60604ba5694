import { unitNameProblem } from '../../lib/values';

describe('unitNameProblem', () => {
  it.each(['sidekiq.service', 'sidekiq@2.service', 'sidekiq@.service', 'a\\x2db.mount', 'x:y_z.target', '-.slice'])(
    'accepts %s',
    (name) => {
      expect(unitNameProblem(name)).toBeUndefined();
    },
  );

  it.each(['', 'redis', 'a b.service', '.service', '@.service', 'a/b.service', 'é.service', 'a.servic', `${'x'.repeat(248)}.service`, 7])(
    'refuses %p',
    (name) => {
      expect(unitNameProblem(name)).toBeDefined();
    },
  );
});
