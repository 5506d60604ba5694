import {
  Exec,
  MountUnit,
  ServiceUnit,
  SliceUnit,
  TimerUnit,
  type ServiceDirectives,
  type UnitDirectives,
  type UnitFile,
} from '../../../lib/systemd';
import { lintUnitFile } from '../../../lib/systemd/lint/lint-unit-file';
import { Duration, Percent, placeText, Size } from '../../../lib/values';

function found(service: ServiceDirectives, unit: UnitDirectives = {}): readonly string[] {
  const file = new ServiceUnit('sidekiq.service');
  file.unit.set(unit);
  file.service.set({ User: 'deploy', ExecStart: Exec.command('/bin/true'), ...service });
  return lintUnitFile(file).map(({ severity, code, place }) => `${severity} ${code} ${placeText(place)}`);
}

function messages(unit: UnitFile): readonly string[] {
  return lintUnitFile(unit).map(({ place, problem, remedy }) => `${placeText(place)}: ${problem}. ${remedy}`);
}

const two = [Exec.command('/bin/a'), Exec.command('/bin/b')];

describe('lintUnitFile', () => {
  it.each<[string, ServiceDirectives, UnitDirectives, ServiceDirectives, UnitDirectives]>([
    ['error unit/exec-start-missing service.ExecStart', { ExecStart: [] }, {}, { ExecStart: two[0]! }, {}],
    ['error unit/exec-start-several service.ExecStart', { ExecStart: two }, {}, { ExecStart: two, Type: 'oneshot' }, {}],
    [
      'error unit/oneshot-restart service.Restart',
      { Type: 'oneshot', Restart: 'always', RestartSec: Duration.seconds(5) },
      {},
      { Type: 'oneshot', Restart: 'on-failure', RestartSec: Duration.seconds(5) },
      {},
    ],
    ['error unit/dbus-without-name service.BusName', { Type: 'dbus' }, {}, { Type: 'dbus', BusName: 'org.example' }, {}],
    [
      'error unit/notify-access-none service.NotifyAccess',
      { Type: 'notify', NotifyAccess: 'none' },
      {},
      { Type: 'simple', NotifyAccess: 'none' },
      {},
    ],
    [
      'error unit/watchdog-too-short service.WatchdogSec',
      { Type: 'notify', WatchdogSec: Duration.milliseconds(999) },
      {},
      { Type: 'notify', WatchdogSec: Duration.seconds(0) },
      {},
    ],
    [
      'warning unit/watchdog-too-short service.WatchdogSec',
      { Type: 'notify', WatchdogSec: Duration.seconds(14.9) },
      {},
      { Type: 'notify', WatchdogSec: Duration.seconds(15) },
      {},
    ],
    [
      'warning unit/watchdog-without-notify service.WatchdogSec',
      { WatchdogSec: Duration.seconds(30) },
      {},
      { WatchdogSec: Duration.seconds(30), Type: 'notify' },
      {},
    ],
    ['warning unit/restart-gives-up service.RestartSec', { Restart: 'always' }, {}, { Restart: 'no' }, {}],
    [
      'warning unit/restart-gives-up service.RestartSec',
      { Restart: 'always', RestartSec: Duration.seconds(1.9) },
      {},
      { Restart: 'always', RestartSec: Duration.seconds(2) },
      {},
    ],
    [
      'warning unit/restart-gives-up service.RestartSec',
      { Restart: 'always', RestartSec: Duration.seconds(5) },
      { StartLimitIntervalSec: 'infinity' },
      { Restart: 'always' },
      { StartLimitIntervalSec: Duration.seconds(0) },
    ],
    [
      'warning unit/restart-gives-up service.RestartSec',
      { Restart: 'on-failure', RestartSec: Duration.seconds(3) },
      { StartLimitBurst: 2 },
      { Restart: 'on-failure' },
      { StartLimitBurst: 0 },
    ],
    [
      'warning unit/memory-high-above-max service.MemoryHigh',
      { MemoryHigh: Size.mebibytes(800), MemoryMax: Size.mebibytes(800) },
      {},
      { MemoryHigh: Size.mebibytes(700), MemoryMax: Size.mebibytes(800) },
      {},
    ],
    [
      'warning unit/stop-does-not-wait service.ExecStop',
      { ExecStop: Exec.command('/bin/kill', ['-TSTP', Exec.envWords('MAINPID')]) },
      {},
      { ExecStop: Exec.command('/usr/bin/redis-cli', ['shutdown']) },
      {},
    ],
    [
      'warning unit/stop-does-not-wait service.ExecStop',
      { ExecStop: Exec.command('/bin/sh', ['-c', 'kill -QUIT $MAINPID']) },
      {},
      { ExecStop: Exec.command('/bin/sh', ['-c', 'kill -QUIT $MAINPID; tail --pid=$MAINPID -f /dev/null']) },
      {},
    ],
    [
      'warning unit/stop-post-fails service.ExecStopPost',
      { ExecStopPost: Exec.command('/bin/sh', ['-c', 'rm /run/x.pid']) },
      {},
      { ExecStopPost: Exec.command('/bin/sh', ['-c', 'rm -f /run/x.pid']) },
      {},
    ],
    [
      'warning unit/stop-post-fails service.ExecStopPost',
      { ExecStopPost: [Exec.command('/bin/rm', ['-r', '/run/x'])] },
      {},
      { ExecStopPost: [Exec.command('/bin/rm', ['-r', '/run/x'], { ignoreFailure: true }), Exec.command('/bin/rm', ['-rf', '/run/x'])] },
      {},
    ],
    ['warning unit/kill-mode-none service.KillMode', { KillMode: 'none' }, {}, { KillMode: 'mixed' }, {}],
    ['warning unit/legacy-output service.StandardOutput', { StandardOutput: 'syslog' }, {}, { StandardOutput: 'journal' }, {}],
    ['warning unit/legacy-output service.StandardError', { StandardError: 'syslog+console' }, {}, { StandardError: 'inherit' }, {}],
    ['warning unit/legacy-target unit.After', {}, { After: ['syslog.target'] }, {}, { After: ['rsyslog.service'] }],
    ['warning unit/legacy-run service.PIDFile', { PIDFile: '/var/run/x.pid' }, {}, { PIDFile: '/run/x.pid' }, {}],
  ])('%s', (finding, badService, badUnit, goodService, goodUnit) => {
    expect(found(badService, badUnit)).toEqual([finding]);
    expect(found(goodService, goodUnit)).toEqual([]);
  });

  it('warns about a service without a user, unless it has a dynamic one or is explicitly root', () => {
    const file = new ServiceUnit('sidekiq.service');
    file.service.set({ ExecStart: Exec.command('/bin/true') });
    expect(lintUnitFile(file).map((issue) => issue.code)).toEqual(['unit/no-user']);
    expect(found({ User: 'root' })).toEqual([]);
    file.service.set({ DynamicUser: true });
    expect(lintUnitFile(file)).toEqual([]);
  });

  it('does not compare a size with a percentage', () => {
    expect(found({ MemoryHigh: Percent.of(90), MemoryMax: Size.mebibytes(1) })).toEqual([]);
  });

  it('reports a unit other than a service without the directive that it needs', () => {
    expect(messages(new TimerUnit('backup.timer'))).toEqual([
      expect.stringMatching(/^timer\.OnCalendar: no trigger is set\. Set one of these, .*: OnCalendar, .*, OnTimezoneChange\.$/),
    ]);
    expect(messages(new MountUnit('srv-data.mount'))).toEqual([
      'mount.What: no What is set. Set What: systemd refuses mount units without it.',
      'mount.Where: no Where is set. Set Where: systemd refuses mount units without it.',
    ]);
  });

  it.each([
    ['app--workers.slice', /^name: "app--workers\.slice" has an empty part .* Separate the parts with single dashes/],
    ['app@.slice', /^name: "app@\.slice" is a template or an instance\. Remove the @/],
  ])('reports the invalid slice name %s', (name, message) => {
    expect(messages(new SliceUnit(name))).toEqual([expect.stringMatching(message)]);
  });

  it('suggests a longer pause only if one can keep a service below its start limit', () => {
    const file = new ServiceUnit('sidekiq.service');
    file.service.set({ User: 'deploy', ExecStart: Exec.command('/bin/true'), Restart: 'always' });
    expect(messages(file)).toEqual([expect.stringContaining('Set RestartSec to at least Duration.seconds(2), or StartLimitIntervalSec')]);
    file.unit.set({ StartLimitIntervalSec: 'infinity' });
    expect(messages(file)).toEqual([expect.stringContaining('Set StartLimitIntervalSec to Duration.seconds(0)')]);
  });
});
