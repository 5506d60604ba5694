import { resolve } from 'node:path';
import { deploymentScript, uninstallScript } from '../lib/installer';
import * as installer from '../lib/installer/shell.generated';
import * as programs from '../lib/programs/shell.generated';
import { MODULES, shellFiles } from './embed-shell';
import { commandsOf, quotedProgram } from './shell-words';

const LINES: Readonly<Record<string, readonly string[]>> = { ...installer, ...programs };

const text = (lines: readonly string[]): string => [...lines, ''].join('\n');

const UPLOADED = text(deploymentScript({ lines: ['cdktf-sidekiq 1', 'end'], fixedSha256: 'a1', filledSha256: 'b2' }));

/** Parts that reach a host in a form of their own, by the constant that is embedded. The others are programs with their first line. */
const FORMS: Readonly<Record<string, readonly [name: string, text: string]>> = {
  TRANSPORT_HEAD: ['the uploaded script', UPLOADED],
  TRANSPORT_TAIL: ['the uploaded script', UPLOADED],
  TRANSPORT_UNINSTALL: ['the uninstallation', text(uninstallScript({ owner: 'o', claim: 'c' }))],
  PROGRAM: ['the program', text(['#!/bin/sh', ...installer.PROGRAM])],
};

const embedded = MODULES.flatMap(({ embeddings }) => embeddings)
  .filter(({ files }) => files.every((file) => file.endsWith('.sh')))
  .map(({ constant }) => FORMS[constant] ?? ([constant, text(LINES[constant]!)] as const));

/** The part of a script that root's shell runs, after the login user's shell has read it. */
const quoted = shellFiles(resolve(__dirname, '..')).flatMap(({ file, text: whole }) =>
  commandsOf(whole).flatMap((command) => {
    const program = quotedProgram(command);
    return program === undefined ? [] : [[`sh -c of ${file}`, program.text] as const];
  }),
);

/** Returns every embedded shell program by name, whole as it reaches a host. */
export const SHELL_SCRIPTS: Readonly<Record<string, string>> = Object.fromEntries([...embedded, ...quoted]);
