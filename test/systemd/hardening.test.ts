import { Exec, hardeningDirectives, ServiceUnit, unitFileIssues } from '../../lib/systemd';

test.each(['standard', 'strict'] as const)('%s has no issues, also for Sidekiq', (level) => {
  const file = new ServiceUnit('sidekiq.service');
  file.service.set(hardeningDirectives(level)).set({
    Type: 'notify',
    User: 'deploy',
    ExecStart: Exec.command('/usr/bin/bundle', ['exec', 'sidekiq']),
  });
  for (const systemdVersion of [247, 252, 257, 262]) expect(unitFileIssues(file, { systemdVersion })).toEqual([]);
});

test('omits directives that an older systemd lacks', () => {
  expect(hardeningDirectives('strict', { systemdVersion: 247 })).toEqual(hardeningDirectives('strict'));
  const older = hardeningDirectives('strict', { systemdVersion: 241 });
  expect(Object.keys(hardeningDirectives('strict')).filter((name) => !(name in older))).toEqual([
    'ProtectKernelLogs',
    'ProtectClock',
    'ProtectHostname',
    'RestrictSUIDSGID',
    'ProtectProc',
    'ProcSubset',
  ]);
});

test('strict has every directive of standard', () => {
  expect(Object.keys(hardeningDirectives('strict'))).toEqual(expect.arrayContaining(Object.keys(hardeningDirectives('standard'))));
});
