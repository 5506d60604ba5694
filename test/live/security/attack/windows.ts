import { LOOK_AT_THE_END } from './pauses';
import { SECRET, SHARED } from './scene';

/** A part of the transaction in which root works where the application's user can change names. */
export interface Window {
  readonly name: string;
  /** Functions in which root pauses. */
  readonly functions: readonly string[];
  /** Commands that lead there, without a pause. */
  readonly before?: readonly string[];
  /** Commands that are attacked. */
  readonly commands: readonly string[];
  /** Tricks of the attacker; see attacker.pl. */
  readonly tricks: readonly string[];
  /** True if the deployment that leads there must fail. */
  readonly failing?: boolean;
}

const ENTERING = ['reach', 'go_to'];
/** Functions that every part of a deployment uses: they don't identify the part. */
const SHARED_FUNCTIONS = [...ENTERING, 'learn', 'is_own', 'only_root_changes'];
const DIRECTORY_TRICKS = ['directory', 'nothing', 'directory-pipe', 'storm', 'inner-link'];
const FILE_TRICKS = ['file-link', 'file-hard-link', 'file-pipe', 'file-socket', 'file-directory'];
const STAGING_TRICKS = ['staging-link', 'staging-directory'];

/** Windows of the installer's program, by root's activity in each. */
export const WINDOWS: readonly Window[] = [
  {
    name: 'look',
    functions: ['look_at_files', 'learn', 'is_own', 'take', ...ENTERING],
    commands: ['look_at_files "$WORK/want.paths" "$WORK/old.paths"'],
    tricks: [...DIRECTORY_TRICKS, ...FILE_TRICKS],
  },
  {
    name: 'save',
    functions: ['save_old', 'copy_if_there', 'copy_old', ...ENTERING],
    commands: ['save_old'],
    tricks: [...DIRECTORY_TRICKS, ...FILE_TRICKS],
  },
  {
    name: 'make directories',
    functions: ['make_directories', 'make_directory', 'remove_directory', ...ENTERING],
    commands: [`make_directories ${SHARED}/made/deep`, `remove_directory ${SHARED}/made/deep`, `remove_directory ${SHARED}/made`],
    tricks: [...DIRECTORY_TRICKS, ...STAGING_TRICKS],
  },
  {
    name: 'stage',
    functions: ['stage', 'stage_file', 'go_to_staging_dir', 'remove_staging_dir', 'install_file', ...ENTERING],
    commands: ['stage'],
    tricks: [...DIRECTORY_TRICKS, ...STAGING_TRICKS],
  },
  {
    name: 'preview',
    functions: ['preview', 'show_directory', 'show_programs', 'is_own', 'learn', ...ENTERING],
    before: ['cp "$WORK/want.files" "$WORK/all.files"'],
    commands: ['preview'],
    tricks: ['programs', 'storm-programs', 'directory'],
  },
  {
    name: 'swap',
    functions: ['swap', 'swap_in', 'take_away', 'go_to_staging_dir', ...ENTERING],
    before: ['stage'],
    commands: ['swap'],
    tricks: [...DIRECTORY_TRICKS, ...STAGING_TRICKS, ...FILE_TRICKS],
  },
  {
    name: 'write out',
    functions: ['write_out', 'is_own', 'only_root_changes', 'learn', ...ENTERING],
    before: ['stage', 'swap'],
    commands: [`write_out "$WORK" ${SHARED} ${SHARED}/made ${SHARED}/gone`],
    tricks: [...DIRECTORY_TRICKS, ...FILE_TRICKS],
  },
  {
    name: 'put back',
    functions: ['swap_back', 'put_back', 'as_saved', 'take', 'take_away', 'go_to_staging_dir', 'make_directories', ...ENTERING],
    before: ['save_old', 'stage', 'swap'],
    commands: ['swap_back'],
    tricks: [...DIRECTORY_TRICKS, ...STAGING_TRICKS, ...FILE_TRICKS],
    failing: true,
  },
  {
    name: 'clean up',
    functions: ['clear_staging_dirs', 'remove_staging_dir', 'keep_dirs', 'is_directory', 'remove_directory', ...ENTERING],
    before: ['stage'],
    commands: ['clear_staging_dirs', 'keep_dirs'],
    tricks: [...DIRECTORY_TRICKS, ...STAGING_TRICKS],
  },
];

/** A window for its mutant. */
export function forMutant(window: Window, tricks: readonly string[] | undefined): Window {
  return tricks === undefined ? window : { ...window, tricks };
}

/** Functions in which a whole deployment pauses. */
export function ownFunctions({ functions }: Window): readonly string[] {
  return functions.filter((name) => !SHARED_FUNCTIONS.includes(name));
}

/** Files that an operator's `diff` reads: it prints its findings, so it must read only the deployed files. */
export const DIFF: Window = {
  name: 'diff',
  functions: ['export_host', 'look_at_files', 'lookup_path', 'take_from', 'take', ...ENTERING],
  before: ['UNPACKED=$WORK'],
  commands: ['export_host'],
  tricks: ['directory', 'file-link', 'file-pipe', 'storm'],
};

/** Sets up the tables of a transaction in the shared directory: two files are written, one is removed, a directory is made. */
const TABLES: readonly string[] = [
  'umask 077',
  'export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C',
  'WORK=$(mktemp -d /run/attacked.XXXXXXXXXX) TOKEN=${WORK##*.} RUNNING=deploy OWNER=attacked MONIT_NEEDED=no',
  'STATE=$WORK/state RUN=$WORK/run MANIFEST=$WORK/manifest',
  'for table in out made.dirs plan.dirs old.dirs others.dirs inherited problems old.paths old.files verify.units verify.users; do : >"$WORK/$table"; done',
  `echo LEVEL=2 >"$WORK/text.a"; echo "KEY=${SECRET} staged" >"$WORK/text.s"`,
  `echo "0644 deploy deploy a ${SHARED}/app.env" >"$WORK/plan.write"; echo "0600 root root s ${SHARED}/secret.env" >>"$WORK/plan.write"`,
  `echo ${SHARED}/gone.env >"$WORK/plan.remove"`,
  `echo "0644 deploy deploy plain a ${SHARED}/app.env" >"$WORK/want.files"; echo "0600 root root plain s ${SHARED}/secret.env" >>"$WORK/want.files"`,
  `printf '%s\\n' ${SHARED}/app.env ${SHARED}/secret.env >"$WORK/want.paths"`,
  `echo ${SHARED} >"$WORK/plan.desks"; echo ${SHARED}/made >"$WORK/plan.dirs"; echo ${SHARED}/made >"$WORK/made.dirs"`,
];

/** Returns a program that runs one window once; it pauses from `commands` on. */
export function windowProgram(functions: readonly string[], { before = [], commands }: Window, attack: string): string {
  return ['CLEAN_ENVIRONMENT=$$', ...functions, ...TABLES, ...before, `echo 0 >${attack}/count`, ...commands, LOOK_AT_THE_END, ''].join(
    '\n',
  );
}
