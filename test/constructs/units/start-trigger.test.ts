import { Exec, Platform, SystemdService, type SystemdServiceProps } from '../../../lib';
import { bundleOf } from '../../support/bundles';
import { directive } from '../../support/units';

const service = { ExecStart: Exec.command('/usr/bin/app') };

/** Returns the text of the units that start a service, and the names of the units that run. */
function trigger(props: Partial<SystemdServiceProps>, platform?: Platform) {
  const { files, services } = bundleOf((stack, host) => new SystemdService(stack, 'app', { host, service, ...props }), { platform });
  const text = (suffix: string) => files.find(({ path }) => path.endsWith(`app-start-when.${suffix}`))?.lines.join('\n') ?? '';
  return { path: text('path'), start: text('service'), units: services.map(({ unit }) => unit) };
}

test('a service without startWhen has no path unit', () => {
  expect(trigger({})).toEqual({ path: '', start: '', units: ['app.service'] });
});

test('a path unit runs a program with the units that wait for the path', () => {
  const { path, start, units } = trigger({ startWhen: '/srv/app/Gemfile', instances: 2 });
  expect(units).toContain('app-start-when.path');
  expect(directive(path, 'PathChanged')).toEqual(['/srv/app/Gemfile']);
  expect(directive(path, 'Before')).toEqual(['app@1.service app@2.service']);
  expect(directive(start, 'ExecStart')).toEqual([
    '/usr/local/lib/cdktf-sidekiq/app@.service/start-when /srv/app/Gemfile enabled app@1.service app@2.service',
  ]);
});

test('a service that isn’t enabled is started as well', () => {
  expect(directive(trigger({ startWhen: '/srv/app/Gemfile', enabled: false }).start, 'ExecStart')).toEqual([
    '/usr/local/lib/cdktf-sidekiq/app.service/start-when /srv/app/Gemfile any app.service',
  ]);
});

test('on Debian 11, whose systemd doesn’t follow replaced links, each parent directory is watched', () => {
  expect(directive(trigger({ startWhen: '/srv/app/Gemfile' }, Platform.DEBIAN_11).path, 'PathChanged')).toEqual([
    '/srv',
    '/srv/app',
    '/srv/app/Gemfile',
  ]);
});
