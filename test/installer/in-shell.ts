import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM } from '../../lib/installer/shell.generated';

/**
 * Runs commands with the functions of the installer's program, without its main: for tests that need no host. `files` are put
 * into $WORK first. Returns all output.
 */
export function inShell(shell: string, commands: string, files: Readonly<Record<string, string>> = {}): string {
  const work = mkdtempSync(join(tmpdir(), 'cdktf-sidekiq-test.'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(work, name), text);
    const functions = PROGRAM.filter((line) => line !== 'main "$@"');
    // Touches nothing outside of $WORK: the state directories are in it.
    const setting = `WORK='${work}'; TOKEN=test; OWNER=none; STATE='${work}/state'; RUN='${work}/run'; export LC_ALL=C`;
    // The program is longer than an argument may be (MAX_ARG_STRLEN).
    writeFileSync(`${work}.sh`, ['CLEAN_ENVIRONMENT=$$', ...functions, setting, commands].join('\n'));
    const { stdout, stderr } = spawnSync(shell, [`${work}.sh`], { encoding: 'utf8' });
    return stdout + stderr;
  } finally {
    for (const path of [work, `${work}.sh`]) rmSync(path, { recursive: true, force: true });
  }
}
