import { hasControl, isSafe } from '../bytes';
import { firstWord, type FirstWord, type WordFlags } from '../first-word';
import { isEmptyOrTooLong, isFileName } from '../paths';
import { BAD_SPECIFIER, expand, FINE, ignored, noted, refused, warned, type ReadContext, type Reader, type Remark } from '../reader';
import { prefixesOf } from './exec-prefixes';

const flagsOf = (systemdVersion: number): WordFlags => ({ unquote: true, unescapeC: true, halfPairs: systemdVersion < 262 });

/** Reads a word. An invalid escape stays as it is, with a warning. Source: extract_first_word_and_warn. */
function wordAndRemarks(
  text: string,
  systemdVersion: number,
): { readonly next: FirstWord | undefined; readonly remarks: readonly Remark[] } | 'invalid' {
  const next = firstWord(text, flagsOf(systemdVersion));
  if (next !== 'invalid') return { next, remarks: FINE };
  const relaxed = firstWord(text, { ...flagsOf(systemdVersion), relaxed: true });
  if (relaxed === 'invalid') return 'invalid';
  return { next: relaxed, remarks: warned('has an invalid escape, which is left unchanged') };
}

/** Returns the reason that a path isn't a valid program, such as `has no program`. */
function programProblem(path: string, context: ReadContext): string | undefined {
  if (path === '') return 'has no program';
  // Observed with 262: glob characters are rejected too.
  const special = context.systemdVersion >= 262 ? !isSafe(path) : hasControl(path) || /["'\\]/.test(path);
  if (special) return 'has a program with special characters in its name';
  if (path.endsWith('/') || (context.systemdVersion >= 256 && /(?:^|\/)\.\.?$/.test(path))) return 'has a directory as its program';
  if (path.startsWith('/')) return isEmptyOrTooLong(path, context) ? 'has a program whose path is too long' : undefined;
  return isFileName(path) ? undefined : 'has a program that is neither a bare name nor an absolute path';
}

/** Reads commands, separated by a standalone `;`. An invalid command makes systemd refuse the unit, unless its failure is ignored. */
export const exec: Reader = (value, context) => {
  if (value === '') return FINE;
  const remarks: Remark[] = [];
  for (let rest: string | undefined = value; rest !== undefined;) {
    const first = wordAndRemarks(rest, context.systemdVersion);
    if (first === 'invalid') return [...remarks, ...ignored('has unclosed quotes')];
    if (first.next === undefined) return remarks;
    remarks.push(...first.remarks);
    rest = first.next.rest;
    if (first.next.word === ';') continue;
    const read = readCommand(first.next.word, rest, context);
    remarks.push(...read.remarks);
    if (read.stop) return remarks;
    rest = read.rest;
  }
  return remarks;
};

interface ReadCommand {
  readonly remarks: readonly Remark[];
  /** True if the rest of the line isn't read. */
  readonly stop: boolean;
  readonly rest: string | undefined;
}

const NO_AMBIENT = 'has !!, which systemd 258 and later ignore';

function readCommand(word: string, after: string | undefined, context: ReadContext): ReadCommand {
  const { path, ignoreFailure, argv0, shell, ambient } = prefixesOf(word, context.systemdVersion);
  const fail = (reason: string, before: readonly Remark[] = FINE): ReadCommand => ({
    remarks: [...before, ...(ignoreFailure ? ignored(reason) : refused(reason))],
    stop: true,
    rest: undefined,
  });
  // Not reported if the version is Infinity (any), because `!!` has an effect before 258.
  const own = ambient && context.systemdVersion >= 258 && context.systemdVersion !== Infinity ? noted(NO_AMBIENT) : FINE;
  const program = shell ? '/bin/sh' : expand(path, context, 'full', 4095);
  if (program === undefined) return fail(BAD_SPECIFIER, own);
  const problem = programProblem(program, context);
  if (problem !== undefined) return fail(problem, own);
  const read = readArguments(after, context);
  const remarks = [...own, ...read.remarks];
  const { words, semicolon, rest, problem: bad } = read;
  if (bad !== undefined) return fail(bad, remarks);
  if (argv0 && !shell && words === 0) return fail('has no name for its program after @', remarks);
  return { remarks, stop: !semicolon, rest };
}

interface ReadArguments {
  readonly words: number;
  readonly semicolon: boolean;
  readonly rest: string | undefined;
  readonly remarks: readonly Remark[];
  readonly problem?: string;
}

function readArguments(after: string | undefined, context: ReadContext): ReadArguments {
  const remarks: Remark[] = [];
  let words = 0;
  let rest = after ?? '';
  while (rest !== '') {
    if (/^;(?=[ \t\n\r]|$)/.test(rest)) return { words, semicolon: true, rest: rest.slice(1).replace(/^[ \t\n\r]+/, ''), remarks };
    const literal = /^\\;(?:[ \t\n\r]+|$)/.exec(rest);
    if (literal !== null) {
      words++;
      rest = rest.slice(literal[0].length);
      continue;
    }
    const word = wordAndRemarks(rest, context.systemdVersion);
    if (word === 'invalid') return { words, semicolon: false, rest, remarks, problem: 'has unclosed quotes' };
    if (word.next === undefined) break;
    remarks.push(...word.remarks);
    if (expand(word.next.word, context) === undefined) return { words, semicolon: false, rest, remarks, problem: BAD_SPECIFIER };
    words++;
    rest = word.next.rest ?? '';
  }
  return { words, semicolon: false, rest: undefined, remarks };
}

/** Returns the number of commands in a valid value. */
export function countCommands(value: string, systemdVersion: number): number {
  let count = 0;
  let begun = false;
  for (let rest: string | undefined = value; rest !== undefined && rest !== '';) {
    const separator = /^;(?:[ \t\n\r]+|$)/.exec(rest);
    if (separator !== null) {
      begun = false;
      rest = rest.slice(separator[0].length);
      continue;
    }
    const word = wordAndRemarks(rest, systemdVersion);
    if (word === 'invalid' || word.next === undefined) return count;
    if (!begun) count++;
    begun = true;
    rest = word.next.rest;
  }
  return count;
}
