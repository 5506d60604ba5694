import type { Row } from './matrix';
import type { Step } from './steps';

const CUT_WORDS = { transaction: 'the transaction', session: 'the connection', host: 'the host, then booted' } as const;
const RECOVERY_WORDS = { own: 'by itself', boot: 'at boot', next: 'by the next deployment' } as const;

/** The part of the page on the steps, which `main.sh` has in the same words (test/installer/main.test.ts). */
const STEPS_OF_A_TRANSACTION: readonly string[] = [
  '## Steps of a transaction',
  '',
  'A deployment takes these steps, in this order. Numbers and names are those of `lib/installer/sh/main.sh`. An uninstallation is the',
  'deployment of nothing.',
  '',
  '| Step | What it does | Functions | After a failure or a kill |',
  '| --- | --- | --- | --- |',
  '| 1 | Read the upload | `read_document` | nothing is touched |',
  '| 2 | Lock the host, and undo what an interrupted transaction has left | `take_lock`, `recover_first` | nothing is touched |',
  '| 3 | Read the host | `load_manifest`, `read_host`, `scale_contents`, `find_control_files`, `read_foreign_control_files`, `read_state` | nothing is touched |',
  '| 4 | Plan, and refuse before anything is touched | `plan_host`, `plan_control_files`, `plan_files`, `plan_staging_dirs`, `plan_services`, `refuse_if_problems` | nothing is touched |',
  '| 5 | Save the old files, and arm the recovery | `save_old`, `open_journal`, `keep_originals` | the journal is removed |',
  '| 6 | Stage each new file beside its target | `stage` | what was staged is removed |',
  '| 7 | Validate the files at their final paths, and check that the new definitions boot | `validate`, `check_boots` | what was staged is removed |',
  '| 8 | Mark the host as touched, and stop what is no longer wanted | `mark_touched`, `stop_unwanted`, `disable_unwanted` | rolled back |',
  '| 9 | Swap the files in, and reload systemd | `keep_settings_that_change`, `look_again`, `swap`, `enable_services`, `reload_systemd` | rolled back |',
  '| 10 | Start and restart the services, and wait until they are stable | `start_services`, `give_units_back` | rolled back |',
  '| 11 | Commit, by one rename | `describe_host`, `commit` | rolled back before the rename, kept after it |',
  '| 12 | Have Monit load the new files, and disarm the recovery | `finish_monit`, `close_journal` | kept; Monit is reloaded |',
  '',
];

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
    ...STEPS_OF_A_TRANSACTION,
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
