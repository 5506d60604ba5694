/** The catalogue of issues, docs/issues.md, generated from the mistakes of test/errors. */
import { mistakes, reasons as reasonsOfMistakes, type Mistake } from '../../test/errors/mistakes';
import { AREAS } from './areas';
import { raise, type Library, type Raised } from '../../test/errors/raise';

/** Command that generates the page. */
export const COMMAND = 'npx tsx tools/issue-catalogue/main.ts';

/** A code, and the first message that has it. */
interface Entry {
  readonly code: string;
  readonly message: string;
  readonly severities: Set<string>;
}

/**
 * Returns the text of the page.
 *
 * @param raised issues of each mistake, if they were already raised
 */
export function cataloguePage(
  lib: Library,
  codes: readonly string[],
  raised: (mistake: Mistake) => Raised = (mistake) => raise(lib, mistake, { synthesize: false }),
): string {
  const entries = entriesOf(raised);
  const reasons = reasonsOf(lib);
  const missing = codes.filter((code) => !entries.has(code) || reasons[code] === undefined);
  if (missing.length > 0) throw new Error(`test/errors/mistakes has no mistake, or no reason, for ${missing.join(', ')}`);
  const sections = Object.entries(AREAS).map(([area, title]) => {
    const own = codes.filter((code) => code.startsWith(`${area}/`));
    return [`## ${title}`, ...own.map((code) => section(entries.get(code)!, reasons[code]!))].join('\n\n');
  });
  return `${HEAD}\n${indexOf(codes)}\n\n${sections.join('\n\n')}\n`;
}

const HEAD = `# Issues

<!-- Made by \`${COMMAND}\` from test/errors/mistakes. Do not edit. -->

Constructors never throw. What is wrong is an issue, and all issues are reported together at synth. An **error** stops the synthesis, a
**warning** is likely to cause trouble in production, an **info** is a consequence of a choice. Codes are stable, so tests may ask for them:
see [testing](guides/testing.md).

Each message names the construct and the property, shows what is wrong with the value, and ends with what to do. The messages below are
real ones.

## Codes by their first word
`;

/** One line for each first word: \`bad\`, and the codes that begin with it. */
function indexOf(codes: readonly string[]): string {
  const firstWord = (code: string): string => code.slice(code.indexOf('/') + 1).split('-')[0]!;
  return [...new Set(codes.map(firstWord))]
    .sort()
    .map((word) => [word, codes.filter((code) => firstWord(code) === word)] as const)
    .map(([word, found]) => `- ${word}: ${found.map((code) => `[${code}](#${code.replace('/', '')})`).join(', ')}`)
    .join('\n');
}

/** Reasons by code: a rule about a unit file or a control file has its own. */
export function reasonsOf({ systemd, monit }: Library): Readonly<Record<string, string>> {
  const rules = [...systemd.LINT_RULES, ...monit.LINT_RULES].map(({ code, reason }) => [code, reason] as const);
  const twice = rules.find(([code]) => code in reasonsOfMistakes);
  if (twice !== undefined) throw new Error(`${twice[0]} has a reason in its rule, and one in test/errors/mistakes.`);
  return { ...reasonsOfMistakes, ...Object.fromEntries(rules) };
}

function section({ code, message, severities }: Entry, reason: string): string {
  return [`### ${code}`, `**${[...severities].sort().join(' or ')}** · ${reason}`, codeSpan(message)].join('\n\n');
}

/** Formats a code span whose fence is longer than any run of backticks in the message, which begins and ends with a bracket. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${text}${fence}`;
}

function entriesOf(raised: (mistake: Mistake) => Raised): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const mistake of mistakes) {
    const { issues, lines } = raised(mistake);
    issues.forEach((issue, index) => {
      const { code } = issue;
      const line = lines[index]!;
      const entry = entries.get(code) ?? { code, message: line.slice(line.indexOf(' ') + 1), severities: new Set<string>() };
      entries.set(code, entry);
      entry.severities.add(issue.severity);
    });
  }
  return entries;
}
