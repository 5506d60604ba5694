import { Exec, Platform, SystemdService, type SystemdServiceProps } from '../../../lib';
import { bundleOf } from '../../support/bundles';
import { directive } from '../../support/units';

const service = { ExecStart: Exec.command('/usr/bin/app') };

/** Text of the units beside a service, and what of them runs. */
function trigger(props: Partial<SystemdServiceProps>, platform?: Platform) {
  const { files, services } = bundleOf((stack, host) => new SystemdService(stack, 'app', { host, service, ...props }), { platform });
  const text = (suffix: string) => files.find(({ path }) => path.endsWith(`app-start-when.${suffix}`))?.lines.join('\n') ?? '';
  return { path: text('path'), start: text('service'), units: services.map(({ unit }) => unit) };
}

test('a service that waits for nothing has none', () => {
  expect(trigger({})).toEqual({ path: '', start: '', units: ['app.service'] });
});

test('a path unit runs a program with the units that may wait', () => {
  const { path, start, units } = trigger({ startWhen: '/srv/app/Gemfile', instances: 2 });
  expect(units).toContain('app-start-when.path');
  expect(directive(path, 'PathChanged')).toEqual(['/srv/app/Gemfile']);
  expect(directive(path, 'Before')).toEqual(['app@1.service app@2.service']);
  expect(directive(start, 'ExecStart')).toEqual([
    '/usr/local/lib/cdktf-sidekiq/app@.service/start-when /srv/app/Gemfile enabled app@1.service app@2.service',
  ]);
});

test('a service that no boot starts is started all the same', () => {
  expect(directive(trigger({ startWhen: '/srv/app/Gemfile', enabled: false }).start, 'ExecStart')).toEqual([
    '/usr/local/lib/cdktf-sidekiq/app.service/start-when /srv/app/Gemfile any app.service',
  ]);
});

test('where systemd does not follow a link that is replaced, each directory on the way is watched', () => {
  expect(directive(trigger({ startWhen: '/srv/app/Gemfile' }, Platform.DEBIAN_11).path, 'PathChanged')).toEqual([
    '/srv',
    '/srv/app',
    '/srv/app/Gemfile',
  ]);
});
