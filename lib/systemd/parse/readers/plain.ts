import { FINE, ignored, refused, tooNew, type ReadContext, type Reader } from '../reader';
import { readInteger, readMode, readPermyriad, readSigned, readSize, readTime, readUnsigned } from '../numbers';

const U64 = 2n ** 64n - 1n;

/** Returns true if bytes are a boolean. Source: parse_boolean. */
export function isBoolean(bytes: string): boolean {
  return /^(?:1|yes|y|true|t|on|0|no|n|false|f|off)$/i.test(bytes);
}

type IsFine = (value: string, context: ReadContext) => boolean;

const check =
  (isFine: IsFine, problem: string): Reader =>
  (value, context) =>
    isFine(value, context) ? FINE : ignored(problem);

const emptyOr =
  (isFine: IsFine): IsFine =>
  (value, context) =>
    value === '' || isFine(value, context);

const within = (value: bigint | undefined, least: bigint, most: bigint): boolean => value !== undefined && value >= least && value <= most;

const BOOLEAN = 'is neither yes nor no';
const NUMBER = 'is not a number in range';
const TIME = 'is not a time span';

/** Memory limits that may be zero. */
const MAY_BE_ZERO = ['MemorySwapMax', 'MemoryLow', 'MemoryMin', 'DefaultMemoryLow', 'DefaultMemoryMin', 'MemoryZSwapMax'];

/** A bug in systemd, which stayed until the directive was removed. */
const isZeroRefused = ({ name, systemdVersion }: ReadContext): boolean => name === 'DefaultStartupMemoryLow' && systemdVersion < 258;

function isMemoryLimit(value: string, context: ReadContext): boolean {
  if (value === '' || value === 'infinity') return true;
  const share = readPermyriad(value, context.systemdVersion);
  const bytes = share !== undefined && share <= 10_000 ? BigInt(share) : readSize(value, 1024);
  if (bytes === 0n) return MAY_BE_ZERO.includes(context.name.replace(/^(?:Default)?Startup/, '')) && !isZeroRefused(context);
  return bytes !== undefined && bytes < U64;
}

function isTasksMax(value: string, { systemdVersion }: ReadContext): boolean {
  if (value === '' || value === 'infinity') return true;
  const share = readPermyriad(value, systemdVersion);
  // An invalid share isn't a valid number either.
  return share !== undefined && share <= 10_000 ? true : within(readUnsigned(value, 64), 1n, U64 - 1n);
}

const weight = (least: bigint, most: bigint): IsFine => emptyOr((value) => within(readUnsigned(value, 64), least, most));

/** Readers of booleans, numbers, sizes, shares and time spans, by the name of systemd's parser. */
export const PLAIN: Readonly<Record<string, Reader>> = {
  bool: (value, { name }) => (isBoolean(value) ? FINE : name === 'DynamicUser' ? refused(BOOLEAN) : ignored(BOOLEAN)),
  tristate: check(emptyOr(isBoolean), BOOLEAN),
  exec_mount_apivfs: (value, context) =>
    value === '' && context.systemdVersion < 248 ? tooNew(248) : check(emptyOr(isBoolean), BOOLEAN)(value, context),
  job_mode_isolate: check(isBoolean, BOOLEAN),
  unsigned: check((value) => readUnsigned(value, 32) !== undefined, NUMBER),
  int: check((value) => readSigned(value, 32) !== undefined, NUMBER),
  long: check((value) => readSigned(value, 64) !== undefined, NUMBER),
  swap_priority: check(
    emptyOr((value) => readInteger(value, -1n, 32767n) !== undefined),
    NUMBER,
  ),
  exit_status: check(
    emptyOr((value) => readUnsigned(value, 8) !== undefined),
    NUMBER,
  ),
  exec_nice: check(
    emptyOr((value) => readInteger(value, -20n, 19n) !== undefined),
    NUMBER,
  ),
  exec_oom_score_adjust: check(
    emptyOr((value) => readInteger(value, -1000n, 1000n) !== undefined),
    NUMBER,
  ),
  exec_io_priority: check(
    emptyOr((value) => readInteger(value, 0n, 7n) !== undefined),
    NUMBER,
  ),
  tty_size: check(
    emptyOr((value) => readUnsigned(value, 32) !== undefined),
    NUMBER,
  ),
  cg_weight: check(weight(1n, 10_000n), NUMBER),
  cg_cpu_weight: (value, context) =>
    value !== 'idle' ? check(weight(1n, 10_000n), NUMBER)(value, context) : context.systemdVersion < 252 ? tooNew(252) : FINE,
  cpu_shares: check(weight(2n, 262_144n), NUMBER),
  blockio_weight: check(weight(10n, 1000n), NUMBER),
  mode: check((value) => readMode(value) !== undefined, 'is not an octal mode'),
  iec_size: check((value) => readSize(value, 1024) !== undefined, 'is not a size'),
  memory_limit: check(isMemoryLimit, 'is not a size, share or infinity'),
  tasks_max: check(isTasksMax, 'is not a number, share or infinity'),
  cpu_quota: check(
    emptyOr((value, { systemdVersion }) => (readPermyriad(value, systemdVersion) ?? 0) > 0),
    'is not a percentage above 0',
  ),
  managed_oom_mem_pressure_limit: check(
    emptyOr((value) => (readPermyriad(value) ?? Infinity) <= 10_000),
    'is not a percentage from 0 to 100',
  ),
  exec_quota: check(
    emptyOr((value) => value === 'off' || (readPermyriad(value) ?? Infinity) <= 10_000 || readSize(value, 1024) !== undefined),
    'is not a size, share or off',
  ),
  concurrency_max: check(
    emptyOr((value) => value === 'infinity' || readUnsigned(value, 32) !== undefined),
    NUMBER,
  ),
  sec: check((value) => readTime(value) !== undefined, TIME),
  sec_fix_0: check((value) => readTime(value) !== undefined, TIME),
  sec_def_infinity: check(
    emptyOr((value) => readTime(value) !== undefined),
    TIME,
  ),
  nsec: check((value) => readTime(value, 1n, true) !== undefined, TIME),
  service_timeout: check((value) => readTime(value) !== undefined, TIME),
  service_timeout_abort: check(
    emptyOr((value) => readTime(value) !== undefined),
    TIME,
  ),
  job_timeout_sec: check((value) => readTime(value) !== undefined, TIME),
  job_running_timeout_sec: check((value) => readTime(value) !== undefined, TIME),
  managed_oom_mem_pressure_duration_sec: check(
    emptyOr((value) => within(readTime(value), 1_000_000n, U64 - 1n)),
    'is not a time span of at least 1s',
  ),
};
