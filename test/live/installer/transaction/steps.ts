import { embeddedLines, PROGRAM_FILES, shellText } from '../../../../tools/embed-shell';
import { REPOSITORY } from '../../../hosts/paths';

/** A point where a transaction can be cut off: before a line of one of its functions. */
export interface Step {
  /** `swap:3`: the third line of the function. */
  readonly label: string;
  readonly func: string;
  /** Line that is not run. */
  readonly line: string;
}

/** Functions that change the host; those that only read have no steps. Add the name of a new one here. */
const FUNCTIONS = [
  ...[
    'transact',
    'describe_host',
    'forget_unwanted',
    'open_journal',
    'arm',
    'mark_touched',
    'stage',
    'stop_unwanted',
    'quiet',
    'note_quieted',
    'keep_settings_that_change',
    'keep_stop_settings',
    'disable_unwanted',
    'swap',
    'enable_services',
  ],
  ...[
    'start_services',
    'restart_together',
    'restart_singly',
    'start_again_by_new_settings',
    'forget_stop_settings',
    'commit',
    'write_manifest',
    'finish_monit',
    'note_proof',
    'close_journal',
    'disarm',
    'forget_owner',
    'hand_over',
    'end',
    'tidy',
  ],
  ...['keep_originals', 'keep_generation', 'keep_edits', 'give_units_back', 'prune', 'settle_record', 'leave_halted'],
  ...['check_boots', 'check_boot', 'begin_to_end_trials', 'end_trials'],
  ...['make_directory', 'go_to_staging_dir', 'to_disk', 'clear_staging_dirs', 'remove_directory'],
];
const RECOVERY_FUNCTIONS = [
  'recover_one',
  'roll_back',
  'plan_to_undo',
  'restart_undone',
  'keep_stop_settings',
  'restart_singly',
  'start_again_by_new_settings',
  'forget_stop_settings',
  'swap_back',
  'close_undone',
  'put_back',
  'restore_new_owner',
  'make_directories',
  'start_again',
  'unstage',
];

/** Names the steps to cut off before, one per line; each line is removed when its step is reached. */
export const FAULT_FILE = '/run/cdktf-sidekiq-fault';

/** If it exists, each step that is reached is written into it. */
export const TRACE_FILE = '/run/cdktf-sidekiq-trace';

/**
 * Kills, before the step in the file's first line, the transaction's process, or those of the connection that
 * attends it. A file without a line asks the test to cut the host's power.
 */
const STEP = `step() {
  [ ! -f ${TRACE_FILE} ] || echo "$1" >>${TRACE_FILE}
  if [ -s ${FAULT_FILE} ] && read -r fault whom <${FAULT_FILE} && [ "$fault" = "$1" ]; then
    sed -i 1d ${FAULT_FILE}
    case $whom in
    session) pkill -KILL -f '(program deploy|installer uninstall) '; rm -f ${FAULT_FILE}; return ;;
    transaction) [ -s ${FAULT_FILE} ] || rm -f ${FAULT_FILE} ;;
    esac
    kill -KILL $$
    sleep 60
  fi
}`.split('\n');

/** Returns the program with a cut-off point before each statement of those functions, and the list of these points; `step` cuts. */
export function steppedProgram(step: readonly string[] = STEP): { readonly lines: readonly string[]; readonly steps: readonly Step[] } {
  const source = embeddedLines(PROGRAM_FILES.map((file) => shellText(REPOSITORY, 'lib/installer/sh', file)));
  const lines: string[] = [...step];
  const steps: Step[] = [];
  let func = '';
  let number = 0;
  let before = '';
  let inHere = false;
  for (const line of source) {
    const opened = /^(\w+)\(\) \{$/.exec(line)?.[1];
    if (opened !== undefined) {
      func = opened;
      number = 0;
    } else if (line === '}') {
      func = '';
    } else if ([...FUNCTIONS, ...RECOVERY_FUNCTIONS].includes(func) && !inHere && beginsStatement(before, line)) {
      number += 1;
      const label = `${func}:${number}`;
      steps.push({ label, func, line: line.trim() });
      lines.push(`step ${label}`);
    }
    if (/<<UNIT/.test(line)) inHere = true;
    if (line === 'UNIT') inHere = false;
    lines.push(line);
    before = line;
  }
  return { lines, steps };
}

/** Returns true for a step of undoing a deployment or an uninstall. Some are also steps of a deployment. */
export function isRecovery({ func }: Step): boolean {
  return RECOVERY_FUNCTIONS.includes(func);
}

/** Returns true for a step of a deployment or an uninstall itself. */
export function isForward({ func }: Step): boolean {
  return FUNCTIONS.includes(func);
}

/** Checks whether a line of a shell program, after another one, begins a command. */
export function beginsStatement(before: string, line: string): boolean {
  if (/(\\|&&|\|\||\||\bin)$/.test(before.trim())) return false;
  // A declaration changes nothing on the host.
  if (/^\s*local /.test(line)) return false;
  // In a `case`, a pattern may begin here; and no command can be inserted in the middle of a compound command.
  return !/^\s*(done|fi|esac|then|else|elif|do|;;|\}|[^ ]*\)( |$)|UNIT|\S+ \| .*\)$)/.test(line) && !/^\s*\S+(\s\|\s\S+)*\)\s/.test(line);
}
