import fc from 'fast-check';
import { AllExcept, Calendar, CAPABILITIES, Compared, SIGNALS, UnitCondition, type Signal } from '../../../../lib/systemd';
import { Size } from '../../../../lib/values';
import { probe, some, type Probe } from './probe';

const NUMBERS = new Map<string, number>(
  ['HUP', 'INT', 'QUIT', 'ILL', 'TRAP', 'ABRT', 'BUS', 'FPE', 'KILL', 'USR1', 'SEGV', 'USR2', 'PIPE', 'ALRM', 'TERM']
    .map((name, index) => [`SIG${name}`, index + 1] as const)
    .concat(
      ['CHLD', 'CONT', 'STOP', 'TSTP', 'TTIN', 'TTOU', 'URG', 'XCPU', 'XFSZ', 'VTALRM', 'PROF', 'WINCH', 'IO', 'PWR', 'SYS'].map(
        (name, index) => [`SIG${name}`, index + 17] as const,
      ),
    ),
);
const signal = fc.oneof(
  fc.constantFrom(...SIGNALS),
  fc.nat({ max: 30 }).map((n) => `SIGRTMIN+${n}` as const),
);
const numberOf = (name: Signal): number => NUMBERS.get(name) ?? 34 + Number(name.slice('SIGRTMIN+'.length));

/** capabilities(7) by number: linux/capability.h. */
const BITS = [
  ...['CHOWN', 'DAC_OVERRIDE', 'DAC_READ_SEARCH', 'FOWNER', 'FSETID', 'KILL', 'SETGID', 'SETUID', 'SETPCAP', 'LINUX_IMMUTABLE'],
  ...['NET_BIND_SERVICE', 'NET_BROADCAST', 'NET_ADMIN', 'NET_RAW', 'IPC_LOCK', 'IPC_OWNER', 'SYS_MODULE', 'SYS_RAWIO', 'SYS_CHROOT'],
  ...['SYS_PTRACE', 'SYS_PACCT', 'SYS_ADMIN', 'SYS_BOOT', 'SYS_NICE', 'SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG', 'MKNOD', 'LEASE'],
  ...['AUDIT_WRITE', 'AUDIT_CONTROL', 'SETFCAP', 'MAC_OVERRIDE', 'MAC_ADMIN', 'SYSLOG', 'WAKE_ALARM', 'BLOCK_SUSPEND', 'AUDIT_READ'],
  ...['PERFMON', 'BPF', 'CHECKPOINT_RESTORE'],
].map((name) => `CAP_${name}`);
const setOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + 2 ** BITS.indexOf(word), 0);

const exit = fc.oneof(fc.integer({ min: 0, max: 255 }), signal);
const statuses = (value: readonly (number | Signal)[]): unknown => {
  const ascending = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b);
  return [
    ascending(value.filter((one) => typeof one === 'number')),
    ascending(value.filter((one): one is Signal => typeof one === 'string').map(numberOf)),
  ];
};

const octet = fc.nat({ max: 255 });
const network = fc.tuple(octet, octet, octet, octet, fc.integer({ min: 0, max: 32 })).map(([a, b, c, d, length]) => {
  const bits = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const masked = length === 0 ? 0 : (bits & (0xffffffff << (32 - length))) >>> 0;
  return { text: `${a}.${b}.${c}.${d}/${length}`, shown: [2, [24, 16, 8, 0].map((shift) => (masked >>> shift) & 255), length] };
});

const cpu = fc.uniqueArray(fc.nat({ max: 63 }), { minLength: 1, maxLength: 8 });
const mask = (numbers: readonly number[]): readonly number[] => {
  const bytes = new Array<number>(Math.ceil((Math.max(...numbers) + 1) / 64) * 8).fill(0);
  for (const number of numbers) bytes[number >> 3]! |= 1 << (number & 7);
  return bytes;
};

const two = (n: number): string => String(n).padStart(2, '0');
const component = (least: number, most: number): fc.Arbitrary<readonly [given: string, shown: string]> =>
  fc.oneof(
    fc.constant(['*', '*'] as const),
    fc.integer({ min: least, max: most }).map((n) => [String(n), two(n)] as const),
    fc.uniqueArray(fc.integer({ min: least, max: most }), { minLength: 2, maxLength: 4 }).map((numbers) => {
      const ordered = [...numbers].sort((a, b) => a - b);
      return [numbers.join(','), ordered.map(two).join(',')] as const;
    }),
    fc
      .tuple(fc.integer({ min: least, max: most - 3 }), fc.integer({ min: 3, max: most }))
      .filter(([start, length]) => start + length <= most)
      .map(([start, length]) => [`${start}..${start + length}`, `${two(start)}..${two(start + length)}`] as const),
    fc
      .tuple(fc.integer({ min: least, max: most - 1 }), fc.integer({ min: 1, max: most }))
      .filter(([start, step]) => start + step <= most)
      .map(([start, step]) => [`${start}/${step}`, `${two(start)}/${step}`] as const),
  );
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const day = fc.option(fc.nat({ max: 6 }), { nil: undefined });
const calendar = fc
  .tuple(day, component(1, 12), component(1, 28), component(0, 23), component(0, 59), component(0, 59), fc.constantFrom('', ' UTC'))
  .map(([weekday, month, date, hour, minute, second, zone]) => {
    // systemd shows 0/1 as * only for seconds.
    const seconds = [second[0], second[0] === '0/1' ? '*' : second[1]] as const;
    const write = (side: 0 | 1): string =>
      `${weekday === undefined ? '' : `${DAYS[weekday]!} `}*-${month[side]}-${date[side]} ${hour[side]}:${minute[side]}:${seconds[side]}${zone}`;
    return { given: Calendar.of(write(0)), shown: write(1) };
  });

/** Probes of words, sets and expressions. */
export const WORDS: readonly Probe[] = [
  probe('Unit.CollectMode', fc.constantFrom('inactive', 'inactive-or-failed')),
  probe('Unit.JobTimeoutAction', fc.constantFrom('none', 'reboot', 'reboot-force', 'poweroff', 'exit', 'exit-force')),
  probe('Unit.OnFailureJobMode', fc.constantFrom('fail', 'replace', 'isolate', 'flush', 'ignore-dependencies')),
  probe('Unit.RefuseManualStop', fc.boolean()),
  probe(
    'Unit.ConditionMemory',
    fc.nat({ max: 2 ** 31 }).chain((n) => fc.constantFrom(Compared.atLeast(Size.bytes(n)), Compared.lessThan(Size.bytes(n)))),
    (value) => [['ConditionMemory', false, false, `${value.operator}${sizeText(value.value.toBytes())}`, 0]],
    { property: 'Conditions' },
  ),
  probe(
    'Unit.AssertVirtualization',
    fc
      .constantFrom<readonly [unknown, readonly unknown[]]>(
        [true, [false, false, 'yes']],
        [UnitCondition.not('vm'), [false, true, 'vm']],
        [UnitCondition.anyOf('docker'), [true, false, 'docker']],
      )
      .map(([given, shown]) => ({ given, shown }))
      .map(({ given, shown }) => Object.assign([given], { shown })),
    (value) => [['AssertVirtualization', ...value.shown, 0]],
    { property: 'Asserts' },
  ),
  probe('Service.Type', fc.constantFrom('simple', 'exec', 'forking', 'notify', 'idle')),
  probe('Service.Restart', fc.constantFrom('no', 'on-failure', 'on-abnormal', 'on-watchdog', 'on-abort')),
  probe('Service.ProtectHome', fc.constantFrom(true, false, 'read-only', 'tmpfs'), (value) =>
    typeof value === 'boolean' ? (value ? 'yes' : 'no') : value,
  ),
  probe('Service.KeyringMode', fc.constantFrom('inherit', 'private', 'shared')),
  probe('Service.PrivateTmp', fc.boolean()),
  ...['NoNewPrivileges', 'RemainAfterExit', 'IgnoreSIGPIPE', 'SendSIGHUP', 'LockPersonality', 'SyslogLevelPrefix'].map((name) =>
    probe(`Service.${name}`, fc.boolean()),
  ),
  probe('Service.KillSignal', signal, numberOf),
  probe('Service.SuccessExitStatus', fc.array(exit, { minLength: 1, maxLength: 5 }), statuses),
  probe('Service.CapabilityBoundingSet', some(fc.constantFrom(...CAPABILITIES)), setOf),
  probe('Service.AmbientCapabilities', some(fc.constantFrom(...CAPABILITIES)), setOf),
  probe(
    'Service.RestrictAddressFamilies',
    some(fc.constantFrom('AF_UNIX', 'AF_INET', 'AF_INET6', 'AF_NETLINK', 'AF_PACKET')).chain((words) =>
      fc.constantFrom<readonly (string | AllExcept)[]>(words, [AllExcept.of(...words)]),
    ),
    (value) => [
      !(value[0] instanceof AllExcept),
      [...(value[0] instanceof AllExcept ? value[0].words : (value as readonly string[]))].sort(),
    ],
  ),
  probe(
    'Service.IPAddressAllow',
    fc.array(network, { minLength: 1, maxLength: 1 }).map((list) =>
      Object.assign(
        list.map(({ text }) => text),
        { list },
      ),
    ),
    (value) => value.list.map(({ shown }) => shown),
  ),
  probe('Service.CPUAffinity', cpu, mask),
  probe('Service.AllowedCPUs', cpu, mask),
  probe(
    'Service.Delegate',
    some(fc.constantFrom('cpu', 'io', 'memory', 'pids')),
    (value) => (['cpu', 'io', 'memory', 'pids'] as const).filter((word) => value.includes(word)),
    {
      property: 'DelegateControllers',
    },
  ),
  probe('Timer.Persistent', fc.boolean()),
  probe(
    'Timer.OnCalendar',
    calendar.map(({ given, shown }) => Object.assign([given], { shown })),
    (value) => [['OnCalendar', value.shown, 0]],
    {
      property: 'TimersCalendar',
      // The time of the next elapse depends on the clock.
      comparable: (value) => (value as readonly (readonly unknown[])[]).map(([base, expression]) => [base, expression, 0]),
    },
  ),
  probe('Timer.Unit', fc.stringMatching(/^[A-Za-z0-9:_.\\-]{1,12}\.(service|target)$/)),
  probe('Socket.BindIPv6Only', fc.constantFrom('default', 'both', 'ipv6-only')),
];

function sizeText(bytes: number): string {
  const unit = (
    [
      ['G', 1024 ** 3],
      ['M', 1024 ** 2],
      ['K', 1024],
    ] as const
  ).find(([, factor]) => bytes > 0 && bytes % factor === 0);
  return unit === undefined ? String(bytes) : `${bytes / unit[1]}${unit[0]}`;
}
