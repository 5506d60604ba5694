/** Runs shellcheck on every embedded shell program, in the form that reaches a host. Part of `npm run lint`. */
import { spawnSync } from 'node:child_process';
import { SHELL_SCRIPTS } from './shell-scripts';

if (spawnSync('shellcheck', ['--version']).status !== 0) {
  console.error('shellcheck is not installed: the shell programs are not checked by it');
  process.exit(process.env.CI ? 1 : 0);
}

for (const [name, input] of Object.entries(SHELL_SCRIPTS)) {
  // SC2016: root's shell expands text in single quotes. SC2317: a trap calls some functions, or a variable names them.
  const { stdout, status } = spawnSync('shellcheck', ['--shell=dash', '--exclude=SC2016,SC2317', '-'], { input, encoding: 'utf8' });
  if (status === 0) continue;
  console.error(`${name}:\n${stdout}`);
  process.exitCode = 1;
}
