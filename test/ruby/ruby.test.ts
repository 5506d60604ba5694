import { Ruby } from '../../lib/ruby';
import { placeText } from '../../lib/values';

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

test.each<[string, Ruby, readonly string[], Record<string, string>]>([
  ['system', Ruby.system(), ['/usr/bin/bundle', 'exec', 'sidekiq'], {}],
  ['system, Bundler as a gem', Ruby.system({ bundler: '/usr/local/bin/bundle' }), ['/usr/local/bin/bundle', 'exec', 'sidekiq'], {}],
  [
    'rbenv',
    Ruby.rbenv({ root: '/home/deploy/.rbenv' }),
    ['/home/deploy/.rbenv/bin/rbenv', 'exec', 'bundle', 'exec', 'sidekiq'],
    { RBENV_ROOT: '/home/deploy/.rbenv' },
  ],
  [
    'rbenv of a package, fixed version',
    Ruby.rbenv({ root: '/opt/rbenv', version: '3.3.4', program: '/usr/bin/rbenv' }),
    ['/usr/bin/rbenv', 'exec', 'bundle', 'exec', 'sidekiq'],
    { RBENV_ROOT: '/opt/rbenv', RBENV_VERSION: '3.3.4' },
  ],
  [
    'asdf up to 0.15',
    Ruby.asdf({ root: '/home/deploy/.asdf' }),
    ['/home/deploy/.asdf/bin/asdf', 'exec', 'bundle', 'exec', 'sidekiq'],
    { ASDF_DATA_DIR: '/home/deploy/.asdf' },
  ],
  [
    'asdf from 0.16',
    Ruby.asdf({ root: '/home/deploy/.asdf', version: '3.3.4', program: '/usr/local/bin/asdf' }),
    ['/usr/local/bin/asdf', 'exec', 'bundle', 'exec', 'sidekiq'],
    { ASDF_DATA_DIR: '/home/deploy/.asdf', ASDF_RUBY_VERSION: '3.3.4' },
  ],
  [
    'prefix',
    Ruby.prefix('/opt/rubies/ruby-3.3.4'),
    ['/opt/rubies/ruby-3.3.4/bin/bundle', 'exec', 'sidekiq'],
    { PATH: `/opt/rubies/ruby-3.3.4/bin:${PATH}` },
  ],
  ['program', Ruby.program('/usr/bin/sidekiq'), ['/usr/bin/sidekiq'], {}],
])('%s', (_name, ruby, command, environment) => {
  expect([ruby.program, ...ruby.args('sidekiq')]).toEqual(command);
  expect(ruby.environment).toEqual(environment);
  expect(ruby.issues()).toEqual([]);
});

test.each<[string, string, Ruby]>([
  ['service/invalid-ruby-path', 'ruby.bundler', Ruby.system({ bundler: 'bundle' })],
  ['service/invalid-ruby-path', 'ruby.root', Ruby.rbenv({ root: '~/.rbenv', program: '/usr/bin/rbenv' })],
  ['service/invalid-ruby-path', 'ruby.program', Ruby.rbenv({ root: '/opt/rbenv', program: 'rbenv' })],
  ['service/invalid-ruby-version', 'ruby.version', Ruby.rbenv({ root: '/opt/rbenv', version: '3.3 .4' })],
  ['service/invalid-ruby-version', 'ruby.version', Ruby.rbenv({ root: '/opt/rbenv', version: '../../etc' })],
  ['service/invalid-ruby-path', 'ruby.root', Ruby.asdf({ root: '/opt/../asdf', program: '/usr/local/bin/asdf' })],
  ['service/invalid-ruby-version', 'ruby.version', Ruby.asdf({ root: '/opt/asdf', version: '' })],
  ['service/invalid-ruby-path', 'ruby.prefix', Ruby.prefix('/opt/rubies/ruby-3.3.4/')],
  ['service/invalid-ruby-path', 'ruby.program', Ruby.program('/usr/bin/side\nkiq')],
])('%s on %s', (code, place, ruby) => {
  expect(ruby.issues().map((issue) => [issue.code, placeText(issue.place)])).toEqual([[code, place]]);
});

test('another command of the bundle', () => {
  expect(Ruby.system().args('puma')).toEqual(['exec', 'puma']);
  expect(Ruby.rbenv({ root: '/opt/rbenv' }).args('puma')).toEqual(['exec', 'bundle', 'exec', 'puma']);
  expect(Ruby.prefix('/opt/rubies/ruby-3.3.4').usesBundler).toBe(true);
});

test('a program that needs no Bundler is the command itself', () => {
  expect(Ruby.program('/usr/bin/puma').args('puma')).toEqual([]);
  expect(Ruby.program('/usr/bin/puma').usesBundler).toBe(false);
});

test('reports an invalid root once, not again for the program in it', () => {
  expect(Ruby.asdf({ root: '~/.asdf' }).issues(['runtime'])).toEqual([
    expect.objectContaining({
      code: 'service/invalid-ruby-path',
      place: ['runtime', 'root'],
      problem: '"~/.asdf" starts with ~, which only a shell expands',
    }),
  ]);
});

test('a prefix with a colon would be two entries of PATH', () => {
  expect(Ruby.prefix('/opt/a:b').issues()).toEqual([
    expect.objectContaining({ code: 'service/invalid-ruby-path', place: ['ruby', 'prefix'] }),
  ]);
});

test.each([
  [Ruby.system(), ['ruby']],
  [Ruby.rbenv({ root: '/home/deploy/.rbenv' }), ['/home/deploy/.rbenv/bin/rbenv', 'exec', 'ruby']],
  [Ruby.asdf({ root: '/home/deploy/.asdf', program: '/usr/local/bin/asdf' }), ['/usr/local/bin/asdf', 'exec', 'ruby']],
  [Ruby.prefix('/opt/rubies/ruby-3.3.4'), ['/opt/rubies/ruby-3.3.4/bin/ruby']],
  [Ruby.program('/home/deploy/.rvm/wrappers/ruby-3.3.4/sidekiq'), ['/home/deploy/.rvm/wrappers/ruby-3.3.4/ruby']],
])('%j runs Ruby itself, without the bundle, with %j', (ruby, words) => {
  expect(ruby.interpreter).toEqual(words);
});
