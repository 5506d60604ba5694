import fc from 'fast-check';
import {
  AllExcept,
  Compared,
  Exec,
  OptionalPath,
  Output,
  UnitCondition,
  ServiceUnit,
  renderUnitFile,
  unitFileIssues,
  type InstallDirectives,
  type ServiceDirectives,
  type UnitDirectives,
} from '../../lib/systemd';
import { Duration, formatIssue, Percent, Size, type Issue } from '../../lib/values';
import { TABLES } from '../../lib/systemd/sections/tables';
import { EVERY } from './every-directive';
import { everyUnits, unitWith } from './unit-with';
import { runs } from '../support/runs';
import { placeText } from '../../lib/values';

interface Sections {
  readonly unit?: UnitDirectives;
  readonly service?: ServiceDirectives;
  readonly install?: InstallDirectives;
}

function issuesOf({ unit = {}, service = {}, install = {} }: Sections, systemdVersion?: number): readonly Issue[] {
  const file = new ServiceUnit('sidekiq.service');
  file.unit.set(unit);
  file.service.set({ User: 'deploy', ExecStart: Exec.command('/bin/true'), ...service });
  file.install.set(install);
  return unitFileIssues(file, systemdVersion === undefined ? {} : { systemdVersion });
}

const serviceIssues = (service: ServiceDirectives): readonly string[] =>
  issuesOf({ service }).map(({ code, place }) => `${code} ${placeText(place)}`);
const any = (value: unknown): never => value as never;

describe('unitFileIssues', () => {
  it('has no issue with valid values for every directive, except for the watchdog', () => {
    const issues = everyUnits(EVERY).flatMap((unit) => unitFileIssues(unit));
    const others = issues.filter(({ code }) => code !== 'unit/ignored-directive');
    expect(others.map((issue) => issue.code)).toEqual(['unit/watchdog-without-notify']);
    // test/live/systemd/directives.test.ts checks on hosts that systemd ignores exactly these.
    expect([...new Set(issues.map(({ place }) => placeText(place.slice(1))))].sort()).toMatchInlineSnapshot(`
     [
       "Alias",
       "DefaultInstance",
       "Delegate",
       "DelegateSubgroup",
       "ManagedOOMMemoryPressure",
       "ManagedOOMMemoryPressureDurationSec",
       "ManagedOOMMemoryPressureLimit",
       "ManagedOOMSwap",
       "OOMRules",
       "OnFailure",
       "Slice",
       "WatchdogSec",
     ]
    `);
  });

  it('shows the value, the problem and the remedy', () => {
    expect(issuesOf({ service: { WorkingDirectory: 'current' } }).map(formatIssue)).toEqual([
      'service.WorkingDirectory: "current" is not absolute. Use the full, normalised path on the host, like /opt/myapp/current. [unit/invalid-path]',
    ]);
  });

  // Each of these is ignored, refused or misread by systemd: test/live/systemd/ignored.ts.
  it.each<[ServiceDirectives, string]>([
    [{ PrivateDevices: any('yes') }, 'unit/invalid-boolean service.PrivateDevices'],
    [{ Type: any('Notify') }, 'unit/unknown-value service.Type'],
    [{ RestartMode: any('toString') }, 'unit/unknown-value service.RestartMode'],
    [{ Nice: 20 }, 'unit/invalid-number service.Nice'],
    [{ Nice: 1.5 }, 'unit/invalid-number service.Nice'],
    [{ CPUWeight: 0 }, 'unit/invalid-number service.CPUWeight'],
    [{ AllowedCPUs: [0, -1] }, 'unit/invalid-number service.AllowedCPUs[1]'],
    [{ UMask: '22' }, 'unit/invalid-mode service.UMask'],
    [{ KillSignal: any('TERM') }, 'unit/unknown-signal service.KillSignal'],
    [{ KillSignal: 'SIGRTMIN+31' }, 'unit/unknown-signal service.KillSignal'],
    [{ RestartSec: Duration.seconds(NaN) }, 'unit/invalid-duration service.RestartSec'],
    [{ RestartSec: any(5) }, 'unit/invalid-duration service.RestartSec'],
    [{ RestartSec: Duration.milliseconds(0.0001) }, 'unit/invalid-duration service.RestartSec'],
    [{ RestartSec: Duration.days(200_000) }, 'unit/invalid-duration service.RestartSec'],
    [{ TimeoutStopSec: Duration.seconds(0) }, 'unit/zero-means-infinity service.TimeoutStopSec'],
    [{ MemoryMax: Size.bytes(0) }, 'unit/invalid-size service.MemoryMax'],
    [{ MemoryMax: Size.bytes(1.5) }, 'unit/invalid-size service.MemoryMax'],
    [{ MemoryMax: any('1G') }, 'unit/invalid-size service.MemoryMax'],
    [{ MemoryMax: Percent.of(101) }, 'unit/invalid-percent service.MemoryMax'],
    [{ CPUQuota: Percent.of(33.333) }, 'unit/invalid-percent service.CPUQuota'],
    [{ TasksMax: 1.5 }, 'unit/invalid-size service.TasksMax'],
    [{ LimitNOFILE: { soft: 2, hard: 1 } }, 'unit/invalid-limit service.LimitNOFILE'],
    [{ LimitNOFILE: { soft: 'infinity', hard: 1 } }, 'unit/invalid-limit service.LimitNOFILE'],
    [{ LimitCORE: any(5) }, 'unit/invalid-limit service.LimitCORE'],
    [{ LimitCPU: Duration.milliseconds(1500) }, 'unit/invalid-limit service.LimitCPU'],
    [{ LimitNICE: any('infinity') }, 'unit/invalid-limit service.LimitNICE'],
    [{ User: 'a b' }, 'unit/invalid-user-name service.User'],
    [{ SupplementaryGroups: ['ok', '-x'] }, 'unit/invalid-user-name service.SupplementaryGroups[1]'],
    [{ SyslogIdentifier: 'a\nUser=root' }, 'unit/unrepresentable-text service.SyslogIdentifier'],
    [{ SyslogIdentifier: ' a' }, 'unit/unrepresentable-text service.SyslogIdentifier'],
    [{ SyslogIdentifier: 'a\\' }, 'unit/unrepresentable-text service.SyslogIdentifier'],
    [{ SyslogIdentifier: '' }, 'unit/unrepresentable-text service.SyslogIdentifier'],
    [{ SyslogIdentifier: '\u0338' }, 'unit/unrepresentable-text service.SyslogIdentifier'],
    [{ WorkingDirectory: OptionalPath.of('a') }, 'unit/invalid-path service.WorkingDirectory'],
    [{ WorkingDirectory: '/a/../b' }, 'unit/invalid-path service.WorkingDirectory'],
    [{ WorkingDirectory: '/a ' }, 'unit/invalid-path service.WorkingDirectory'],
    [{ EnvironmentFile: ['/ok', OptionalPath.of('x')] }, 'unit/invalid-path service.EnvironmentFile[1]'],
    [{ EnvironmentFile: '/etc/*.env' }, 'unit/environment-file-pattern service.EnvironmentFile[0]'],
    [{ ReadWritePaths: ['/srv', 'x'] }, 'unit/invalid-path service.ReadWritePaths[1]'],
    [{ BindPaths: [{ source: '/a', destination: 'b' }] }, 'unit/invalid-path service.BindPaths[0]'],
    [{ BindPaths: [any({})] }, 'unit/invalid-path service.BindPaths[0]'],
    [{ TemporaryFileSystem: ['/a:b'] }, 'unit/invalid-path service.TemporaryFileSystem[0]'],
    [{ StandardOutput: Output.append('x.log') }, 'unit/invalid-path service.StandardOutput'],
    [{ StandardOutput: any('append:/x') }, 'unit/unknown-value service.StandardOutput'],
    [{ Environment: { 'A-B': 'x' } }, 'unit/invalid-environment-name service.Environment.A-B'],
    [{ Environment: { A: 'x\0' } }, 'unit/unrepresentable-text service.Environment.A'],
    [{ Environment: { A: any(1) } }, 'unit/unrepresentable-text service.Environment.A'],
    [{ Environment: { A: 'x'.repeat(131_070) } }, 'unit/unrepresentable-text service.Environment.A'],
    [{ Environment: any(['A=b']) }, 'unit/invalid-map service.Environment'],
    [{ UnsetEnvironment: ['A B'] }, 'unit/invalid-environment-name service.UnsetEnvironment[0]'],
    [{ LogExtraFields: { lower: 'x' } }, 'unit/invalid-journal-field service.LogExtraFields.lower'],
    [{ LoadCredential: { 'a/b': '/x' } }, 'unit/invalid-credential-name service.LoadCredential.a/b'],
    [{ LoadCredential: { a: 'x' } }, 'unit/invalid-path service.LoadCredential.a'],
    [{ RuntimeDirectory: '/run/x' }, 'unit/invalid-directory service.RuntimeDirectory[0]'],
    [{ RuntimeDirectory: '' }, 'unit/invalid-directory service.RuntimeDirectory[0]'],
    [{ StateDirectory: ['ok', '../x'] }, 'unit/invalid-directory service.StateDirectory[1]'],
    [{ CapabilityBoundingSet: [any('CAP_ROOT')] }, 'unit/unknown-value service.CapabilityBoundingSet[0]'],
    [{ SystemCallFilter: ['@system-service', AllExcept.of('@a b')] }, 'unit/unknown-value service.SystemCallFilter[1]'],
    [{ RestrictAddressFamilies: ['none', 'AF_UNIX'] }, 'unit/unknown-value service.RestrictAddressFamilies[0]'],
    [{ IPAddressAllow: ['10.0.0.0/33'] }, 'unit/unknown-value service.IPAddressAllow[0]'],
    [{ IPAddressAllow: ['1:2'] }, 'unit/unknown-value service.IPAddressAllow[0]'],
    [{ SuccessExitStatus: [0, 256] }, 'unit/invalid-exit-status service.SuccessExitStatus[1]'],
    [{ Slice: 'a.service' }, 'unit/invalid-unit-name service.Slice'],
    [{ BusName: 'x' }, 'unit/invalid-bus-name service.BusName'],
    [{ LogNamespace: 'a b' }, 'unit/invalid-log-namespace service.LogNamespace'],
    [{ ExecStart: any('/bin/true') }, 'unit/invalid-command service.ExecStart'],
    [{ ExecStart: Exec.command('/x', any('y')) }, 'unit/invalid-command service.ExecStart'],
    [{ ExecStart: Exec.command('/x', [], any(null)) }, 'unit/invalid-command service.ExecStart'],
    [{ ExecStart: Exec.command('bin/true') }, 'unit/invalid-program service.ExecStart.program'],
    [{ ExecStart: Exec.command('/bin/$X') }, 'unit/invalid-program service.ExecStart.program'],
    [{ ExecStart: Exec.command('/bin/a"b') }, 'unit/invalid-program service.ExecStart.program'],
    [{ ExecStart: Exec.command('-true') }, 'unit/invalid-program service.ExecStart.program'],
    [{ ExecStart: Exec.command('/') }, 'unit/invalid-program service.ExecStart.program'],
    [{ ExecStart: Exec.command('a'.repeat(256)) }, 'unit/invalid-program service.ExecStart.program'],
    [{ ExecStartPre: [Exec.command('/x', ['ok', 'a\0b'])] }, 'unit/unrepresentable-text service.ExecStartPre[0].args[1]'],
    [{ ExecStart: Exec.command('/x', [any(5)]) }, 'unit/unrepresentable-text service.ExecStart.args[0]'],
    [{ ExecStart: Exec.command('/x', [Exec.env('A B')]) }, 'unit/invalid-environment-name service.ExecStart.args[0]'],
    [
      { ExecStart: Exec.command('/x', [Exec.env('A')], { noEnvironmentExpansion: true }) },
      'unit/environment-not-expanded service.ExecStart.args[0]',
    ],
    [{ ExecStart: Exec.command('/x', [], { argv0: '\ud800' }) }, 'unit/unrepresentable-text service.ExecStart.argv0'],
    [
      {
        ExecStop: Exec.command(
          '/x',
          Array.from({ length: 11 }, () => 'x'.repeat(100_000)),
        ),
      },
      'unit/line-too-long service.ExecStop',
    ],
    [any({ WorkingDirectoy: '/x' }), 'unit/unknown-directive service.WorkingDirectoy'],
    [any({ toString: '/x' }), 'unit/unknown-directive service.toString'],
  ])('%j: %s', (service, issue) => {
    expect(serviceIssues(service)).toEqual([issue]);
  });

  it.each<[UnitDirectives, string]>([
    [{ After: ['network.target', 'redis'] }, 'unit/invalid-unit-name unit.After[1]'],
    [{ After: 'a.service b.service' }, 'unit/invalid-unit-name unit.After[0]'],
    [{ Documentation: 'example.org' }, 'unit/invalid-uri unit.Documentation[0]'],
    [{ Documentation: 'https://a/b c' }, 'unit/invalid-uri unit.Documentation[0]'],
    [{ ConditionPathExists: UnitCondition.not('x') }, 'unit/invalid-path unit.ConditionPathExists'],
    [{ ConditionPathExists: '!/x' }, 'unit/invalid-path unit.ConditionPathExists'],
    [{ RequiresMountsFor: '~/x' }, 'unit/invalid-path unit.RequiresMountsFor[0]'],
  ])('%j: %s', (unit, issue) => {
    expect(issuesOf({ unit }).map(({ code, place }) => `${code} ${placeText(place)}`)).toEqual([issue]);
  });

  it.each(['sidekiq', 'sidekiq.timer', 'a b.service', '../x.service'])('rejects %j as the name of a service', (name) => {
    expect(unitFileIssues(new ServiceUnit(name)).map(({ code, place }) => [code, ...place])).toContainEqual([
      'unit/invalid-unit-name',
      'name',
    ]);
  });

  it('suggests the right capitals', () => {
    expect(issuesOf({ service: any({ workingdirectory: '/x' }) })[0]!.remedy).toContain('WorkingDirectory');
  });

  it.each<[number, ServiceDirectives, boolean]>([
    [252, { RestartMode: 'direct' }, true],
    [254, { RestartMode: 'direct' }, false],
    [254, { RestartMode: 'debug' }, true],
    [257, { RestartMode: 'debug' }, false],
    [252, { Type: 'notify-reload' }, true],
    [253, { Type: 'notify-reload' }, false],
    [247, { CPUWeight: 'idle' }, true],
    [252, { CPUWeight: 'idle' }, false],
    [247, { StandardOutput: Output.truncate('/x') }, true],
    [247, { StandardOutput: Output.append('/x') }, false],
    [247, { RuntimeDirectory: 'a b' }, true],
    [247, { RuntimeDirectory: 'a-b' }, false],
    [252, { PrivateTmp: 'disconnected' }, true],
    [252, { PrivateTmp: true }, false],
  ])('systemd %i, %j: too new is %s', (version, service, tooNew) => {
    expect(issuesOf({ service }, version).map((issue) => issue.code)).toEqual(tooNew ? ['host/too-old'] : []);
  });

  it('shows the version that a directive needs', () => {
    expect(issuesOf({ service: { RestartMode: 'direct' } }, 252).map(formatIssue)).toEqual([
      'service.RestartMode: RestartMode= needs systemd 254 or later, and this host has systemd 252. Leave it out, although dependent units then see each restart, or set a platform with systemd 254 or later. [host/too-old]',
    ]);
  });

  it('never shows the value of a variable', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{12,40}$/), (secret) => {
        const issues = issuesOf({ service: { Environment: { A: `${secret}\0`, 'B-': secret, C: any([secret]) } } });
        expect(issues).toHaveLength(3);
        expect(JSON.stringify(issues)).not.toContain(JSON.stringify(secret).slice(1, -1));
      }),
    );
  });

  it('never throws for an object without a text form', () => {
    const odd = Object.assign(Object.create(null) as object, { a: 1 });
    for (const [section, names] of Object.entries(TABLES)) {
      for (const name of Object.keys(names)) {
        for (const value of [odd, [odd]]) {
          const unit = unitWith(section, { ...(section === 'Socket' ? { Symlinks: ['/run/a'] } : {}), [name]: value });
          expect(() => unitFileIssues(unit, { systemdVersion: 252 })).not.toThrow();
        }
      }
    }
  });

  it('never throws for any value from JavaScript', () => {
    const directives = Object.entries(TABLES).flatMap(([section, names]) => Object.keys(names).map((name) => ({ section, name })));
    const deep = fc.anything({ maxDepth: 3, withNullPrototype: true, withBigInt: true, withDate: true });
    const wrapped = deep.chain((value) =>
      fc.constantFrom<unknown>(
        value,
        [value],
        { A: value },
        UnitCondition.not(value),
        Compared.atLeast(value),
        OptionalPath.of(any(value)),
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...directives), wrapped, ({ section, name }, value) => {
        const unit = unitWith(section, { [name]: value });
        expect(unitFileIssues(unit, { systemdVersion: 252 }).every((issue) => /^(unit|host)\//.test(issue.code))).toBe(true);
        expect(typeof renderUnitFile(unit)).toBe('string');
      }),
      { numRuns: runs(4000) },
    );
  });
});
