import type { Row } from './matrix';
import type { Step } from './steps';

const CUT_WORDS = { transaction: 'the transaction', session: 'the connection', host: 'the host, then booted' } as const;
const RECOVERY_WORDS = { own: 'by itself', boot: 'at boot', next: 'by the next deployment' } as const;

/** The page that the whole matrix writes. */
export function reliabilityPage(rows: readonly Row[], missed: readonly Step[]): string {
  const count = (keep: (row: Row) => boolean): number => rows.filter(keep).length;
  const scenarios = [...new Set(rows.map(({ scenario }) => scenario))];
  return [
    '# Where a transaction may be cut off',
    '',
    `Made by \`npm run test:faults\` on Debian 12: ${rows.length} transactions, each killed (SIGKILL) before one line of its programs. Afterwards`,
    'the files (bytes, modes, owners), what is enabled, and what systemd and Monit have loaded were compared with the host before the',
    'transaction and with the host after one that was left alone. Nothing may be left behind in either case.',
    '',
    'Killed processes lose nothing that the kernel still has in memory. A power cut does: [that is tried apart](reliability-power.md).',
    '',
    '| Transaction | Killed | Times | As before | As after | Mixed | Brought back |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...scenarios.flatMap((scenario) =>
      (['transaction', 'session', 'host'] as const).map((cut) => {
        const here = rows.filter((row) => row.scenario === scenario && row.cut === cut);
        const states = (['old', 'new', 'neither'] as const).map((state) => here.filter((row) => row.state === state).length);
        const recoveries = [...new Set(here.map(({ recovery }) => RECOVERY_WORDS[recovery]))].join(', ');
        return `| ${scenario} | ${CUT_WORDS[cut]} | ${here.length} | ${states.join(' | ')} | ${recoveries} |`;
      }),
    ),
    '',
    `${count(({ state }) => state === 'neither')} of ${rows.length} ended mixed.`,
    '',
    '## Every step',
    '',
    'The line that did not come to be run, and what the host was afterwards (killed: transaction / connection / host).',
    '',
    ...scenarios.flatMap((scenario) => [
      `### ${scenario[0]!.toUpperCase()}${scenario.slice(1)}`,
      '',
      '| Before | Line | Outcome |',
      '| --- | --- | --- |',
      ...stepsOf(rows.filter((row) => row.scenario === scenario)),
      '',
    ]),
    '## Not met',
    '',
    'Lines that none of these transactions comes by: they belong to failures of their own.',
    '',
    ...missed.map(({ label, line }) => `- \`${label}\` ${code(line)}`),
    '',
  ].join('\n');
}

function stepsOf(rows: readonly Row[]): string[] {
  return [...new Map(rows.map(({ step }) => [step.label, step])).values()].map(({ label, line }) => {
    const outcome = (['transaction', 'session', 'host'] as const)
      .map((cut) => rows.find((row) => row.step.label === label && row.cut === cut)?.state ?? '-')
      .join(' / ');
    return `| \`${label}\` | ${code(line.length > 60 ? `${line.slice(0, 57)}...` : line)} | ${outcome} |`;
  });
}

/** In a table a bar would end the cell, also within code. */
function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replaceAll('|', '\\|')}${fence}`;
}
