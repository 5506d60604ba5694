import { AllExcept, renderUnitFile, unitFileIssues, UnitFile } from '../../../lib/systemd';
import { Percent } from '../../../lib/values';
import { EVERY } from '../every-directive';
import { unitWith } from '../unit-with';
import { placeText } from '../../../lib/values';

const FAULTS = ['unit/ignored-value', 'unit/ignored-part', 'unit/refused-value', 'host/too-old'];

/** Values that some version of systemd ignores. */
const MORE: readonly (readonly [section: string, name: string, value: unknown])[] = [
  ['Service', 'MemoryMax', Percent.of(12.34)],
  ['Service', 'MemoryMax', Percent.of(12.3)],
  ['Service', 'CPUQuota', Percent.of(12.34)],
  ['Service', 'TasksMax', Percent.of(12.34)],
  ['Service', 'CPUWeight', 'idle'],
  ['Service', 'RestrictAddressFamilies', ['none']],
  ['Service', 'SystemCallFilter', ['read:EPERM']],
  ['Service', 'SystemCallFilter', [AllExcept.of('read:EPERM')]],
  ['Service', 'RuntimeDirectory', 'a b'],
  ['Service', 'RestrictNetworkInterfaces', ['averylonginterfacename']],
  ['Service', 'NFTSet', [`cgroup:inet:${'t'.repeat(32)}:s`]],
  ['Service', 'DelegateSubgroup', '_x'],
  ['Service', 'DelegateSubgroup', 'memory.x'],
  ['Service', 'DefaultStartupMemoryLow', Percent.of(1)],
  ['Socket', 'BindToDevice', 'all'],
  ['Socket', 'BindToDevice', '+5'],
];

/** Directives that have to be set before another. */
const BEFORE: Readonly<Record<string, object>> = { CPUSchedulingPriority: { CPUSchedulingPolicy: 'fifo' } };

const ALL = [
  ...Object.entries(EVERY).flatMap(([section, directives]) =>
    Object.entries(directives).map(([name, value]) => [section, name, value] as const),
  ),
  ...MORE,
];

test.each([247, 252, 257, 262])('systemd %i accepts every value that has no issue', (systemdVersion) => {
  const ignored = ALL.flatMap(([section, name, value]) => {
    const unit = unitWith(section, { ...BEFORE[name], [name]: value });
    if (unitFileIssues(unit, { systemdVersion }).some(({ place }) => place[1] === name)) return [];
    const { issues } = UnitFile.parse(renderUnitFile(unit), { fileName: unit.name, systemdVersion });
    return issues.filter(({ code }) => FAULTS.includes(code)).map(({ place, problem }) => `${placeText(place)}: ${problem}`);
  });
  expect(ignored).toEqual([]);
});
