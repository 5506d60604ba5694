import { Exec, PumaService, SidekiqService, SystemdService, type SidekiqServiceProps } from '../../../lib';
import { bundleOf } from '../../support/bundles';
import { codesRaised } from '../../support/units';

const PROPS = { version: '7.3', workingDirectory: '/srv/app', user: 'app' };

const sidekiq = (props: Partial<SidekiqServiceProps>, change?: (it: SidekiqService) => void) =>
  bundleOf((stack, host) => {
    const it = new SidekiqService(stack, 'sidekiq', { host, ...PROPS, ...props });
    change?.(it);
  }).services.find(({ unit }) => unit === 'sidekiq.service')?.bootCheck;

test('Sidekiq is started on an unused queue', () => {
  expect(sidekiq({ queues: ['critical,2', 'default'], concurrency: 3 })).toEqual({
    until: 'ready',
    execStart: 'ExecStart=/usr/bin/bundle exec sidekiq -e production -c 3 -q cdktf-sidekiq-boot-check -t 25',
  });
});

test('before 6.0, a second Sidekiq doesn’t write the pidfile of the running one', () => {
  expect(sidekiq({ version: '5.2' })?.execStart).toMatch(/ -P \/dev\/null$/);
});

test('Sidekiq has no boot check if bootCheck is false', () => {
  expect(sidekiq({ bootCheck: false })).toBeUndefined();
});

test('a changed ExecStart is run unchanged', () => {
  const check = sidekiq({}, (it) => it.unit.service.set({ ExecStart: Exec.command('/srv/app/bin/worker', ['a b']) }));
  expect(check).toEqual({ until: 'ready', execStart: 'ExecStart=/srv/app/bin/worker "a b"' });
});

test('other services have a boot check if a command is given', () => {
  const bootCheck = Exec.command('/usr/bin/app', ['--check']);
  const { services } = bundleOf((stack, host) => {
    new SystemdService(stack, 'a', { host, bootCheck, service: { ExecStart: Exec.command('/usr/bin/app'), User: 'app' } });
    new SystemdService(stack, 'b', { host, service: { ExecStart: Exec.command('/usr/bin/app'), User: 'app' } });
    new PumaService(stack, 'c', { host, bootCheck, workingDirectory: '/srv/app', user: 'app', startWhen: '/srv/app' });
  });
  const ends = { until: 'ends', execStart: 'ExecStart=/usr/bin/app --check' };
  expect(services.filter(({ unit }) => unit.endsWith('.service')).map((it) => it.bootCheck)).toEqual([ends, undefined, ends]);
});

test('the command is validated', () => {
  const raised = (bootCheck: unknown) =>
    codesRaised((stack, host) => {
      const service = { ExecStart: Exec.command('/usr/bin/app'), User: 'app' };
      new SystemdService(stack, 'a', { host, bootCheck: bootCheck as never, service });
    });
  expect(raised('rake check')).toEqual(['stack/invalid-property']);
  expect(raised(Exec.command('bin/app'))).toEqual(['unit/invalid-program']);
  expect(raised(Exec.command('/bin/app'))).toEqual([]);
});
