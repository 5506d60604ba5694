/** Runs shellcheck on every embedded shell program, in the form that reaches a host. Part of `npm run lint`. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedInHead } from './shell-locals';
import { SHELL_SCRIPTS } from './shell-scripts';

/** The reader of a unit's properties is shared: each program uses some of what it sets. */
const SHARED = namedInHead(readFileSync(join(__dirname, '../lib/programs/sh/unit-properties.sh'), 'utf8'), 'Sets');
const isUnused = (line: string): boolean => SHARED.has(/ (\w+) appears unused\..*\[SC2034\]$/.exec(line)?.[1] ?? '');

if (spawnSync('shellcheck', ['--version']).status !== 0) {
  console.error('shellcheck is not installed: the shell programs are not checked by it');
  process.exit(process.env.CI ? 1 : 0);
}

for (const [name, input] of Object.entries(SHELL_SCRIPTS)) {
  // SC2016: root's shell expands text in single quotes. SC2317: a trap calls some functions, or a variable names them.
  const args = ['--shell=dash', '--format=gcc', '--exclude=SC2016,SC2317', '-'];
  const { stdout, stderr, status } = spawnSync('shellcheck', args, { input, encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => line !== '' && !isUnused(line));
  if (status === 0 || (status === 1 && lines.length === 0)) continue;
  console.error(`${name}:\n${lines.join('\n')}${stderr}`);
  process.exitCode = 1;
}
