import { Duration } from '../values/duration';
import { Percent } from '../values/percent';
import { Size } from '../values/size';
import type { Action, ExecAction } from './actions';
import { account, decimal, quotedCommand, quotedName, quotedPath, quotedString } from './escape';
import type {
  ControlFile,
  Every,
  ProcessCheck,
  Program,
  ProgramCheck,
  Rate,
  Recovery,
  Rule,
  SetDaemon,
  SetHttpd,
  Statement,
} from './model';
import { testRow, type Test } from './tests';
import { largestUnit, SIZE_UNITS, TIME_UNITS } from './units';

/**
 * Writes a control file: one canonical way, which Monit 5.27 to 6.0 read alike, ending in a line break. It never throws;
 * what it makes of data that {@link controlFileIssues} has errors about is harmless but of no use.
 */
export function renderControlFile(file: ControlFile): string {
  return file.statements.map((statement) => renderStatement(statement)).join('\n');
}

function renderStatement(statement: Statement): string {
  return lines(statement)
    .map((line) => `${line}\n`)
    .join('');
}

function lines(statement: Statement): string[] {
  switch (statement.statement) {
    case 'check process':
    case 'check program':
      return [head(statement), ...options(statement).map((option) => `  ${option}`)];
    case 'set daemon':
      return [daemon(statement)];
    case 'set httpd':
      return [httpd(statement)];
  }
}

function head(check: ProcessCheck | ProgramCheck): string {
  const name = `${check.statement} ${quotedName(check.name)}`;
  if (check.statement === 'check program') return `${name} with path ${command(check.program)}`;
  return check.pidfile === undefined
    ? `${name} matching ${quotedString(check.matching)}`
    : `${name} with pidfile ${quotedPath(check.pidfile)}`;
}

function options(check: ProcessCheck | ProgramCheck): string[] {
  return [
    ...(['start', 'stop', 'restart'] as const).flatMap((method) => {
      const program = check[method];
      // Blanks on both sides of "=": without them Monit 5.27 runs a program called "program=".
      return program === undefined ? [] : [`${method} program = ${command(program)}`];
    }),
    ...(check.every === undefined ? [] : [every(check.every)]),
    ...(check.mode === undefined ? [] : [`mode ${check.mode}`]),
    ...(check.onReboot === undefined ? [] : [`onreboot ${check.onReboot}`]),
    ...(check.groups ?? []).map((group) => `group ${quotedName(group)}`),
    ...(check.dependsOn ?? []).map((name) => `depends on ${quotedName(name)}`),
    ...check.rules.map(rule),
  ];
}

function daemon({ interval, startDelay }: SetDaemon): string {
  const delay = startDelay === undefined ? '' : ` with start delay ${decimal(startDelay.toSeconds())}`;
  return `set daemon ${decimal(interval.toSeconds())}${delay}`;
}

function httpd({ unixSocket }: SetHttpd): string {
  // Without any "allow" Monit makes no socket. Over a socket the address is not looked at: the permission is what guards it.
  return `set httpd unixsocket ${quotedPath(unixSocket)} uid "root" gid "root" permission 0600 allow "127.0.0.1"`;
}

function every(when: Every): string {
  if ('cycles' in when) return `every ${decimal(when.cycles)} cycles`;
  return 'cron' in when ? `every ${quotedString(when.cron)}` : `not every ${quotedString(when.notCron)}`;
}

function command({ argv, uid, gid, timeout }: Program): string {
  const limit = timeout === undefined ? '' : ` with timeout ${decimal(timeout.toSeconds())} seconds`;
  return `${quotedCommand(argv)}${identity(uid, gid)}${limit}`;
}

function identity(uid: string | number | undefined, gid: string | number | undefined): string {
  const user = uid === undefined ? '' : ` as uid ${account(uid)}`;
  const group = gid === undefined ? '' : ` and gid ${account(gid)}`;
  return user + group;
}

function rule({ test, rate: often, action: what, recovery: back }: Rule): string {
  return `if ${condition(test)}${rate(often)} then ${action(what)}${recovery(back)}`;
}

function rate(often: Rate | undefined): string {
  if (often === undefined) return '';
  if ('cycles' in often) return ` for ${decimal(often.cycles)} cycles`;
  return ` for ${decimal(often.times)} times within ${decimal(often.within)} cycles`;
}

function recovery(back: Recovery | undefined): string {
  return back === undefined ? '' : ` else if succeeded${rate(back.rate)} then ${action(back.action)}`;
}

function action(what: Action): string {
  return what.action === 'exec' ? execution(what) : what.action;
}

function execution({ argv, uid, gid, repeatEvery }: ExecAction): string {
  const repeat = repeatEvery === undefined ? '' : ` repeat every ${decimal(repeatEvery)} cycles`;
  return `exec ${quotedCommand(argv)}${identity(uid, gid)}${repeat}`;
}

function condition(test: Test): string {
  const { words, operand, perCore } = testRow(test.test);
  const tail =
    perCore === true ? ' per core' : operand === 'sizePerSecond' ? '/s' : operand === 'operationsPerSecond' ? ' operations/s' : '';
  return `${words}${operandOf(test)}${tail}`;
}

function operandOf(test: Test): string {
  if ('limit' in test) return ` ${test.operator} ${limit(test.limit)}`;
  if ('pattern' in test) return ` ${test.operator} ${quotedString(test.pattern)}`;
  if ('account' in test) return ` ${account(test.account)}`;
  return 'attribute' in test ? ` ${quotedString(test.attribute)}` : '';
}

function limit(value: number | Percent | Size | Duration): string {
  if (value instanceof Percent) return `${decimal(value.value)}%`;
  if (value instanceof Size) return largestUnit(value.toBytes(), SIZE_UNITS);
  if (value instanceof Duration) return largestUnit(value.toSeconds(), TIME_UNITS);
  return decimal(value);
}
