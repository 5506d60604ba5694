import { allWords, firstWord } from '../first-word';
import { expandedPathProblem, pathProblem } from '../paths';
import { BAD_SPECIFIER, expand, FINE, ignored, partly, type ReadContext, type Reader, type Remark } from '../reader';

const UNREADABLE = 'has unclosed quotes or ends with a backslash';
const FIELDS = { separators: ':', unescapeC: true, unescapeSeparators: true } as const;

/** Reads directories that systemd creates: `source:link:flags`, unquoted twice. Source: config_parse_exec_directories. */
const directories: Reader = (value, context) => {
  if (value === '') return FINE;
  if (context.systemdVersion < 250) return plainDirectories(value, context);
  const tuples = allWords(value, { unquote: true, keepBackslashes: true });
  if (tuples === 'invalid') return ignored(UNREADABLE);
  const remarks: Remark[] = [];
  for (const tuple of tuples) {
    const fields = allWords(tuple, { ...FIELDS, everySeparator: context.systemdVersion >= 257 });
    // systemd doesn't read the rest of the line.
    if (fields === 'invalid' || fields.length === 0) return [...remarks, ...partly('has an invalid escape')];
    const [source = '', link = '', flags = ''] = fields;
    remarks.push(...(sourceRemarks(source, context) ?? linkRemarks(link, context) ?? flagRemarks(flags, context)));
  }
  return remarks;
};

/** Reads words that are plain paths. */
function plainDirectories(value: string, context: ReadContext): readonly Remark[] {
  const remarks: Remark[] = [];
  for (let rest: string | undefined = value; ;) {
    const next = firstWord(rest, { unquote: true });
    if (next === undefined) return remarks;
    if (next === 'invalid') return [...remarks, ...partly(UNREADABLE)];
    remarks.push(...(sourceRemarks(next.word, context) ?? FINE));
    rest = next.rest;
  }
}

function sourceRemarks(word: string, context: ReadContext): readonly Remark[] | undefined {
  const source = expand(word, context, 'full', 4095);
  if (source === undefined) return partly(`has a path that ${BAD_SPECIFIER}`);
  const problem = pathProblem(source, context, 'relative');
  if (problem !== undefined) return partly(`has a path that ${problem}`);
  return /^private(?:\/|$)/.test(source) ? partly('has the path private, which systemd reserves') : undefined;
}

function linkRemarks(link: string, context: ReadContext): readonly Remark[] | undefined {
  if (link === '') return undefined;
  if (context.name === 'ConfigurationDirectory') return partly('has a second field, which is not allowed here');
  const problem = expandedPathProblem(link, context, 'relative');
  return problem === undefined ? undefined : partly(`has a path that ${problem}`);
}

/** Before 257, systemd ignores a third field. */
function flagRemarks(flags: string, { systemdVersion }: ReadContext): readonly Remark[] {
  if (flags === '' || systemdVersion < 257) return FINE;
  return flags === 'ro' ? FINE : partly('has flags other than ro');
}

/** Readers of directories that systemd creates, by the name of its parser. */
export const DIRECTORIES: Readonly<Record<string, Reader>> = { exec_directories: directories };
