import {
  Duration,
  EnvironmentFile,
  Exec,
  HostFile,
  OptionalPath,
  SystemdService,
  type ServiceDirectives,
  type SystemdServiceProps,
} from '../../../lib';
import { codesRaised, directive, filesOf } from '../../support/units';
import { bundleOf } from '../../support/bundles';

const service: ServiceDirectives = { ExecStart: Exec.command('/usr/bin/app'), User: 'app' };

const unit = (props: Partial<SystemdServiceProps> = {}) =>
  filesOf((stack, host) => new SystemdService(stack, 'app', { host, service, ...props }))['/etc/systemd/system/app.service'];

test('is restarted whenever it ends, without a start limit', () => {
  const text = unit();
  expect([directive(text, 'Restart'), directive(text, 'RestartSec')]).toEqual([['always'], ['5s']]);
  expect([directive(text, 'StartLimitIntervalSec'), directive(text, 'WantedBy')]).toEqual([['0s'], ['multi-user.target']]);
});

test('given directives override the defaults', () => {
  const text = unit({
    unit: { StartLimitIntervalSec: Duration.minutes(5), StartLimitBurst: 3 },
    service: { ...service, Restart: 'on-failure', RestartSec: Duration.seconds(1) },
    install: { WantedBy: ['app.target'] },
  });
  expect([directive(text, 'Restart'), directive(text, 'RestartSec')]).toEqual([['on-failure'], ['1s']]);
  expect([directive(text, 'StartLimitIntervalSec'), directive(text, 'WantedBy')]).toEqual([['300s'], ['app.target']]);
});

test.each<[string, Partial<SystemdServiceProps>, string[], string[]]>([
  ['Monit as the supervisor', { supervisor: 'monit', enabled: false }, ['no'], []],
  ['a oneshot', { service: { ...service, Type: 'oneshot' } }, [], ['0s']],
])('%s: systemd does not restart', (_, props, restart, limit) => {
  const bundle = bundleOf((stack, host) => new SystemdService(stack, 'app', { host, service, ...props }));
  const text = bundle.files[0]!.lines.join('\n');
  expect([directive(text, 'Restart'), directive(text, 'StartLimitIntervalSec')]).toEqual([restart, limit]);
});

test('its name is the id, or unitName with or without the suffix', () => {
  for (const [props, name] of [
    [{}, 'app'],
    [{ unitName: 'jobs' }, 'jobs'],
    [{ unitName: 'jobs@1.service' }, 'jobs@1'],
  ] as const) {
    filesOf((stack, host) => {
      const made = new SystemdService(stack, 'app', { host, service, ...props });
      expect([made.unitName, made.baseName]).toEqual([`${name}.service`, name]);
    });
  }
});

test('the service and its requirements in the bundle', () => {
  const { services, requires } = bundleOf((stack, host) => {
    const it = new SystemdService(stack, 'app', {
      host,
      service: { ...service, Group: '1000', TimeoutStopSec: Duration.seconds(1.5), TimeoutStartSec: 'infinity' },
      startWhen: '/srv/app/Gemfile',
      whenStopped: 'start',
      stability: Duration.seconds(0),
    });
    it.addFile(new HostFile(stack, 'file', { host, path: '/etc/z', content: '' }));
    it.addEnvironmentFile(new EnvironmentFile(stack, 'env', { host, path: '/etc/a', variables: {} }));
    it.addEnvironmentFile(OptionalPath.of('/etc/theirs'));
  });
  expect(services.filter(({ unit }) => !unit.endsWith('.path'))).toEqual([
    {
      unit: 'app.service',
      enabled: true,
      restartOn: ['/etc/a', '/etc/z'],
      stabilitySeconds: 0,
      stopSeconds: 2,
      startSeconds: 86400,
      startWhen: '/srv/app/Gemfile',
      whenStopped: 'start',
    },
  ]);
  // A numeric id needs no entry on the host.
  expect(requires).toMatchObject({ users: ['app', 'root'], groups: ['root'], systemd: '252', monit: undefined });
});

test('instances restart one at a time unless restart is together', () => {
  const rolling = (props: Partial<SystemdServiceProps>) =>
    bundleOf((stack, host) => new SystemdService(stack, 'app', { host, service, ...props }))
      .services.filter(({ unit }) => unit.endsWith('.service'))
      .map((it) => it.rolling);
  expect([rolling({ instances: 2 }), rolling({ instances: 2, restart: 'together' }), rolling({ instances: 1 }), rolling({})]).toEqual([
    [true, true],
    [undefined, undefined],
    [undefined],
    [undefined],
  ]);
});

test.each([
  [undefined, 90],
  [Duration.seconds(10), 10],
  [Duration.seconds(0), 86400],
  ['infinity' as const, 86400],
  [Duration.seconds(Number.NaN), 90],
])('TimeoutStopSec %s counts as %s s', (TimeoutStopSec, seconds) => {
  const { services } = bundleOf((stack, host) => new SystemdService(stack, 'app', { host, service: { ...service, TimeoutStopSec } }));
  expect(services[0]?.stopSeconds).toBe(seconds);
});

test('two services of the same name clash', () => {
  expect(
    codesRaised((stack, host) => ['a', 'b'].map((id) => new SystemdService(stack, id, { host, service, unitName: 'same' }))),
  ).toContain('host/duplicate-path');
});
