import { ServiceUnit, type ServiceDirectives } from '../../../lib/systemd';
import { Size } from '../../../lib/values';
import { userManagerIssues } from '../../../lib/constructs/user-units/user-manager-issues';
import { placeText } from '../../../lib/values';

function told(directives: ServiceDirectives, version = 252): readonly string[] {
  const unit = new ServiceUnit('x.service');
  unit.service.set(directives);
  return userManagerIssues(unit, 'deploy', version).map(
    ({ code, place }) => `${code.slice('constructs/user-manager-'.length)} ${placeText(place)}`,
  );
}

test('a sandbox needs a user namespace, which systemd makes by itself from 254 on', () => {
  const sandbox: ServiceDirectives = { ProtectSystem: 'full', PrivateDevices: true, ProtectProc: 'invisible' };
  expect(told(sandbox)).toEqual(['cannot service.PrivateDevices', 'ignores service.ProtectSystem', 'ignores service.ProtectProc']);
  expect(told(sandbox, 257)).toEqual(['ignores service.ProtectProc']);
  expect(told({ ...sandbox, PrivateUsers: true })).toEqual([]);
  expect(told({ PrivateTmp: false, ProtectSystem: false, ProtectProc: 'default', ProcSubset: 'all' })).toEqual([]);
});

test('what takes controllers and programs of the kernel that are not the user’s', () => {
  expect(
    told({ IOWeight: 50, IPAddressDeny: ['any'], AllowedCPUs: [0], MemoryMax: Size.mebibytes(100), TasksMax: 50, CPUWeight: 50 }),
  ).toEqual(['ignores service.IOWeight', 'ignores service.AllowedCPUs', 'ignores service.IPAddressDeny']);
  expect(told({ CPUWeight: 50 }, 247)).toEqual(['ignores service.CPUWeight']);
});

test('limits above those of the user’s systemd', () => {
  expect(told({ LimitNOFILE: 524_288 })).toEqual([]);
  expect(told({ LimitNOFILE: { soft: 1024, hard: 524_289 } })).toEqual(['ignores service.LimitNOFILE']);
  expect(told({ LimitNOFILE: 'infinity', LimitRTPRIO: { soft: 0, hard: 1 } })).toEqual([
    'ignores service.LimitRTPRIO',
    'ignores service.LimitNOFILE',
  ]);
});

test('images, which from 256 on are mounted for users', () => {
  expect(told({ RootImage: '/srv/x.raw' })).toEqual(['cannot service.RootImage']);
  expect(told({ RootImage: '/srv/x.raw' }, 257)).toEqual([]);
});
