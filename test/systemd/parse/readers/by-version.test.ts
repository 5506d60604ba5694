import { remarks } from '../remarks';

const IGNORED = ['ignored-value'];
const PARTLY = ['ignored-part'];

/** A line, the version that changes its meaning, and the codes before that version and from it on. */
test.each<[string, number, readonly string[], readonly string[]]>([
  ['MemoryMax=12.34%', 248, IGNORED, []],
  ['CPUWeight=idle', 252, IGNORED, []],
  ['MountAPIVFS=', 248, IGNORED, []],
  ['RestrictAddressFamilies=none', 249, IGNORED, []],
  ['SystemCallFilter=read:EPERM', 248, [], PARTLY],
  ['LoadCredential=token', 249, IGNORED, []],
  ['SetCredential=token:', 252, [], IGNORED],
  ['CPUAffinity=x', 248, ['refused-value'], IGNORED],
  ['CPUAffinity=%i', 249, IGNORED, []],
  ['CPUShares=100', 252, ['legacy-directive'], ['deprecated-value', 'legacy-directive']],
  [`TTYPath=/${'x'.repeat(256)}`, 248, [], IGNORED],
  ['[Unit] RebootArgument=é', 252, [], IGNORED],
  ['[Socket] BindToDevice=+5', 248, [], IGNORED],
  ['[Socket] BindToDevice=%p', 262, IGNORED, []],
  ['SocketBindAllow=0', 256, IGNORED, []],
  ['[Socket] SocketProtocol=mptcp', 257, IGNORED, []],
  ['[Socket] ListenFIFO=/dev/x', 256, [], IGNORED],
  ['[Socket] ListenSpecial=/dev/x', 256, [], []],
  ['[Socket] ListenFIFO=/var/run/x', 257, [], ['deprecated-value']],
  ['PIDFile=/var/run/x', 257, [], ['deprecated-value']],
  ['PIDFile=/dev/x', 256, [], ['refused-value']],
  ['ExtensionImages=/sys/x', 256, [], PARTLY],
  ['MountImages=/dev/x:/dev/y', 256, [], []],
  ['[Swap] What=LABEL=x', 256, IGNORED, []],
  ['RestrictNetworkInterfaces=averylonginterfacename', 256, PARTLY, []],
  ['StandardInputData=_-AA', 255, IGNORED, []],
  ['StandardInputText=\\ud800', 262, [], IGNORED],
  ['DefaultStartupMemoryLow=0', 257, IGNORED, IGNORED],
  ['IOSchedulingClass=8', 262, [], IGNORED],
  ['CPUSchedulingPolicy=19', 262, [], ['deprecated-value']],
  ['NUMAMask=%t', 262, IGNORED, IGNORED],
  ['AllowedCPUs=4294967295', 262, [], IGNORED],
  ['ExecStart=!!/bin/a', 258, [], ['deprecated-value']],
  ['ExecStart=/bin/[', 262, [], ['refused-value']],
  ['ExecStart=/a/..', 256, [], ['refused-value']],
  ['ExecStart=|/bin/a', 258, ['refused-value'], []],
])('%s and systemd %i', (line, version, before, after) => {
  expect([remarks(line, version - 1), remarks(line, version)]).toEqual([before, after]);
});

test('reports nothing that only some versions need if the version is unknown', () => {
  const lines = ['MemoryMax=12.34%', 'CPUWeight=idle', 'LoadCredential=token', 'ExecStart=!!/bin/a', 'RestrictAddressFamilies=none'];
  expect(lines.flatMap((line) => remarks(line))).toEqual([]);
});
