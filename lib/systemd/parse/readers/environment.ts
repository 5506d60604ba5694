import { isValidUtf8 } from '../bytes';
import { firstWord, type WordFlags } from '../first-word';
import { BAD_SPECIFIER, expand, FINE, ignored, partly, type ReadContext, type Reader, type Remark } from '../reader';

const C_WORDS = { unquote: true, unescapeC: true } as const;

/** Reads words up to the first that can't be parsed. Invalid words are left out, and the others are kept. */
function wordsReader(flags: WordFlags, problemOf: (word: string) => string | undefined): Reader {
  return (value, context) => {
    const remarks: Remark[] = [];
    for (let rest: string | undefined = value; ;) {
      const next = firstWord(rest, { ...flags, halfPairs: context.systemdVersion < 262 });
      if (next === undefined) return remarks;
      if (next === 'invalid') {
        const reason = 'has unclosed quotes or an invalid escape';
        return [...remarks, ...(rest === value ? ignored(reason) : partly(`${reason}, from there on`))];
      }
      rest = next.rest;
      remarks.push(...wordRemarks(next.word, problemOf, context));
    }
  };
}

function wordRemarks(word: string, problemOf: (word: string) => string | undefined, context: ReadContext): readonly Remark[] {
  const expanded = expand(word, context);
  const problem = expanded === undefined ? BAD_SPECIFIER : problemOf(expanded);
  return problem === undefined ? FINE : partly(`has a word that ${problem}`);
}

const isName = (word: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(word);

function isAssignment(word: string): boolean {
  const equals = word.indexOf('=');
  return equals > 0 && isName(word.slice(0, equals)) && isValidUtf8(word.slice(equals + 1));
}

function journalFieldProblem(word: string): string | undefined {
  const equals = word.indexOf('=');
  if (equals < 0) return 'contains no =';
  return /^[A-Z][A-Z0-9_]{0,63}$/.test(word.slice(0, equals)) ? undefined : 'has no valid journal field name';
}

/** Readers of environment variables and journal fields. */
export const ENVIRONMENT: Readonly<Record<string, Reader>> = {
  environ: wordsReader(C_WORDS, (word) => (isAssignment(word) ? undefined : 'is not NAME=value')),
  unset_environ: wordsReader(C_WORDS, (word) => (isAssignment(word) || isName(word) ? undefined : 'is not a variable name')),
  pass_environ: wordsReader({ unquote: true }, (word) => (isName(word) ? undefined : 'is not a variable name')),
  log_extra_fields: wordsReader(C_WORDS, journalFieldProblem),
};
