import { MonitCheck, PidfileHooks, SidekiqRules, SidekiqService, Specifier, specified, type SidekiqServiceProps } from '../../../lib';
import { bundleOf } from '../../support/bundles';
import { directive } from '../../support/units';

const made = (props: Partial<SidekiqServiceProps> = {}, path?: PidfileHooks['path']) => {
  const { files, services, checks } = bundleOf((stack, host) => {
    const service = new SidekiqService(stack, 'sidekiq', {
      host,
      version: '7.3',
      workingDirectory: '/srv/app',
      user: 'app',
      instances: 2,
      ...props,
    });
    const pidfile = new PidfileHooks(stack, 'pidfile', {
      service,
      ...(path === undefined ? {} : { path: specified`/run/app/${Specifier.INSTANCE}` }),
    });
    new MonitCheck(stack, 'monit', { service, pidfile, rules: SidekiqRules.recommended() });
  });
  const text = (name: string) => files.find(({ path: each }) => each.endsWith(`/${name}`))?.lines.join('\n');
  return { text, services, checks };
};

test('has a template, a unit for each instance, and a target', () => {
  const { text, services } = made();
  expect(services.map(({ unit }) => unit)).toEqual(['sidekiq-start-when.path', 'sidekiq.target', 'sidekiq@1.service', 'sidekiq@2.service']);
  expect(directive(text('sidekiq@.service'), 'PartOf')).toEqual(['sidekiq.target']);
  expect(directive(text('sidekiq@.service'), 'WantedBy')).toEqual(['sidekiq.target']);
  expect(directive(text('sidekiq.target'), 'WantedBy')).toEqual(['multi-user.target']);
});

test('each instance has its own pidfile and check; queues and Redis are checked once', () => {
  const { text, checks } = made();
  expect(directive(text('sidekiq@.service'), 'ExecStopPost')).toEqual(['+/bin/rm -f /run/sidekiq@%i.pid']);
  const control = text('monit/conf-enabled/sidekiq') ?? text('conf.d/sidekiq') ?? '';
  expect(control).toMatch(/^check process "?sidekiq@1"? with pidfile "?\/run\/sidekiq@1\.pid"?$/m);
  expect(control).toMatch(/guard' 'restart' 'sidekiq@2\.service'|guard restart sidekiq@2\.service/);
  const names = [...checks];
  expect(names.filter((name) => name.startsWith('sidekiq@1')).map((name) => name.replace('@1', '@2'))).toEqual(
    names.filter((name) => name.startsWith('sidekiq@2')),
  );
  expect(names.filter((name) => !name.includes('@'))).toContain('sidekiq-latency');
});

test('the pidfiles can have another path', () => {
  expect(directive(made({}, 'x').text('sidekiq@.service'), 'ExecStopPost')).toEqual(['/bin/rm -f /run/app/%i']);
});
