import type { Action } from '../../actions';
import { quotedCommand } from '../../escape';
import type { Program, Rate, Recovery } from '../../model';
import type { Token } from '../../lexer/token';
import type { Context } from '../../kinds/parse/context';
import type { ParseIssueText } from '../../kinds/parse/issue';
import { account, timeout, whole } from '../../kinds/parse/values';

const MOST_CYCLES = 64;
const MOST_WORDS = 63;

/** Parses the words of a command, with or without quotes. */
export function words(context: Context): string[] {
  const { cursor } = context;
  const found: Token[] = [];
  const quoted = cursor.comes('ARGUMENT');
  for (let token = cursor.accept('ARGUMENT', 'STRING', 'PATH'); token !== undefined; token = cursor.accept('ARGUMENT', 'STRING', 'PATH')) {
    found.push(token);
  }
  if (found.length === 0) cursor.fail();
  if (found.length > MOST_WORDS) {
    context.reject(found[MOST_WORDS]!, {
      problem: `the command has ${found.length} words`,
      remedy: `Use at most ${MOST_WORDS} words, or put the command into a script.`,
    });
  }
  rewrite(context, found, quoted);
  return found.map(({ value }) => value);
}

/** Writes quoted words as one piece. Unquoted words stay as they are, because quoting would change them. */
function rewrite({ cursor }: Context, found: readonly Token[], quoted: boolean): void {
  cursor.drop(found.length);
  const inside = found.filter(({ kind }) => kind === 'ARGUMENT');
  const outside = found.slice(inside.length);
  if (quoted)
    cursor.insert(
      inside.every(({ exact }) => exact)
        ? quotedCommand(inside.map(({ value }) => value))
        : `"${inside.map(({ text }) => text).join(' ')}"`,
    );
  for (const { text } of outside) cursor.insert(text);
}

/** Parses `as uid "u" and gid "g"`. */
export function identity(context: Context): Pick<Program, 'uid' | 'gid'> {
  const { cursor } = context;
  const who: { uid?: string | number; gid?: string | number } = {};
  while (cursor.comes('UID') || cursor.comes('GID')) {
    if (cursor.comes('UID')) {
      cursor.as('as uid', 'UID');
      who.uid = account(context);
    } else {
      cursor.as('and gid', 'GID');
      who.gid = account(context);
    }
  }
  cursor.accept('UID', 'GID');
  return who;
}

/** Parses a program with its user, group and timeout. */
export function program(context: Context): Program {
  const argv = words(context);
  const who = identity(context);
  const limit = timeout(context);
  return { argv, ...who, ...(limit === undefined ? {} : { timeout: limit }) };
}

const PLAIN: Readonly<Record<string, Exclude<Action['action'], 'exec'>>> = {
  ALERT: 'alert',
  START: 'start',
  STOP: 'stop',
  RESTART: 'restart',
  UNMONITOR: 'unmonitor',
};

/** Parses an action. */
export function action(context: Context): Action {
  const { cursor } = context;
  const plain = cursor.accept(...Object.keys(PLAIN));
  if (plain !== undefined) return { action: PLAIN[plain.kind]! };
  cursor.expect('EXEC');
  const argv = words(context);
  const who = identity(context);
  const repeatEvery = repeat(context);
  return { action: 'exec', argv, ...who, ...(repeatEvery === undefined || repeatEvery === 0 ? {} : { repeatEvery }) };
}

function repeat(context: Context): number | undefined {
  const { cursor } = context;
  if (cursor.accept('REPEAT') === undefined) return undefined;
  cursor.expect('EVERY');
  const cycles = whole(context);
  cursor.expect('CYCLE');
  return cycles;
}

/** Parses `for 3 cycles`, `for 3 times within 5 cycles`, or nothing. */
export function rate(context: Context): Rate | undefined {
  const { cursor } = context;
  if (!cursor.comes('NUMBER')) {
    cursor.accept('NUMBER');
    return undefined;
  }
  cursor.insert('for');
  const first = cursor.expect('NUMBER');
  const count = context.integer(first);
  if (!cursor.comes('NUMBER')) {
    cursor.expect('CYCLE');
    if (count < 1 || count > MOST_CYCLES) context.reject(first, cycles(first));
    return { cycles: count };
  }
  cursor.insert('times within');
  const second = cursor.expect('NUMBER');
  const within = context.integer(second);
  cursor.expect('CYCLE');
  if (within < 1 || within > MOST_CYCLES) context.reject(second, cycles(second));
  else if (count < 1 || count > within) {
    context.reject(second, {
      problem: `"${first.text} times within ${second.text} cycles" is not a valid rate`,
      remedy: 'Use at least 1 time, and no more times than cycles.',
    });
  }
  return { times: count, within };
}

function cycles({ text }: Token): ParseIssueText {
  return { problem: `a rate of ${text} cycles is outside Monit’s range`, remedy: `Use 1 to ${MOST_CYCLES} cycles.` };
}

/** Parses `else …`, `else if succeeded … then …`; `else if failed …` after a test about a good state. */
export function recovery(context: Context, good: boolean): Recovery | undefined {
  const { cursor } = context;
  if (cursor.accept('ELSE') === undefined) return undefined;
  if (cursor.accept('IF') === undefined) return { action: action(context) };
  cursor.expect(...(good ? ['FAILED'] : ['SUCCEEDED', 'RECOVERED', 'PASSED']));
  const often = rate(context);
  cursor.expect('THEN');
  return { action: action(context), ...(often === undefined ? {} : { rate: often }) };
}
