import { PROGRAM } from '../../../../lib/installer/shell.generated';
import type { Attack } from './suite';
import type { Mutant } from './pauses';

/** Enters a directory by its name, without a check of its target. */
const ENTERS_BY_NAME: Mutant = { go_to: ['REACHED=$1', 'cd -- "$1"'] };

/** Works in a directory that others may have put there. */
const TRUSTS_STAGING: Mutant = {
  go_to_staging_dir: [
    'go_to "$1" || return',
    '[ -d "./.cdktf-sidekiq-$TOKEN" ] || mkdir -- "./.cdktf-sidekiq-$TOKEN"',
    'cd -- "./.cdktf-sidekiq-$TOKEN"',
  ],
};

/** The preview before the fix: it mounted over the directories of others, by name. */
export const OLD_PREVIEW: Mutant = {
  preview: [
    'mkdir "$WORK/view" "$WORK/real"',
    'old_number=0',
    'while IFS= read -r directory; do',
    '  show_directory "$directory" "$old_number"',
    '  old_number=$((old_number + 1))',
    'done <"$WORK/plan.desks"',
    '[ ! -d /var/lib/monit ] || mount -t tmpfs -o mode=0700 tmpfs /var/lib/monit',
    'timeout -k 2 10 true',
    ': >"$WORK/previewed"',
  ],
  show_directory: [
    'view=$WORK/view/$2',
    'mkdir -m 0755 "$view" "$WORK/real/$2"',
    'mount --bind -- "$1" "$WORK/real/$2"',
    'find "$WORK/real/$2" -mindepth 1 -maxdepth 1 -exec ln -s -t "$view" -- {} +',
    'mount --rbind -- "$view" "$1"',
  ],
};

/** Reads by name, whatever the type of the file; only with a time limit. */
const READS_BY_NAME: Mutant = { take: ['timeout 5 cat -- "./$1" >"$2"'] };

/** Prints the target of a name. */
const WRITES_OUT_BY_NAME: Mutant = { write_out: ['for place in "$@"; do sync -f -- "$place"; done'] };

/** Follows every link, and enters by name. */
export const FOLLOWS_LINKS: Mutant = { go_to: ['cd -P -- "$1" || return', 'REACHED=$PWD'], reach: ['REACHED=$1'] };

/** Enters a directory where the application's user has mounted something. */
export const ENTERS_NAMESPACES: Mutant = {
  go_to: ['REACHED=$1', 'cd -- "/proc/$(pgrep -n -u deploy -f attack/mounted)/root$1" 2>>"$WORK/out" || cd -- "$1"'],
};

/** Prints untrusted text unchanged. */
export const PRINTS_RAW: Mutant = { printable: ['PRINTABLE=$1'], strip: ['cat'] };

/** Prints names made by others unchanged. */
export const PRINTS_NAMES: Mutant = { ...PRINTS_RAW, write_out: ['ls -A /opt/app/shared >&7'] };

/** Prints the output of a service without a limit. */
export const PRINTS_ALL: Mutant = {
  ...PRINTS_RAW,
  report_lines: ['while IFS= read -r line; do report "    $line"; done'],
  last_message: ['journalctl -q --no-pager -o cat -n 60 "$@"'],
};

/** Lists everything that it might remove at once. */
export const REMOVES_BY_PATTERN: Mutant = { remove_staging_dir: ['rm -rf -- ./.cdktf-sidekiq-*'] };

const enters = { name: 'enters by name', change: ENTERS_BY_NAME, tries: 300, tricks: ['directory'] };
const reads = { name: 'reads by name', change: READS_BY_NAME, tries: 300, tricks: ['file-link'] };
const trusts = { name: 'trusts its staging directory', change: TRUSTS_STAGING, tries: 300, tricks: ['staging-link', 'staging-directory'] };

/** A mutant of a window, and the tricks that succeed against it: the others needn't be tried. */
interface WindowMutant extends NonNullable<Attack<Mutant>['mutant']> {
  readonly tricks: readonly string[];
}

/** For each window, the program without its protection. */
export const MUTANTS: Readonly<Record<string, WindowMutant>> = {
  look: reads,
  save: enters,
  'make directories': enters,
  stage: trusts,
  preview: { name: 'mounts over directories of others', change: OLD_PREVIEW, tries: 300, tricks: ['programs'] },
  swap: enters,
  'write out': { name: 'writes out by name', change: WRITES_OUT_BY_NAME, tries: 300, tricks: ['directory'] },
  'put back': enters,
  'clean up': enters,
  diff: reads,
};

/** A change to a script that is uploaded. */
export type ScriptMutant = (script: string) => string;

/** The unchanged script. */
export const unchanged: ScriptMutant = (script) => script;

/** Replaces a part of a script, which must exist. */
export function without(part: string, instead: string): ScriptMutant {
  return (script) => {
    if (!script.includes(part)) throw new Error(`the script has no ${JSON.stringify(part)}: the mutant changes nothing`);
    return script.replace(part, () => instead);
  };
}

/** Doesn't check the directory of the script. */
export const TRUSTS_ITS_DIRECTORY = without('\nrefuse_unless_private\n', '\nSCRIPT=${0##*/}; cd -P -- "${0%/*}" || exit 1\n');

/** The program, with the inherited environment. */
export const PROGRAM_KEEPS_ENVIRONMENT: readonly string[] = PROGRAM.map((line) =>
  line === 'if [ "${CLEAN_ENVIRONMENT-}" != "$$" ]; then' ? 'if false; then' : line,
);

/** Uses the upload unchecked. */
export const TRUSTS_THE_UPLOAD = without('sha256sum --check --status "$WORK/sums" 2>/dev/null ||', 'true ||');

/** Runs line by line, as it is read. */
export const RUNS_LINE_BY_LINE: ScriptMutant = (script) => without('#!/bin/sh\n{\n', '#!/bin/sh\n')(script).replace(/\}\n$/, '');

/** Runs line by line, and doesn't compare its document. */
export const RUNS_WHAT_CAME: ScriptMutant = (script) => TRUSTS_THE_UPLOAD(RUNS_LINE_BY_LINE(script));

/** Passes the upload to sudo's standard input. */
export const UPLOADS_BY_STANDARD_INPUT: ScriptMutant = (script) =>
  without('upload=/proc/$1/fd/3', 'upload=/dev/stdin')(without(" 3<<'CDKTF", " <<'CDKTF")(script));

/** Keeps the inherited environment. */
export const KEEPS_ITS_ENVIRONMENT: ScriptMutant = (script) =>
  without(
    '  set -- /usr/bin/env -i "PATH=$PATH" LC_ALL=C TERM=dumb "$@"\n',
    '',
  )(without('\nPATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n', '\n')(script));

/** Treats the stored part of the upload as complete. */
export const TRUSTS_RUN = without('<"$upload" 2>/dev/null || refuse "/run is full, or cannot be written to"', '<"$upload" 2>/dev/null');
