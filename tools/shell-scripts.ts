import { resolve } from 'node:path';
import { deploymentScript, uninstallScript } from '../lib/installer';
import * as installer from '../lib/installer/shell.generated';
import * as programs from '../lib/programs/shell.generated';
import { MODULES, shellFiles } from './embed-shell';
import { commandsOf, quotedProgram } from './shell-words';

const LINES: Readonly<Record<string, readonly string[]>> = { ...installer, ...programs };

const text = (lines: readonly string[]): string => [...lines, ''].join('\n');

const UPLOADED = text(deploymentScript({ lines: ['cdktf-sidekiq 1', 'end'], fixedSha256: 'a1', filledSha256: 'b2' }));

/** Scripts that reach a host in a special form, by the constant that is embedded. All others are programs with their first line. */
const FORMS: Readonly<Record<string, readonly [name: string, text: string]>> = {
  TRANSPORT_HEAD: ['the uploaded script', UPLOADED],
  TRANSPORT_TAIL: ['the uploaded script', UPLOADED],
  TRANSPORT_UNINSTALL: ['the uninstallation', text(uninstallScript({ owner: 'o', claim: 'c' }))],
  PROGRAM: ['the program', text(['#!/bin/sh', ...installer.PROGRAM])],
};

const embedded = MODULES.flatMap(({ embeddings }) => embeddings)
  .filter(({ files }) => files.every((file) => file.endsWith('.sh')))
  .map(({ constant }) => FORMS[constant] ?? ([constant, text(LINES[constant]!)] as const));

/** Part that root's shell runs of a script that the login user's shell reads. */
const quoted = shellFiles(resolve(__dirname, '..')).flatMap(({ file, text: whole }) =>
  commandsOf(whole).flatMap((command) => {
    const program = quotedProgram(command);
    return program === undefined ? [] : [[`sh -c of ${file}`, program.text] as const];
  }),
);

/** Every shell program that is embedded, whole as it reaches a host, by name. */
export const SHELL_SCRIPTS: Readonly<Record<string, string>> = Object.fromEntries([...embedded, ...quoted]);
