import type { Row } from './matrix';
import type { Step } from './steps';

const CUT_WORDS = { transaction: 'the transaction', session: 'the connection', host: 'the host, then booted' } as const;
const RECOVERY_WORDS = { own: 'by itself', boot: 'at boot', next: 'by the next deployment' } as const;

/** The page that the whole matrix writes. */
export function reliabilityPage(rows: readonly Row[], missed: readonly Step[]): string {
  const count = (keep: (row: Row) => boolean): number => rows.filter(keep).length;
  const scenarios = [...new Set(rows.map(({ scenario }) => scenario))];
  return [
    '# Interrupted transactions',
    '',
    `Made by \`npm run test:faults\` on Debian 12: ${rows.length} transactions, each killed (SIGKILL) before one line of its programs. Afterwards`,
    'the files (content, modes, owners), the enabled units, and the configuration that systemd and Monit have loaded were compared with the',
    'host before the transaction and with the host after an uninterrupted one. Nothing may be left behind in either case.',
    '',
    'A killed process loses nothing that the kernel still holds in memory. A power cut does: see [power cuts](reliability-power.md).',
    '',
    '| Transaction | Killed | Times | As before | As after | Mixed | Recovered |',
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
    'Each row has the line that was not run, and the state of the host afterwards (killed: transaction / connection / host).',
    '',
    ...scenarios.flatMap((scenario) => [
      `### ${scenario[0]!.toUpperCase()}${scenario.slice(1)}`,
      '',
      '| Before | Line | Outcome |',
      '| --- | --- | --- |',
      ...stepsOf(rows.filter((row) => row.scenario === scenario)),
      '',
    ]),
    '## Not reached',
    '',
    'Lines that none of these transactions reaches. They belong to failures with tests of their own.',
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

/** In a table, a bar would end the cell, even within code. */
function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replaceAll('|', '\\|')}${fence}`;
}
