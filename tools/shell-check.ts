/** shellcheck of every shell program as it reaches a host: the transaction with what carries it, and what stays there. Part of `npm run lint`. */
import { spawnSync } from 'node:child_process';
import { deploymentScript, uninstallScript } from '../lib/installer';
import { PROGRAM } from '../lib/installer/shell.generated';
import * as programs from '../lib/programs';

const inShell = Object.entries(programs).filter(([name]) => name !== 'queuesRubyProgram');

const SCRIPTS: Readonly<Record<string, string>> = {
  'the uploaded script': [...deploymentScript({ lines: ['cdktf-sidekiq 1', 'end'], fixedSha256: 'a1', filledSha256: 'b2' }), ''].join('\n'),
  'the program': ['#!/bin/sh', ...PROGRAM, ''].join('\n'),
  'the uninstallation': [...uninstallScript({ owner: 'o', claim: 'c' }), ''].join('\n'),
  ...Object.fromEntries(inShell),
};

if (spawnSync('shellcheck', ['--version']).status !== 0) {
  console.error('shellcheck is not installed: the shell programs are not checked by it');
  process.exit(process.env.CI ? 1 : 0);
}

for (const [name, input] of Object.entries(SCRIPTS)) {
  // SC2016: what root's shell expands stands in single quotes. SC2317: some functions are called by a trap or by name.
  const { stdout, status } = spawnSync('shellcheck', ['--shell=sh', '--exclude=SC2016,SC2317', '-'], { input, encoding: 'utf8' });
  if (status === 0) continue;
  console.error(`${name}:\n${stdout}`);
  process.exitCode = 1;
}
