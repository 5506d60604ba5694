import { deploymentScript, uninstallScript } from '../lib/installer';
import { PROGRAM } from '../lib/installer/shell.generated';
import * as programs from '../lib/programs';

const staying = Object.entries(programs).filter(([name]) => name !== 'queuesRubyProgram');

/** Every shell program as it reaches a host, by name: the transaction with the script that carries it, and the programs that stay there. */
export const SHELL_SCRIPTS: Readonly<Record<string, string>> = {
  'the uploaded script': [...deploymentScript({ lines: ['cdktf-sidekiq 1', 'end'], fixedSha256: 'a1', filledSha256: 'b2' }), ''].join('\n'),
  'the program': ['#!/bin/sh', ...PROGRAM, ''].join('\n'),
  'the uninstallation': [...uninstallScript({ owner: 'o', claim: 'c' }), ''].join('\n'),
  ...Object.fromEntries(staying),
};
