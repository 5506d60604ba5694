import { remarks } from '../remarks';

/** Directives newer than systemd 252. */
test.each<[string, readonly string[]]>([
  ['DelegateSubgroup=workers', []],
  ['DelegateSubgroup=_workers', ['ignored-value']],
  ['DelegateSubgroup=memory.high', ['ignored-value']],
  ['ManagedOOMMemoryPressureDurationSec=1s', []],
  ['ManagedOOMMemoryPressureDurationSec=999ms', ['ignored-value']],
  ['ManagedOOMMemoryPressureDurationSec=infinity', ['ignored-value']],
  ['MemoryPressureWatch=', ['ignored-value']],
  ['CPUSetPartition=', []],
  ['StateDirectoryQuota=off', []],
  ['StateDirectoryQuota=12.5%', []],
  ['StateDirectoryQuota=much', ['ignored-value']],
  ['RefreshOnReload=~extensions', []],
  ['RefreshOnReload=extensions nosuch', ['ignored-value']],
  ['LUOSession=a b', []],
  ['LUOSession=a "b"', ['ignored-part']],
  ['LUOSession=a a', ['ignored-part']],
  ['OOMRules=a b', []],
  ['OOMRules=a/b', ['ignored-part']],
  ['OOMRules="a', ['ignored-value']],
  ['BindNetworkInterface=eth0', []],
  ['BindNetworkInterface=a/b', ['ignored-value']],
  ['LogFilterPatterns=~', ['ignored-value']],
  ['RootMStack=a', ['refused-value']],
  ['[Socket] XAttrListen=user.a=b', []],
  ['[Socket] XAttrListen=user.a', ['ignored-value']],
  ['[Socket] XAttrListen=a=b', ['ignored-value']],
  ['[Slice] ConcurrencyHardMax=infinity', []],
  ['[Slice] ConcurrencyHardMax=-1', ['ignored-value']],
])('%s', (line, codes) => {
  expect(remarks(line)).toEqual(codes);
});
