/**
 * The output of `monit -tv` of Monit 5.33 for a check, derived from its data: a second way from data to meaning, besides the
 * renderer and Monit's parser. The rules were derived from Monit's output. For connections, only the start of the line is
 * known: the rest differs for each protocol.
 */
import type { Action, Alert, Check, Comparison, Program, Rate, Recovery, Rule, SetLimits, Statement, Test } from '../../lib/monit';
import { testRow, type TestKind } from '../../lib/monit/test-table';
import { largestUnit, SIZE_UNITS } from '../../lib/monit/units';
import { Duration, Percent, Size } from '../../lib/values';

/** A line of the output, or its start and its end. */
export type Shown = string | { readonly begins: string; readonly ends: string };

const NUMBERS: Readonly<Record<string, number>> = { root: 0, daemon: 1, '0': 0, '1': 1 };
const OPERATORS = {
  '>': 'greater than',
  '>=': 'greater than or equal to',
  '<': 'less than',
  '<=': 'less than or equal to',
  '=': 'equal to',
  '!=': 'not equal to',
} as const;

const row = (label: string, text: string): string => ` ${label.padEnd(20)} = ${text}`;

/** Rounds as C does: a value exactly between two numbers is rounded to the even one, not to the larger one. */
function rounded(value: number, digits: number): string {
  if (Number.isInteger(value)) return String(value);
  const scaled = value * 10 ** digits;
  const between = Number.isInteger(value * 16) && scaled - Math.floor(scaled) === 0.5 && Math.floor(scaled) % 2 === 0;
  return between ? (Math.floor(scaled) / 10 ** digits).toFixed(digits) : value.toFixed(digits);
}

function bytes(amount: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let [value, unit] = [amount, 0];
  while (value >= 1024 && unit < units.length - 1) [value, unit] = [value / 1024, unit + 1];
  return `${rounded(value, 1)} ${units[unit]}`;
}

/** Monit keeps sizes of resources as a float times the unit. */
function single(size: Size): number {
  const [amount, unit] = largestUnit(size.toBytes(), SIZE_UNITS).split(' ') as [string, string];
  return Math.fround(Number(amount)) * SIZE_UNITS.find(({ word }) => word === unit)!.amount;
}

/** Divided step by step, as Monit does: the last digit depends on it. */
function time(milliseconds: number): string {
  const steps = [
    ['s', 1000],
    ['m', 60],
    ['h', 60],
    ['d', 24],
    ['y', 365],
  ] as const;
  let [value, unit] = [milliseconds, 'ms'];
  for (const [next, factor] of steps) {
    if (value < factor) break;
    [value, unit] = [value / factor, next];
  }
  return `${rounded(value, 3)} ${unit}`;
}

function rate(often: Rate | undefined): string {
  if (often === undefined) return '';
  const [count, cycles] = 'cycles' in often ? [often.cycles, often.cycles] : [often.times, often.within];
  if (cycles === 1) return '';
  return count === cycles ? ` for ${count} cycles` : ` for ${count} times within ${cycles} cycles`;
}

function identity({ uid, gid }: Pick<Program, 'uid' | 'gid'>): string {
  return `${uid === undefined ? '' : ` as uid ${NUMBERS[String(uid)]}`}${gid === undefined ? '' : ` as gid ${NUMBERS[String(gid)]}`}`;
}

function action(what: Action): string {
  if (what.action !== 'exec') return what.action;
  const repeat = what.repeatEvery === undefined ? '' : ` repeat every ${what.repeatEvery} cycle(s)`;
  return `exec '${what.argv.join(' ')}'${identity(what)}${repeat}`;
}

function recovery(back: Recovery | undefined, good: boolean): string {
  if (back === undefined || back.action.action === 'alert') return '';
  return ` else if ${good ? 'failed' : 'succeeded'}${rate(back.rate)} then ${action(back.action)}`;
}

/** Label of each test. */
const LABELS: Partial<Record<TestKind, string>> = {
  uptime: 'Uptime',
  cpu: 'CPU usage limit',
  totalCpu: 'CPU usage limit (incl. children)',
  threads: 'Threads',
  children: 'Children',
  fileDescriptors: 'Filedescriptors',
  totalFileDescriptors: 'Total filedescriptors',
  diskRead: 'Disk read limit',
  diskWrite: 'Disk write limit',
  diskReadOperations: 'Disk read limit',
  diskWriteOperations: 'Disk write limit',
  read: 'Read limit',
  write: 'Write limit',
  readOperations: 'Read limit',
  writeOperations: 'Write limit',
  serviceTime: 'Service time limit',
  timestamp: 'modify/change time',
  atime: 'access time',
  ctime: 'change time',
  mtime: 'modify time',
  changedTimestamp: 'modify/change time',
  changedAtime: 'access time',
  changedCtime: 'change time',
  changedMtime: 'modify time',
  changedPid: 'Pid',
  changedPpid: 'PPid',
  changedPermission: 'Permission',
  changedSize: 'Size',
  changedFsFlags: 'Filesystem flags',
  changedLink: 'Link capacity',
  size: 'Size',
  space: 'Space usage limit',
  spaceFree: 'Space free limit',
  inodes: 'Inodes usage limit',
  inodesFree: 'Inodes free limit',
  saturation: 'Link utilization',
  upload: 'Upload bytes',
  download: 'Download bytes',
  uploadPackets: 'Upload packets',
  downloadPackets: 'Download packets',
  totalUpload: 'Total upload bytes',
  totalDownload: 'Total download bytes',
  totalUploadPackets: 'Total upload packets',
  totalDownloadPackets: 'Total downl. packets',
  loadAverage1: 'Load avg (1m)',
  loadAverage5: 'Load avg (5m)',
  loadAverage15: 'Load avg (15m)',
  loadAveragePerCore1: 'Load avg/core (1m)',
  loadAveragePerCore5: 'Load avg/core (5m)',
  loadAveragePerCore15: 'Load avg/core (15m)',
  cpuUser: 'CPU user limit',
  cpuSystem: 'CPU system limit',
  cpuWait: 'CPU I/O wait limit',
  cpuNice: 'CPU nice limit',
  cpuHardIrq: 'CPU hardware IRQ limit',
  cpuSoftIrq: 'CPU software IRQ limit',
  cpuSteal: 'CPU steal limit',
  cpuGuest: 'CPU guest limit',
  cpuGuestNice: 'CPU guest nice limit',
};

type Compared = Comparison<number | Size | Percent | Duration>;

function limit({ limit: value }: Compared, kind: TestKind): string {
  const { operand } = testRow(kind);
  if (value instanceof Percent) return `${value.value.toFixed(1)}%`;
  if (value instanceof Duration) return kind === 'uptime' ? `${value.toSeconds()} second(s)` : time(value.toMilliseconds());
  if (value instanceof Size)
    return kind === 'size' ? `${value.toBytes()} byte(s)` : bytes(/load$/i.test(kind) ? value.toBytes() : single(value));
  if (operand === 'load') return Math.fround(value).toFixed(1);
  return operand === 'operationsPerSecond' ? `${value} operations/s` : /^packets/.test(operand) ? `${value} packets` : String(value);
}

/** Label of a test, and its condition. */
function shown(test: Test, check: Check): [string, string] {
  const kind = test.test;
  switch (test.test) {
    case 'doesNotExist':
      return ['Existence', 'does not exist'];
    case 'exists':
      return ['Non-Existence', 'exist'];
    case 'failedUid':
      return ['UID', `failed ${NUMBERS[String(test.account)]}`];
    case 'failedEuid':
      return ['EUID', `failed ${NUMBERS[String(test.account)]}`];
    case 'failedGid':
      return ['GID', `failed ${NUMBERS[String(test.account)]}`];
    case 'failedSecurityAttribute':
      return ['Security attribute', `failed ${test.attribute}`];
    case 'failedPermission':
      return ['Permission', `failed ${test.permission.padStart(4, '0')}`];
    case 'linkDown':
      return ['Link status', 'down'];
    case 'linkUp':
      return ['Link status', 'up'];
    case 'status':
      return ['Status', `exit value ${test.operator} ${test.limit}`];
    case 'changedStatus':
      return ['Status', 'exit value changed'];
    case 'content':
      return ['Content', `content ${test.operator} "${test.pattern}"`];
    case 'memory':
    case 'totalMemory':
    case 'swap': {
      const what = kind === 'swap' ? 'Swap' : 'Memory';
      const children = kind === 'totalMemory' ? ' (incl. children)' : '';
      const label = `${what} ${test.limit instanceof Percent ? 'usage' : 'amount'} limit${children}`;
      return [label, `${OPERATORS[test.operator]} ${limit(test, kind)}`];
    }
    default:
      return comparedOrChanged(test, check);
  }
}

function comparedOrChanged(test: Test, check: Check): [string, string] {
  const kind = test.test;
  if (!('limit' in test)) return [LABELS[kind] ?? kind, 'changed'];
  const onFilesystem = check.statement === 'check filesystem' && /^(?:read|write)/.test(kind);
  const verb = onFilesystem ? `${kind.startsWith('read') ? 'read' : 'write'} ` : kind === 'serviceTime' ? 'service time ' : '';
  const tail =
    kind === 'serviceTime'
      ? '/operation'
      : /PerSecond$/.test(testRow(kind).operand) && !/^operations/.test(testRow(kind).operand)
        ? '/s'
        : '';
  const within = 'within' in test ? ` in last ${windowOf(test.within)}` : '';
  return [LABELS[kind] ?? kind, `${verb}${OPERATORS[test.operator]} ${limit(test, kind)}${tail}${within}`];
}

function windowOf(within: Duration): string {
  const minutes = within.toSeconds() / 60;
  return minutes % 60 === 0 ? `${minutes / 60} hour(s)` : `${minutes} minute(s)`;
}

function rule({ test, rate: often, action: what, recovery: back }: Rule, check: Check): Shown | undefined {
  const good = testRow(test.test).good === true || ('is' in test && test.is === 'succeeded');
  const end = `${rate(often)} then ${action(what)}${recovery(back, good)}`;
  switch (test.test) {
    case 'restarts':
      return row('Timeout', `If restarted ${test.restarts} times within ${test.within} cycle(s) then ${action(what)}`);
    case 'port':
    case 'url':
      return { begins: row('Port', `if ${test.is ?? 'failed'} [`), ends: end };
    case 'unixSocket':
      return { begins: row('Unix Socket', `if ${test.is ?? 'failed'} ${test.path} type `), ends: end };
    case 'ping':
      return {
        begins: row(`Ping${test.family?.slice(-1) ?? ''}`, `if ${test.is ?? 'failed'} count ${test.count ?? 3} size ${test.size ?? 64} `),
        ends: end,
      };
    case 'failedChecksum':
    case 'changedChecksum':
      return { begins: row('Checksum', `if ${test.test === 'changedChecksum' ? 'changed' : 'failed'} `), ends: end };
    case 'contentFromFile':
      return { begins: row('Content', `if content ${test.operator} "`), ends: end };
    default: {
      const [label, condition] = shown(test, check);
      return row(label, `if ${condition}${end}`);
    }
  }
}

/** Defaults that the settings before a check set for it. */
export interface Defaults {
  readonly onReboot: string;
  readonly limits: Omit<SetLimits, 'statement'>;
}

/** The settings of a control file that checks depend on. */
export function defaultsOf(statements: readonly Statement[]): Defaults {
  const found = { onReboot: 'start', limits: {} };
  for (const statement of statements) {
    if (statement.statement === 'set onreboot') found.onReboot = statement.onReboot;
    if (statement.statement === 'set limits') found.limits = { ...found.limits, ...statement };
  }
  return found;
}

function program(label: string, given: Program | undefined, usual: Duration | undefined): string[] {
  if (given === undefined) return [];
  const limitOf = time((given.timeout ?? usual ?? Duration.seconds(30)).toMilliseconds());
  return [row(label, `'${given.argv.join(' ')}'${identity(given)} timeout ${limitOf}`)];
}

function finder(check: Check, { limits }: Defaults): string[] {
  switch (check.statement) {
    case 'check process':
      return [check.pidfile === undefined ? row('Match', check.matching) : row('Pid file', check.pidfile)];
    case 'check file':
    case 'check directory':
    case 'check fifo':
    case 'check filesystem':
      return [row('Path', check.path)];
    case 'check host':
      return [row('Address', check.address)];
    case 'check network':
      return [check.interface === undefined ? row('Address', check.address) : row('Interface', check.interface)];
    case 'check system':
      return [];
    case 'check program': {
      const limitOf = time((check.program.timeout ?? limits.programTimeout ?? Duration.seconds(300)).toMilliseconds());
      const end = `terminate the program if not finished within ${limitOf}`;
      return [row('Path', check.program.argv.join(' ')), row('Program timeout', end)];
    }
  }
}

/** Rules that Monit adds. */
function implicit(check: Check): string[] {
  const tests = check.rules.map(({ test }) => test.test);
  const onDisk = ['check process', 'check file', 'check directory', 'check fifo', 'check filesystem'].includes(check.statement);
  return [
    ...(onDisk && !tests.includes('doesNotExist') && !tests.includes('exists') ? [row('Existence', 'if does not exist then restart')] : []),
    ...(check.statement === 'check filesystem' && !tests.includes('changedFsFlags')
      ? [row('Filesystem flags', 'if changed then alert')]
      : []),
    ...(check.statement === 'check network' && !tests.includes('linkDown') && !tests.includes('linkUp')
      ? [row('Link status', 'if down then alert')]
      : []),
  ];
}

function every(check: Check): string[] {
  if (check.every === undefined) return [];
  if ('cycles' in check.every) return [row('Every', `Check service every ${check.every.cycles} cycles`)];
  return [
    row('Every', 'cron' in check.every ? `Check service every ${check.every.cron}` : `Don't check service every ${check.every.notCron}`),
  ];
}

function alert({ mail, reminder }: Alert): Shown[] {
  return [
    row('Alert mail to', mail),
    { begins: '   Alert on           = ', ends: '' },
    ...(reminder === undefined ? [] : [`   Alert reminder     = ${reminder} cycles`]),
  ];
}

/** All lines of a check except its name. */
export function dumpOf(check: Check, defaults: Defaults): Shown[] {
  return [
    ...finder(check, defaults),
    row('Monitoring mode', check.mode ?? 'active'),
    row('On reboot', check.onReboot ?? defaults.onReboot),
    // In the order in which the file first names them, in any check.
    ...((check.groups ?? []).length === 0 ? [] : [{ begins: row('Group', ''), ends: '' }]),
    ...program('Start program', check.start, defaults.limits.startTimeout),
    ...program('Stop program', check.stop, defaults.limits.stopTimeout),
    ...program('Restart program', check.restart, defaults.limits.restartTimeout),
    ...implicit(check),
    ...(check.dependsOn ?? []).map((name) => row('Depends on Service', name)),
    ...every(check),
    ...(check.alerts ?? []).flatMap(alert),
    ...(check.noAlerts ?? []).flatMap((mail): Shown[] => [row('Alert mail to', mail), '   Alert on           = No events']),
    ...(check.statement === 'check file' ? (check.ignoreContent ?? []).map((ignore) => ignored(ignore)) : []),
    ...check.rules.map((each) => rule(each, check)).filter((each) => each !== undefined),
  ];
}

function ignored(ignore: { readonly operator: string; readonly pattern?: string }): string {
  return row('Ignore content', `if content ${ignore.operator} "${ignore.pattern}" then ignore`);
}

/** Lines of a check that are missing in Monit's dump, and lines of the dump that the data doesn't explain. */
export function dumpDifferences(check: Check, block: string, defaults: Defaults): string[] {
  let rest = `\n${block}\n`;
  const lengthOf = (shown: Shown): number => (typeof shown === 'string' ? shown.length : shown.begins.length + shown.ends.length);
  const wanted = dumpOf(check, defaults).sort((one, other) => lengthOf(other) - lengthOf(one));
  const missing = wanted.filter((shown) => {
    const [from, to] = placeOf(shown, rest);
    if (from < 0) return true;
    rest = `${rest.slice(0, from)}${rest.slice(to)}`;
    return false;
  });
  const surplus = rest.trim() === '' ? [] : [`not printed: ${JSON.stringify(rest.trim())}`];
  return [...missing.map((shown) => `not shown: ${JSON.stringify(shown)}`), ...surplus];
}

/** Position of a line, including the line break before it. */
function placeOf(shown: Shown, text: string): [number, number] {
  if (typeof shown === 'string') {
    const at = text.indexOf(`\n${shown}\n`);
    return [at, at + shown.length + 1];
  }
  // The text between the two has no line break; the text at the end may have one.
  const [begin, end] = [`\n${shown.begins}`, `${shown.ends}\n`];
  for (let from = text.indexOf(begin); from >= 0; from = text.indexOf(begin, from + 1)) {
    const to = text.indexOf(end, from + begin.length);
    if (to >= 0 && !text.slice(from + begin.length, to).includes('\n')) return [from, to + shown.ends.length];
  }
  return [-1, -1];
}
