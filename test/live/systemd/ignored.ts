import { Exec, unitFileIssues, ServiceUnit } from '../../../lib/systemd';
import { Duration, Percent, Size } from '../../../lib/values';
import type { Property } from './manager';

/** A value that we call an error, the line that a person would write for it, and its effect in systemd. */
export interface Case {
  /** Code of our issue. */
  readonly code: string;
  /** Section and line. */
  readonly line: readonly [section: 'Unit' | 'Service', line: string];
  /** `refused`: the unit does not load. Otherwise the property keeps its default, or reads as the given value. */
  readonly outcome: 'refused' | { readonly ignored: Property } | { readonly property: Property; readonly reads: unknown };
  /** Sets the same with our types; as any JavaScript program could. */
  readonly set: (unit: ServiceUnit) => void;
}

const unitProperty = (name: string): Property => ({ interface: 'Unit', name });
const serviceProperty = (name: string): Property => ({ interface: 'Service', name });

function ignored(code: string, line: string, property: string, directives: object): Case {
  return {
    code,
    line: ['Service', line],
    outcome: { ignored: serviceProperty(property) },
    set: (unit) => void unit.service.set(directives),
  };
}

function refused(code: string, line: string, directives: object): Case {
  return { code, line: ['Service', line], outcome: 'refused', set: (unit) => void unit.service.set(directives) };
}

function reads(code: string, line: string, property: string, value: unknown, directives: object): Case {
  const outcome = { property: serviceProperty(property), reads: value };
  return { code, line: ['Service', line], outcome, set: (unit) => void unit.service.set(directives) };
}

function description(line: string, value: string, given: string): Case {
  const outcome = { property: unitProperty('Description'), reads: value };
  return { code: 'unit/unrepresentable-text', line: ['Unit', line], outcome, set: (unit) => void unit.unit.set({ Description: given }) };
}

function unitIgnored(code: string, line: string, property: string, directives: object): Case {
  return { code, line: ['Unit', line], outcome: { ignored: unitProperty(property) }, set: (unit) => void unit.unit.set(directives) };
}

const INFINITY = 2 ** 64;

/** At least one for each code of severity error that a value can have. */
export const CASES: readonly Case[] = [
  description('Description=a\nCollectMode=inactive', 'a', 'a\nCollectMode=inactive'),
  description('Description=a\rb', 'a', 'a\rb'),
  description('Description=a\0b', 'a', 'a\0b'),
  description('Description= a', 'a', ' a'),
  description('Description=a\\', 'a After=basic.target', 'a\\'),
  description('Description=\u{1fffe}', 'x.service', '\u{1fffe}'),
  unitIgnored('unit/invalid-unit-name', 'After=redis', 'After', { After: 'redis' }),
  unitIgnored('unit/invalid-uri', 'Documentation=example.org', 'Documentation', { Documentation: 'example.org' }),
  unitIgnored('unit/invalid-path', 'ConditionPathExists=etc', 'Conditions', { ConditionPathExists: 'etc' }),
  unitIgnored('unit/unknown-directive', 'Describtion=x', 'Description', { Describtion: 'x' }),
  refused('unit/invalid-path', 'WorkingDirectory=opt', { WorkingDirectory: 'opt' }),
  ignored('unit/invalid-path', 'EnvironmentFile=etc/x', 'EnvironmentFiles', { EnvironmentFile: 'etc/x' }),
  ignored('unit/invalid-path', 'ReadWritePaths=/a/../b', 'ReadWritePaths', { ReadWritePaths: ['/a/../b'] }),
  ignored('unit/unknown-directive', 'WorkingDirectoy=/opt', 'WorkingDirectory', { WorkingDirectoy: '/opt' }),
  ignored('unit/invalid-environment-name', 'Environment=1A=x', 'Environment', { Environment: { '1A': 'x' } }),
  ignored('unit/unrepresentable-text', 'Environment="A=\\xef\\xb7\\x90"', 'Environment', { Environment: { A: '\ufdd0' } }),
  ignored('unit/invalid-environment-name', 'PassEnvironment=a-b', 'PassEnvironment', { PassEnvironment: ['a-b'] }),
  ignored('unit/invalid-journal-field', 'LogExtraFields=lower=x', 'LogExtraFields', { LogExtraFields: { lower: 'x' } }),
  ignored('unit/invalid-log-namespace', 'LogNamespace=a b', 'LogNamespace', { LogNamespace: 'a b' }),
  ignored('unit/invalid-size', 'MemoryMax=0', 'MemoryMax', { MemoryMax: Size.bytes(0) }),
  ignored('unit/invalid-size', 'MemoryMax=512MB', 'MemoryMax', { MemoryMax: '512MB' }),
  ignored('unit/invalid-size', 'TasksMax=0', 'TasksMax', { TasksMax: 0 }),
  ignored('unit/invalid-size', 'CPUQuota=20', 'CPUQuotaPerSecUSec', { CPUQuota: 20 }),
  ignored('unit/invalid-percent', 'MemoryMax=101%', 'MemoryMax', { MemoryMax: Percent.of(101) }),
  ignored('unit/invalid-percent', 'CPUQuota=0%', 'CPUQuotaPerSecUSec', { CPUQuota: Percent.of(0) }),
  ignored('unit/invalid-duration', 'RestartSec=-1s', 'RestartUSec', { RestartSec: Duration.seconds(-1) }),
  ignored('unit/invalid-duration', 'RestartSec=1e3', 'RestartUSec', { RestartSec: '1e3' }),
  reads('unit/zero-means-infinity', 'TimeoutStopSec=0', 'TimeoutStopUSec', INFINITY, { TimeoutStopSec: Duration.seconds(0) }),
  reads('unit/zero-means-infinity', 'TimeoutStartSec=0', 'TimeoutStartUSec', INFINITY, { TimeoutStartSec: Duration.seconds(0) }),
  ignored('unit/invalid-limit', 'LimitNOFILE=2:1', 'LimitNOFILE', { LimitNOFILE: { soft: 2, hard: 1 } }),
  ignored('unit/invalid-limit', 'LimitNICE=41', 'LimitNICE', { LimitNICE: 41 }),
  ignored('unit/invalid-mode', 'UMask=u=rwx', 'UMask', { UMask: 'u=rwx' }),
  ignored('unit/unknown-signal', 'KillSignal=term', 'KillSignal', { KillSignal: 'term' }),
  ignored('unit/unknown-value', 'Type=Notify', 'Type', { Type: 'Notify' }),
  ignored('unit/invalid-boolean', 'PrivateDevices=maybe', 'PrivateDevices', { PrivateDevices: 'maybe' }),
  ignored('unit/invalid-number', 'Nice=20', 'Nice', { Nice: 20 }),
  ignored('unit/invalid-number', 'CPUWeight=10001', 'CPUWeight', { CPUWeight: 10_001 }),
  reads('unit/unknown-value', 'RestrictAddressFamilies=AF_NONE', 'RestrictAddressFamilies', [true, []], {
    RestrictAddressFamilies: ['AF_NONE'],
  }),
  reads('unit/unknown-value', 'CapabilityBoundingSet=CAP_NONE', 'CapabilityBoundingSet', 0, { CapabilityBoundingSet: ['CAP_NONE'] }),
  ignored('unit/invalid-exit-status', 'SuccessExitStatus=256', 'SuccessExitStatus', { SuccessExitStatus: [256] }),
  ignored('unit/invalid-directory', 'RuntimeDirectory=/run/x', 'RuntimeDirectory', { RuntimeDirectory: '/run/x' }),
  ignored('unit/invalid-directory', 'StateDirectory=../x', 'StateDirectory', { StateDirectory: '../x' }),
  ignored('unit/invalid-credential-name', 'LoadCredential=a/b:/etc/x', 'LoadCredential', { LoadCredential: { 'a/b': '/etc/x' } }),
  ignored('unit/invalid-bus-name', 'BusName=x', 'BusName', { BusName: 'x' }),
  refused('unit/invalid-user-name', 'User=0123', { User: '0123' }),
  refused('unit/invalid-program', 'ExecStop=bin/true', { ExecStop: Exec.command('bin/true') }),
  ignored('unit/invalid-program', 'ExecStop=-/bin/true/', 'ExecStop', {
    ExecStop: Exec.command('/bin/true/', [], { ignoreFailure: true }),
  }),
  refused('unit/invalid-program', 'ExecStop="/bin/a\\\\b"', { ExecStop: Exec.command('/bin/a\\b') }),
  refused('unit/invalid-program', `ExecStop="/bin/a'b"`, { ExecStop: Exec.command("/bin/a'b") }),
  refused('unit/exec-start-several', 'ExecStart=/bin/true', { ExecStart: [Exec.command('/bin/true'), Exec.command('/bin/true')] }),
  refused('unit/oneshot-restart', 'Type=oneshot\nRestart=always', { Type: 'oneshot', Restart: 'always' }),
  refused('unit/dbus-without-name', 'Type=dbus', { Type: 'dbus' }),
  reads('unit/notify-access-none', 'Type=notify\nNotifyAccess=none', 'NotifyAccess', 'main', { Type: 'notify', NotifyAccess: 'none' }),
  reads('host/too-old', 'Type=notify-reload', 'Type', 'simple', { Type: 'notify-reload' }),
  refused('unit/line-too-long', `ExecStop=/bin/true ${'x'.repeat(1_100_000)}`, {
    ExecStop: Exec.command(
      '/bin/true',
      Array.from({ length: 11 }, () => 'x'.repeat(100_000)),
    ),
  }),
];

/** The unit of a case as a person would have written it by hand. */
export function textOf({ line: [section, line] }: Case): string {
  const sections = { Unit: ['After=basic.target'], Service: ['ExecStart=/bin/true'] };
  sections[section].unshift(line);
  return `[Unit]\n${sections.Unit.join('\n')}\n[Service]\n${sections.Service.join('\n')}\n`;
}

/** The codes of our errors on the same unit. */
export function errorsOf({ set }: Case): readonly string[] {
  const unit = new ServiceUnit('x.service');
  unit.service.set({ ExecStart: Exec.command('/bin/true'), User: 'deploy' });
  set(unit);
  return unitFileIssues(unit, { systemdVersion: 252 })
    .filter((issue) => issue.severity === 'error')
    .map((issue) => issue.code);
}
