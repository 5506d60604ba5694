import { Duration } from '../../../values/duration';
import { Percent } from '../../../values/percent';
import { Size } from '../../../values/size';
import type { Operator } from '../../comparison';
import type { HashType } from '../../hash';
import { misreading } from './issue';
import type { Token } from '../../lexer/token';
import type { Context } from './context';

const OPERATORS: Readonly<Record<string, Operator>> = {
  GREATER: '>',
  GREATEROREQUAL: '>=',
  LESS: '<',
  LESSOREQUAL: '<=',
  EQUAL: '=',
  NOTEQUAL: '!=',
};

/** Parses an operator; without one, it is "equal". */
export function operator(context: Context): Operator {
  const { cursor } = context;
  const token = cursor.accept(...Object.keys(OPERATORS), 'CHANGED');
  if (token === undefined) return '=';
  if (token.kind !== 'CHANGED') return OPERATORS[token.kind]!;
  context.issues.push(
    misreading('monit/changed-operator', token.line, {
      severity: 'error',
      problem: '"changed" before a limit compares nothing',
      remedy: 'Use one of the operators >, >=, <, <=, = and !=: Monit accepts "changed" here without an error.',
    }),
  );
  return '=';
}

/** Parses `=` or `!=`. */
export function equality(context: Context): '=' | '!=' {
  return context.cursor.expect('EQUAL', 'NOTEQUAL').kind === 'EQUAL' ? '=' : '!=';
}

/** Parses a whole number. */
export function whole(context: Context): number {
  return context.integer(context.cursor.expect('NUMBER'));
}

/** Parses a number, optionally with a point. */
export function number(context: Context): number {
  return context.real(context.cursor.expect('REAL', 'NUMBER'));
}

const SIZE_UNITS: Readonly<Record<string, readonly [string, number]>> = {
  BYTE: ['B', 1],
  KILOBYTE: ['KB', 1024],
  MEGABYTE: ['MB', 1024 ** 2],
  GIGABYTE: ['GB', 1024 ** 3],
};

/** Parses the unit of a size; without one, the amount is in bytes. */
export function size(context: Context, amount: number): Size {
  const unit = context.cursor.accept(...Object.keys(SIZE_UNITS));
  return Size.bytes(Math.round(amount * (unit === undefined ? 1 : SIZE_UNITS[unit.kind]![1])));
}

/** Parses the unit of a number of bytes per second. */
export function sizePerSecond(context: Context, amount: number): Size {
  const { cursor } = context;
  const result = size(context, amount);
  perSecond(context, (cursor.previous?.kind ?? '') in SIZE_UNITS);
  return result;
}

/** Parses the second of a rate: a separate word, or part of the unit. */
export function perSecond({ cursor }: Context, unitBefore: boolean): void {
  if (cursor.comes('SECOND')) {
    cursor.insert('per');
    cursor.as('second', 'SECOND');
  } else if (unitBefore) cursor.join('/s');
}

const TIME_UNITS: Readonly<Record<string, number>> = { SECOND: 1, MINUTE: 60, HOUR: 3600, DAY: 86_400, MONTH: 31 * 86_400 };

/** Parses a time; without a unit, it is in seconds. A month has 31 days. */
export function time(context: Context): Duration {
  const amount = whole(context);
  const unit = context.cursor.accept(...Object.keys(TIME_UNITS));
  return Duration.seconds(amount * (unit === undefined ? 1 : TIME_UNITS[unit.kind]!));
}

/** Parses a period of minutes, hours or days; without a number, it is one. */
export function traffic(context: Context): Duration {
  const { cursor } = context;
  cursor.insert('in last');
  const amount = cursor.comes('NUMBER') ? whole(context) : 1;
  return Duration.seconds(amount * TIME_UNITS[cursor.expect('MINUTE', 'HOUR', 'DAY').kind]!);
}

/** Parses the unit of an amount of milliseconds or seconds. */
export function milliseconds(context: Context, amount: number): Duration {
  const unit = context.cursor.expect('MILLISECOND', 'SECOND');
  return unit.kind === 'SECOND' ? Duration.seconds(amount) : Duration.milliseconds(amount);
}

/** Parses the percent sign after an amount. */
export function percent(context: Context, amount: number): Percent {
  context.cursor.expect('PERCENT');
  return Percent.of(amount);
}

/**
 * Parses `with timeout 5 seconds`.
 * @returns undefined when there is no timeout
 */
export function timeout(context: Context): Duration | undefined {
  const { cursor } = context;
  if (!cursor.comes('TIMEOUT')) {
    cursor.accept('TIMEOUT');
    return undefined;
  }
  cursor.as('with timeout', 'TIMEOUT');
  const amount = whole(context);
  cursor.expect('SECOND');
  return Duration.seconds(amount);
}

const HASHES: Readonly<Record<string, HashType>> = { MD5HASH: 'md5', SHA1HASH: 'sha1' };

/**
 * Parses `md5` or `sha1`.
 * @returns undefined when neither comes next
 */
export function hash({ cursor }: Context): HashType | undefined {
  const token = cursor.accept('MD5HASH', 'SHA1HASH');
  return token === undefined ? undefined : HASHES[token.kind];
}

/** Parses a user or group: a name, or digits. */
export function account(context: Context): string | number {
  const token = context.cursor.expect('STRING', 'NUMBER');
  return token.kind === 'NUMBER' ? context.integer(token) : token.value;
}

/** Takes a token of one of these kinds and returns its text. */
export function text({ cursor }: Context, ...kinds: readonly string[]): string {
  return cursor.expect(...kinds).value;
}

const MOST_PERMISSIONS = 7777;

/** Parses a mode: digits that are read as octal. */
export function permission(context: Context): string {
  const token = context.cursor.expect('NUMBER');
  const amount = context.integer(token);
  if (amount < 0 || amount > MOST_PERMISSIONS || /[89]/.test(token.text)) {
    context.reject(token, {
      problem: `${token.text} is not an octal number up to 7777`,
      remedy: 'Use three or four octal digits, like 0644.',
    });
  }
  return token.text.padStart(4, '0').slice(-4);
}

/** Parses a checksum: the hexadecimal digits at its start. The rest is ignored. */
export function checksum(context: Context, token: Token, type: HashType | undefined): string {
  const digits = /^[0-9a-f]*/i.exec(token.value)![0];
  const lengths = type === undefined ? [32, 40] : type === 'md5' ? [32] : [40];
  reportChecksumLength(context, token, digits, lengths);
  return digits;
}

/** Reports a checksum of another length. */
export function reportChecksumLength(context: Context, token: Token, digits: string, lengths: readonly number[]): void {
  if (lengths.includes(digits.length)) return;
  context.reject(token, {
    problem: `the checksum has ${digits.length} hexadecimal digits`,
    remedy: `Give all ${lengths.join(' or ')} digits.`,
  });
}
