import { Exec, ServiceUnit, SystemdDropIn, type SystemdDropInProps } from '../../../lib';
import { bundleOf } from '../../support/bundles';
import { sleeper } from '../../support/stacks';

const made = (props: Partial<SystemdDropInProps> = {}, change: (dropIn: SystemdDropIn) => unknown = () => undefined) =>
  bundleOf((stack, host) => {
    change(new SystemdDropIn(stack, 'limits', { host, unitName: 'redis-server.service', service: { TasksMax: 200 }, ...props }));
  });

test('writes a file, and restarts the unit if it runs', () => {
  const { files, services } = made();
  expect(files.map(({ path, lines, kind }) => [path, lines, kind])).toEqual([
    ['/etc/systemd/system/redis-server.service.d/limits.conf', ['[Service]', 'TasksMax=200', ''], 'unit'],
  ]);
  expect(services).toEqual([
    { unit: 'redis-server.service', restartOn: [], stabilitySeconds: 0, stopSeconds: 90, startSeconds: 90, whenStopped: 'keep' },
  ]);
});

test.each<[string, Partial<SystemdDropInProps>, number]>([
  ['if restart is false', { restart: false }, 0],
  ['for a slice, whose restart would stop its services', { unitName: 'system.slice', service: undefined, slice: { TasksMax: 9 } }, 0],
  ['for a template, which doesn’t run', { unitName: 'getty@.service' }, 0],
  ['except for an instance', { unitName: 'getty@tty1.service' }, 1],
])('no restart %s', (_, props, restarts) => expect(made(props).services).toHaveLength(restarts));

test('a list is emptied before values are added to it', () => {
  const { files } = made({ service: undefined }, ({ extension }) => {
    if (extension instanceof ServiceUnit) extension.service.reset('ExecStart').set({ ExecStart: Exec.command('/bin/true') });
  });
  expect(files[0]!.lines).toEqual(['[Service]', 'ExecStart=', 'ExecStart=/bin/true', '']);
});

test('a service of the same stack with drop-ins is restarted once', () => {
  const { services } = bundleOf((stack, host) => {
    sleeper(stack, 'one', host);
    for (const id of ['a', 'b']) new SystemdDropIn(stack, id, { host, unitName: 'one.service', service: { TasksMax: 9 } });
    for (const id of ['c', 'd']) new SystemdDropIn(stack, id, { host, unitName: 'two.service', service: { TasksMax: 9 } });
  });
  expect(services.map(({ unit, enabled }) => [unit, enabled])).toEqual([
    ['one.service', true],
    ['two.service', undefined],
  ]);
});
