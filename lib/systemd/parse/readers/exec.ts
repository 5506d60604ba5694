import { hasControl } from '../bytes';
import { firstWord, type FirstWord } from '../first-word';
import { isFileName, pathProblem } from '../paths';
import { BAD_SPECIFIER, expand, FINE, ignored, isKnownFrom, refused, warned, type ReadContext, type Reader, type Remark } from '../reader';

const WORD = { unquote: true, unescapeC: true } as const;

/** A word, and whether it has what looks like an escape and is none, which then stays. Source: extract_first_word_and_warn. */
function wordAndRemarks(text: string): { readonly next: FirstWord | undefined; readonly remarks: readonly Remark[] } | 'invalid' {
  const next = firstWord(text, WORD);
  if (next !== 'invalid') return { next, remarks: FINE };
  const relaxed = firstWord(text, { ...WORD, relaxed: true });
  if (relaxed === 'invalid') return 'invalid';
  return { next: relaxed, remarks: warned('has an escape that is none, and stays as it stands') };
}

/** What is before the path: `-` alone changes what becomes of a mistake. Source: config_parse_exec. */
function prefixesOf(
  word: string,
  systemdVersion: number,
): { readonly path: string; readonly ignoreFailure: boolean; readonly argv0: boolean; readonly bangs: number } {
  const seen = new Set<string>();
  let bangs = 0;
  let at = 0;
  for (; at < word.length; at++) {
    const prefix = word[at]!;
    if (prefix === '!') {
      if (seen.has('+') || bangs === 2) break;
      bangs++;
    } else if (prefix === '+') {
      if (seen.has('+') || bangs > 0) break;
      seen.add('+');
    } else if ((prefix === '-' || prefix === '@' || prefix === ':' || (prefix === '|' && systemdVersion >= 258)) && !seen.has(prefix))
      seen.add(prefix);
    else break;
  }
  return { path: word.slice(at), ignoreFailure: seen.has('-'), argv0: seen.has('@'), bangs };
}

/** What keeps a path from being a program, as words after "which". */
function programProblem(path: string): string | undefined {
  if (path === '') return 'has no program';
  if (hasControl(path) || /["'\\]/.test(path)) return 'has a program with special characters in its name';
  if (path.endsWith('/')) return 'has a directory for a program';
  if (path.startsWith('/')) return pathLengthProblem(path);
  return isFileName(path) ? undefined : 'has a program that is neither a bare name nor an absolute path';
}

/** `..` is allowed here. */
function pathLengthProblem(path: string): string | undefined {
  return pathProblem(path.replace(/\/\.\.(?=\/|$)/g, '/x')) === 'is empty or too long' ? 'has a program with too long a path' : undefined;
}

/** Commands, separated by a lone `;`. One that is wrong makes systemd refuse the unit, unless its failure is to be ignored. */
export const exec: Reader = (value, context) => {
  if (value === '') return FINE;
  const remarks: Remark[] = [];
  for (let rest: string | undefined = value; rest !== undefined;) {
    const first = wordAndRemarks(rest);
    if (first === 'invalid') return [...remarks, ...ignored('has open quotes')];
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
  /** Whether the rest of the line is not looked at. */
  readonly stop: boolean;
  readonly rest: string | undefined;
}

function readCommand(word: string, after: string | undefined, context: ReadContext): ReadCommand {
  const { path, ignoreFailure, argv0, bangs } = prefixesOf(word, context.systemdVersion);
  const told =
    bangs === 2 && isKnownFrom(258, context.systemdVersion) ? warned('has !!, which systemd takes no notice of from 258 on') : FINE;
  const fail = (reason: string, before: readonly Remark[] = FINE): ReadCommand => ({
    remarks: [...told, ...before, ...(ignoreFailure ? ignored(reason) : refused(reason))],
    stop: true,
    rest: undefined,
  });
  const program = expand(path, context, 'full', 4095);
  if (program === undefined) return fail(BAD_SPECIFIER);
  const problem = programProblem(program);
  if (problem !== undefined) return fail(problem);
  const { words, semicolon, rest, remarks, problem: bad } = readArguments(after, context);
  if (bad !== undefined) return fail(bad, remarks);
  if (argv0 && words === 0) return fail('has no name for its program after @', remarks);
  return { remarks: [...told, ...remarks], stop: !semicolon, rest };
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
    const word = wordAndRemarks(rest);
    if (word === 'invalid') return { words, semicolon: false, rest, remarks, problem: 'has open quotes' };
    if (word.next === undefined) break;
    remarks.push(...word.remarks);
    if (expand(word.next.word, context) === undefined) return { words, semicolon: false, rest, remarks, problem: BAD_SPECIFIER };
    words++;
    rest = word.next.rest ?? '';
  }
  return { words, semicolon: false, rest: undefined, remarks };
}

/** How many commands a value without fault has. */
export function countCommands(value: string): number {
  let count = 0;
  let begun = false;
  for (let rest: string | undefined = value; rest !== undefined && rest !== '';) {
    const separator = /^;(?:[ \t\n\r]+|$)/.exec(rest);
    if (separator !== null) {
      begun = false;
      rest = rest.slice(separator[0].length);
      continue;
    }
    const word = wordAndRemarks(rest);
    if (word === 'invalid' || word.next === undefined) return count;
    if (!begun) count++;
    begun = true;
    rest = word.next.rest;
  }
  return count;
}
