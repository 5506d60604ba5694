import { readSize, readTime, readUnsigned } from './numbers';
import { BAD_SPECIFIER, expand, FINE, ignored, ignoredIf, noted, type Reader } from './reader';
import { firstWord } from './first-word';
import { expandedPathProblem } from './paths';
import { ADDRESSES } from './readers/addresses';
import { isCalendar } from './readers/calendar';
import { ENVIRONMENT } from './readers/environment';
import { exec } from './readers/exec';
import { CONTROLLER } from './readers/controllers';
import { coredumpFilter } from './readers/core-dumps';
import { CPUS } from './readers/cpus';
import { CREDENTIALS } from './readers/credentials';
import { FILTER } from './readers/filters';
import { IMAGE_POLICIES } from './readers/image-policies';
import { IMAGES } from './readers/images';
import { NFT_SETS } from './readers/nft-sets';
import { OPEN_FILES } from './readers/open-files';
import { DIRECTORIES } from './readers/directories';
import { deviceAnd, deprecated, PATHS } from './readers/paths';
import { PLAIN } from './readers/plain';
import { rlimit } from './readers/rlimits';
import { SCHEDULING } from './readers/scheduling';
import { SIGNAL } from './readers/signals';
import { TEXT } from './readers/text';
import { UNITS } from './readers/units';
import { killMode, VOCABULARY } from './readers/vocabulary';

const weightOf = (least: bigint, most: bigint) => (rest: string) => {
  const weight = readUnsigned(rest, 64);
  return weight !== undefined && weight >= least && weight <= most ? undefined : 'has no weight in the valid range';
};
const bandwidth = (rest: string): string | undefined =>
  rest === 'infinity' || (readSize(rest, 1000) ?? 0n) > 0n ? undefined : 'has no limit';

const timer: Reader = (value, context) => {
  if (value === '') return FINE;
  const expanded = expand(value, context);
  if (expanded === undefined) return ignored(BAD_SPECIFIER);
  if (context.name === 'OnCalendar') return isCalendar(expanded) ? FINE : ignored('is not a calendar expression');
  return readTime(expanded) === undefined ? ignored('is not a time span') : FINE;
};

const ATTACH_TYPES =
  /^(?:ingress|egress|sock_create|sock_ops|device|(?:connect|bind|post_bind|sendmsg|recvmsg|getsockname|getpeername)[46]|sysctl|getsockopt|setsockopt|sock_release)$/;

const bpfProgram: Reader = (value, context) => {
  if (value === '') return FINE;
  const type = firstWord(value, { separators: ':' });
  if (type === undefined || type === 'invalid' || (type.rest ?? '') === '') return ignored('is not a type and a path separated by a colon');
  return ATTACH_TYPES.test(type.word) ? ignoredIf(expandedPathProblem(type.rest!, context)) : ignored('has no BPF program type');
};

/**
 * Readers by the name of systemd's parser, without `config_parse_`. A parser without a reader accepts any value.
 * Source: systemd's load-fragment.c and conf-parser.c.
 */
const READERS: Readonly<Record<string, Reader>> = {
  ...PLAIN,
  ...VOCABULARY,
  ...PATHS,
  ...DIRECTORIES,
  ...ENVIRONMENT,
  ...UNITS,
  ...TEXT,
  ...FILTER,
  ...SIGNAL,
  ...CONTROLLER,
  ...CPUS,
  ...SCHEDULING,
  ...ADDRESSES,
  ...IMAGES,
  ...IMAGE_POLICIES,
  ...CREDENTIALS,
  ...OPEN_FILES,
  ...NFT_SETS,
  kill_mode: killMode,
  exec,
  rlimit,
  timer,
  exec_coredump_filter: coredumpFilter,
  cpu_shares: deprecated(PLAIN.cpu_shares!, 'CPUWeight'),
  device_allow: deviceAnd((rest) => (/^[rwm]*$/.test(rest) ? undefined : 'has rights other than r, w and m'), {
    required: false,
    kinds: true,
  }),
  io_device_weight: deviceAnd(weightOf(1n, 10_000n)),
  io_limit: deviceAnd(bandwidth),
  io_device_latency: deviceAnd((rest) => (readTime(rest) === undefined ? 'has no time span' : undefined)),
  blockio_device_weight: deprecated(deviceAnd(weightOf(10n, 1000n)), 'IODeviceWeight'),
  blockio_bandwidth: deprecated(
    deviceAnd((rest) => (rest === 'infinity' ? 'has no limit' : bandwidth(rest))),
    'IOReadBandwidthMax',
  ),
  memory_limit: (value, context) =>
    context.name === 'MemoryLimit' ? deprecated(PLAIN.memory_limit!, 'MemoryMax')(value, context) : PLAIN.memory_limit!(value, context),
  bpf_foreign_program: bpfProgram,
  warn_compat: () => noted('is for a directive that has no effect any more'),
};

/** Returns the reader of a parser; undefined if it accepts any value. */
export function readerOf(parser: string): Reader | undefined {
  return Object.hasOwn(READERS, parser) ? READERS[parser] : undefined;
}
