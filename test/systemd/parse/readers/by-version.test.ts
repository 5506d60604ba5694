import { UnitFile } from '../../../../lib/systemd';

/** Versions among Debian's that have a word to say of a line. */
function toldBy(line: string, type = 'service', administrator = false): readonly number[] {
  const section = type === 'service' ? 'Service' : type[0]!.toUpperCase() + type.slice(1);
  const text = `[${section}]\n${type === 'service' ? 'ExecStart=/bin/true\n' : ''}${line}\n`;
  const fileName = `${administrator ? '/etc/systemd/system/' : ''}x.${type}`;
  return [247, 252, 257, 262].filter((systemdVersion) =>
    UnitFile.parse(text, { fileName, systemdVersion }).issues.some(
      ({ line: at, code }) => at !== undefined && code !== 'systemd/legacy-directive',
    ),
  );
}

// Each was seen on hosts with these versions.
test.each([
  ['PIDFile=/var/run/x.pid', [257, 262]],
  ['PIDFile=/proc/x.pid', [257, 262]],
  ['ExecStartPre=!!/bin/true', [262]],
  ['LoadCredential=name', [247]],
  ['SetCredential=name:', [252, 257, 262]],
  ['CPUShares=100', [252, 257, 262]],
  ['CPUSchedulingPriority=5', [247]],
  ['CPUSchedulingPolicy=rr\nCPUSchedulingPriority=5', []],
  ['CPUSchedulingPolicy=20', [262]],
  ['CPUWeight=idle', [247]],
  ['CPUQuota=12.34%', [247]],
  ['CPUQuota=12.3%', []],
  ['MemoryMax=5‱', [247]],
  ['RestrictAddressFamilies=none', [247]],
  ['SystemCallFilter=read:EPERM', [252, 257, 262]],
  ['StateDirectory=x\\q', [252, 257, 262]],
  ['StateDirectory=a::ro', []],
  ['StateDirectory=a::rw', [257, 262]],
  ['StandardInputData=2200-1-1', [247, 252]],
  ['RestrictNetworkInterfaces=averylonginterfacename', [247, 252]],
  ['ImportCredential=a*b', [247, 252, 257, 262]],
  ['ImportCredential=app.*', [247, 252]],
  ['DelegateSubgroup=.x', [247, 252, 257, 262]],
  ['DelegateSubgroup=x', [247, 252]],
])('%s', (line, versions) => {
  expect(toldBy(line)).toEqual(versions);
});

test('a file of the administrator is told of /var/run by all of them', () => {
  expect(toldBy('PIDFile=/var/run/x.pid', 'service', true)).toEqual([247, 252, 257, 262]);
});

test.each([
  ['BindToDevice=%n', [252, 257]],
  ['BindToDevice=0x10', [252, 257, 262]],
])('%s of a socket', (line, versions) => {
  expect(toldBy(`ListenStream=/run/x\n${line}`, 'socket')).toEqual(versions);
});

test('a file for any version is told of what is wrong in all of them', () => {
  const { issues } = UnitFile.parse('[Service]\nExecStart=!!/bin/true\nPIDFile=/var/run/x.pid\nCPUWeight=idle\n', {
    fileName: 'x.service',
  });
  expect(issues).toEqual([]);
});
