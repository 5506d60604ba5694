import type { PatternComparison, PatternFileComparison } from '../../comparison';
import type { Check, CheckBase, Rule } from '../../model';
import { misreading } from '../../kinds/parse/issue';
import type { CheckKind } from '../../check-kind';
import { program, words, identity } from './actions';
import { alert } from './alerts';
import type { Context } from '../../kinds/parse/context';
import { rule } from './rules';
import { equality, text, timeout, whole } from '../../kinds/parse/values';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] | undefined ? E[] : T[K] };
type Draft = Mutable<CheckBase> & { rules: Rule[]; ignoreContent?: (PatternComparison | PatternFileComparison)[] };

const KINDS: Readonly<Record<string, CheckKind>> = {
  CHECKPROC: 'process',
  CHECKFILE: 'file',
  CHECKDIR: 'directory',
  CHECKFIFO: 'fifo',
  CHECKFILESYS: 'filesystem',
  CHECKHOST: 'host',
  CHECKNET: 'network',
  CHECKSYSTEM: 'system',
  CHECKPROGRAM: 'program',
};

/** Tokens that begin a check. */
export const CHECK_TOKENS: readonly string[] = Object.keys(KINDS);

/** Parses the head of a check, from its first token. The result has no options yet. */
export function head(context: Context): Draft {
  const { cursor } = context;
  const kind = KINDS[cursor.next!.kind]!;
  cursor.as(`check ${kind}`, ...CHECK_TOKENS);
  const name = text(context, 'SERVICENAME');
  context.check = kind;
  return { statement: `check ${kind}`, name, ...finder(context, kind), rules: [] } as unknown as Draft;
}

function finder(context: Context, kind: CheckKind): object {
  const { cursor } = context;
  switch (kind) {
    case 'process':
      if (cursor.accept('MATCH') !== undefined) return { matching: text(context, 'STRING', 'PATH') };
      cursor.insert('with');
      cursor.expect('PIDFILE', 'PATHTOK');
      return { pidfile: text(context, 'PATH') };
    case 'file':
    case 'directory':
    case 'fifo':
      cursor.as('with path', 'PATHTOK');
      return { path: text(context, 'PATH') };
    case 'filesystem':
      cursor.as('with path', 'PATHTOK');
      return { path: text(context, 'PATH', 'STRING') };
    case 'host':
      cursor.as('with address', 'ADDRESS');
      return { address: text(context, 'STRING') };
    case 'network':
      cursor.insert('with');
      return cursor.expect('ADDRESS', 'INTERFACE').kind === 'ADDRESS'
        ? { address: text(context, 'STRING') }
        : { interface: text(context, 'STRING') };
    case 'system':
      return {};
    case 'program':
      return { program: checked(context) };
  }
}

/** Parses the program of a program check, with its user, group and timeout. */
function checked(context: Context): object {
  context.cursor.as('with path', 'PATHTOK');
  const argv = words(context);
  const who = identity(context);
  const limit = timeout(context);
  return { argv, ...who, ...(limit === undefined ? {} : { timeout: limit }) };
}

type Option = (context: Context, check: Draft) => void;

const METHODS = { START: 'start', STOP: 'stop', RESTART: 'restart' } as const;

/** Parses `start program = "…"`, with or without quotes. */
const method: Option = (context, check) => {
  const { cursor } = context;
  const token = cursor.expect(...Object.keys(METHODS));
  const quoted = cursor.comes('ARGUMENT');
  cursor.drop(1);
  const name = METHODS[token.kind as keyof typeof METHODS];
  cursor.insert(quoted ? `${name} program =` : `${name} program`);
  check[name] = program(context);
};

const reportRepeated = (context: Context, given: unknown, line: number): void => {
  if (given === undefined) return;
  context.issues.push(
    misreading('monit/replaced-test', line, {
      severity: 'error',
      problem: '"every" is repeated in this check',
      remedy: 'Remove one of them: Monit silently keeps only the last.',
    }),
  );
};

const every: Option = (context, check) => {
  const { cursor } = context;
  reportRepeated(context, check.every, cursor.next!.line);
  if (cursor.comes('NOTEVERY')) {
    cursor.as('not every', 'NOTEVERY');
    check.every = { notCron: spaced(text(context, 'TIMESPEC')) };
    return;
  }
  cursor.expect('EVERY');
  if (cursor.comes('TIMESPEC')) {
    check.every = { cron: spaced(text(context, 'TIMESPEC')) };
    return;
  }
  check.every = { cycles: whole(context) };
  cursor.expect('CYCLE');
};

function spaced(cron: string): string {
  return cron.split(/\s+/).join(' ');
}

const mode: Option = (context, check) => {
  const { cursor } = context;
  cursor.expect('MODE');
  const token = cursor.expect('ACTIVE', 'PASSIVE', 'MANUAL');
  if (token.kind === 'MANUAL') check.onReboot = 'laststate';
  else check.mode = token.kind === 'ACTIVE' ? 'active' : 'passive';
};

const onReboot: Option = (context, check) => {
  context.cursor.expect('ONREBOOT');
  check.onReboot = reboot(context);
};

/** Parses the monitoring state of a check after the host boots. */
export function reboot({ cursor }: Context): NonNullable<CheckBase['onReboot']> {
  const token = cursor.expect('START', 'NOSTART', 'LASTSTATE');
  return token.kind === 'START' ? 'start' : token.kind === 'NOSTART' ? 'nostart' : 'laststate';
}

const group: Option = (context, check) => {
  context.cursor.expect('GROUP');
  check.groups = [...(check.groups ?? []), text(context, 'STRINGNAME')];
};

const depends: Option = (context, check) => {
  const { cursor } = context;
  cursor.as('depends on', 'DEPENDS');
  const names = [text(context, 'SERVICENAME')];
  while (cursor.comes('SERVICENAME')) {
    cursor.join(',');
    names.push(text(context, 'SERVICENAME'));
  }
  cursor.accept('SERVICENAME');
  check.dependsOn = [...(check.dependsOn ?? []), ...names];
};

const alerted: Option = (context, check) => {
  check.alerts = [...(check.alerts ?? []), alert(context)];
};

const notAlerted: Option = (context, check) => {
  context.cursor.expect('NOALERT');
  check.noAlerts = [...(check.noAlerts ?? []), text(context, 'MAILADDR')];
};

const ruled: Option = (context, check) => {
  check.rules.push(rule(context));
};

const ignored: Option = (context, check) => {
  const { cursor } = context;
  cursor.expect('IGNORE');
  check.ignoreContent = [...(check.ignoreContent ?? []), ignoredContent(context)];
};

function ignoredContent(context: Context): PatternComparison | PatternFileComparison {
  const { cursor } = context;
  const compare = cursor.accept('CONTENT') === undefined ? matched(context) : equality(context);
  const token = cursor.expect('STRING', 'PATH');
  return token.kind === 'STRING' ? { operator: compare, pattern: token.value } : { operator: compare, patternFile: token.value };
}

function matched({ cursor }: Context): '=' | '!=' {
  const not = cursor.accept('NOT') !== undefined;
  cursor.expect('MATCH');
  return not ? '!=' : '=';
}

const OPTIONS: Readonly<Record<string, Option>> = {
  START: method,
  STOP: method,
  RESTART: method,
  EVERY: every,
  NOTEVERY: every,
  MODE: mode,
  ONREBOOT: onReboot,
  GROUP: group,
  DEPENDS: depends,
  ALERT: alerted,
  NOALERT: notAlerted,
  IF: ruled,
};
const FILE_OPTIONS: Readonly<Record<string, Option>> = { ...OPTIONS, IGNORE: ignored };

/**
 * Parses one option of a check.
 * @returns false when the next token isn't an option
 */
export function option(context: Context, check: Draft): boolean {
  const { cursor } = context;
  const options = context.check === 'file' ? FILE_OPTIONS : OPTIONS;
  const read = options[cursor.next?.kind ?? ''];
  if (read === undefined) {
    cursor.accept(...Object.keys(options));
    return false;
  }
  read(context, check);
  return true;
}

/** Returns a draft as a check. */
export function finished(check: Draft): Check {
  return check as unknown as Check;
}

/** A check whose options are still being parsed. */
export type CheckDraft = Draft;
