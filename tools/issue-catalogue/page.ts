/** The catalogue of issues: docs/issues.md, made of the mistakes of test/errors. */
import { mistakes, reasons as reasonsOfMistakes, type Mistake } from '../../test/errors/mistakes';
import { raise, type Library, type Raised, type RaisedIssue } from '../../test/errors/raise';

/** How the page is made again. */
export const COMMAND = 'npx tsx tools/issue-catalogue/main.ts';

/** A code, and the mistakes at which it is raised. */
interface Entry {
  readonly code: string;
  readonly first: RaisedIssue;
  readonly line: string;
  readonly severities: Set<string>;
  readonly mistakes: Set<string>;
}

const ROOMS: Readonly<Record<string, string>> = {
  terraform: 'Hosts, and how they are reached',
  bundle: 'What constructs of one host both want',
  constructs: 'Constructs and their properties',
  ruby: 'Ruby',
  sidekiq: 'Sidekiq',
  systemd: 'Unit files',
  monit: 'Control files of Monit',
};

/**
 * The text of the page.
 *
 * @param raised what each mistake raises, where they were made before
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
  const sections = Object.entries(ROOMS).map(([room, title]) => {
    const own = codes.filter((code) => code.startsWith(`${room}/`));
    return [`## ${title}`, ...own.map((code) => section(entries.get(code)!, reasons[code]!))].join('\n\n');
  });
  return `${HEAD}\n${sections.join('\n\n')}\n`;
}

const HEAD = `# Issues

<!-- Made by \`${COMMAND}\` from test/errors/mistakes. Do not edit. -->

What is wrong is never thrown by a constructor: it is an issue, told with all others when the stack is synthesized. An
**error** stops the synthesis, a **warning** names what will bite in production, an **info** a consequence of what was
chosen. Codes are stable: a test may ask for one, see [testing](guides/testing.md).

Each message has the path of the construct, the property, what was got, what was expected and what to do. Those below are
real ones.
`;

/** Why each code matters, by code: a rule about a unit file or a control file says it itself. */
export function reasonsOf({ systemd, monit }: Library): Readonly<Record<string, string>> {
  const rules = [...systemd.LINT_RULES, ...monit.LINT_RULES];
  return { ...reasonsOfMistakes, ...Object.fromEntries(rules.map(({ code, reason }) => [code, reason])) };
}

function section({ code, first, line, severities, mistakes: raising }: Entry, reason: string): string {
  const [example, ...others] = raising;
  return [
    `### ${code}`,
    `**${[...severities].sort().join(' or ')}** · ${reason}`,
    `For example, ${example!}:`,
    `\`\`\`text\n${line.slice(line.indexOf(' ') + 1)}\n\`\`\``,
    `What to do: ${first.remedy}`,
    ...(others.length === 0 ? [] : [`Also at: ${others.join('; ')}.`]),
  ].join('\n\n');
}

function entriesOf(raised: (mistake: Mistake) => Raised): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const mistake of mistakes) {
    const { issues, lines } = raised(mistake);
    issues.forEach((issue, index) => {
      const { code } = issue;
      const entry = entries.get(code) ?? { code, first: issue, line: lines[index]!, severities: new Set(), mistakes: new Set() };
      entries.set(code, entry);
      entry.severities.add(issue.severity);
      entry.mistakes.add(mistake.mistake);
    });
  }
  return entries;
}
