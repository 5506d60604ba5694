import { ServiceUnit, type ServiceDirectives } from '../../../lib/systemd';
import { Size } from '../../../lib/values';
import { userManagerIssues } from '../../../lib/constructs/user-units/user-manager-issues';
import { placeText } from '../../../lib/values';

/** Returns the issues as `not service.X` (the service can't start) or `ignored service.X`. */
function issuesOf(directives: ServiceDirectives, version = 252): readonly string[] {
  const unit = new ServiceUnit('x.service');
  unit.service.set(directives);
  return userManagerIssues(unit, 'deploy', version).map(
    ({ code, place }) => `${code.slice('unit/'.length).replace('-in-user-service', '')} ${placeText(place)}`,
  );
}

test('a sandbox needs a user namespace, which systemd creates by itself from 254 on', () => {
  const sandbox: ServiceDirectives = { ProtectSystem: 'full', PrivateDevices: true, ProtectProc: 'invisible' };
  expect(issuesOf(sandbox)).toEqual(['not service.PrivateDevices', 'ignored service.ProtectSystem', 'ignored service.ProtectProc']);
  expect(issuesOf(sandbox, 257)).toEqual(['ignored service.ProtectProc']);
  expect(issuesOf({ ...sandbox, PrivateUsers: true })).toEqual([]);
  expect(issuesOf({ PrivateTmp: false, ProtectSystem: false, ProtectProc: 'default', ProcSubset: 'all' })).toEqual([]);
});

test('directives that need undelegated cgroup controllers or BPF', () => {
  expect(
    issuesOf({ IOWeight: 50, IPAddressDeny: ['any'], AllowedCPUs: [0], MemoryMax: Size.mebibytes(100), TasksMax: 50, CPUWeight: 50 }),
  ).toEqual(['ignored service.IOWeight', 'ignored service.AllowedCPUs', 'ignored service.IPAddressDeny']);
  expect(issuesOf({ CPUWeight: 50 }, 247)).toEqual(['ignored service.CPUWeight']);
});

test('limits that a user’s systemd can’t set', () => {
  expect(issuesOf({ LimitNOFILE: 524_288 })).toEqual([]);
  expect(issuesOf({ LimitNOFILE: { soft: 1024, hard: 524_289 } })).toEqual(['ignored service.LimitNOFILE']);
  expect(issuesOf({ LimitNOFILE: 'infinity', LimitRTPRIO: { soft: 0, hard: 1 } })).toEqual([
    'ignored service.LimitRTPRIO',
    'ignored service.LimitNOFILE',
  ]);
});

test('images, which users can mount from 256 on', () => {
  expect(issuesOf({ RootImage: '/srv/x.raw' })).toEqual(['not service.RootImage']);
  expect(issuesOf({ RootImage: '/srv/x.raw' }, 257)).toEqual([]);
});
