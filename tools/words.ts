/**
 * Finds words that this project doesn't use, in code, messages, tests and pages, and prints what to write instead. A line that needs such a
 * word, because it quotes another program, has `words:` and the reason in a comment on the line or right above it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Words to find, and better ones. */
interface Rule {
  readonly pattern: RegExp;
  readonly instead: string;
  /** Part of a line that is searched: all of it, or only prose, where it can't be a keyword of a language. */
  readonly where: 'anywhere' | 'prose';
}

const anywhere = (pattern: RegExp, instead: string): Rule => ({ pattern, instead, where: 'anywhere' });
const prose = (pattern: RegExp, instead: string): Rule => ({ pattern, instead, where: 'prose' });

const RULES: readonly Rule[] = [
  anywhere(/\b(?:un)?told\b|\btell(?:s|ing)?\b|Told(?![a-z])|\btold(?=[A-Z])/, 'Use report, warn, print, notify or show.'),
  anywhere(
    /\bsomebody\b(?!')|\bwho(?:so)?ever\b|(?<=[a-z,:] )nobody\b|^nobody\b/i,
    'Name the actor: an operator, another process, anyone, nothing.',
  ),
  anywhere(/\b(?:is|are) none of\b|\bwhich is none\b/, 'Use "isn\'t a …" or "must be one of …".'),
  anywhere(/\bin clear\b/, 'Use "in plaintext".'),
  anywhere(/\bunspeakable|\bsenseless\b|\bpatience\b|\bimpatient\b/i, 'Use unrepresentable, misuse or grace.'),
  anywhere(/\bgot [^;]*; expected /, 'State the problem with the value in one sentence, then the remedy.'),
  anywhere(/'s alone\b|’s alone\b/, 'Use "readable only by …" or "only for …".'),
  anywhere(
    /\b(?:takes?|took|goes|go) (?:it|them|with it|with them) along\b|\bgoes with (?:it|them)\b/,
    'Use "is removed with it" or "loses it".',
  ),
  prose(/(?<!\bline )\bsays?\b|\b(?:said|saying)\b/, 'Use report, print, set, use or show; of a page: states.'),
  prose(
    /(?<!\b(?:any(?:thing|one|where)?|no(?:thing|where)|no one|every(?:thing|one|where)|some(?:thing|one|where)|what|who|where|little|much) |; |\} )\belse\b(?! if\b)/i,
    'Use "otherwise".',
  ),
  prose(/(?<!\b(?:leaves?|left|leaving|stands?|let) (?:\S+ ){0,4})\balone\b/i, 'Use "only" or "by itself".'),
  prose(/\b(?:lies|stands(?! for)|bears)\b/, 'Use "is", "is in" or "is named".'),
  prose(/\bwithout a word\b/, 'Use "silently".'),
];

/** Pages made by tests, and texts of others. */
const SKIPPED = /^(?:package-lock\.json|LICENSE|docs\/reliability\.md|etc\/)|\.generated\.ts$|\.snap$/;
const READ = /\.(?:ts|mjs|cjs|js|sh|md|txt|json|ya?ml)$/;
/** These list the words. */
const OWN = new Set(['tools/words.ts', 'test/tools/words.test.ts']);
const ALLOWED = /\bwords: \S/;

/** A word that was found. */
interface Found {
  readonly line: number;
  readonly word: string;
  readonly instead: string;
}

/** The words of a file. */
export function wordsIn(path: string, text: string): readonly Found[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (ALLOWED.test(line) || ALLOWED.test(lines[index - 1] ?? '')) return [];
    return RULES.flatMap(({ pattern, instead, where }) => {
      const read = where === 'prose' || isPage(path) ? proseOf(path, line) : line;
      const [word] = pattern.exec(read) ?? [];
      return word === undefined ? [] : [{ line: index + 1, word, instead }];
    });
  });
}

function isPage(path: string): boolean {
  return path.endsWith('.md') || path.endsWith('.txt');
}

/** The part of a line that people read: a page's text, a comment, or what is between quotes. */
function proseOf(path: string, line: string): string {
  if (isPage(path)) return line.replace(/`[^`]*`/g, '');
  const comment = (path.endsWith('.sh') ? /(?:^|\s)# (.*)$/ : /(?:^\s*\*|\/\/|\/\*\*?) (.*)$/).exec(line);
  const code = line.slice(0, comment?.index);
  const quoted = code.matchAll(path.endsWith('.sh') ? /"([^"]* [^"]*)"/g : /(['"`])((?:(?!\1).)* (?:(?!\1).)*)\1/g);
  return [comment?.[1]?.replace(/`[^`]*`/g, '') ?? '', ...Array.from(quoted, (match) => match.at(-1)!)].join(' | ');
}

if (require.main === module) {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).trim().split('\n');
  for (const file of files.filter((path) => READ.test(path) && !SKIPPED.test(path) && !OWN.has(path))) {
    for (const { line, word, instead } of wordsIn(file, readFileSync(file, 'utf8'))) {
      console.log(`${file}:${line}: "${word}". ${instead}`);
      process.exitCode = 1;
    }
  }
  if (process.exitCode === 1)
    console.log('If a line quotes another program, add a comment with `words:` and the reason to it, or above it.');
}
