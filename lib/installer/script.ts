import { createHash } from 'node:crypto';
import { PROGRAM, TRANSPORT_HEAD, TRANSPORT_TAIL, TRANSPORT_UNINSTALL } from './shell.generated';

/** A document, and the hashes by which the host sees that it is the one that was sent. All may be Terraform expressions. */
export interface SentDocument {
  /** Its lines. */
  readonly lines: readonly string[];
  /** Of the words that are known at synth, 64 hexadecimal digits. */
  readonly fixedSha256: string;
  /** Of the words that Terraform fills in, 64 hexadecimal digits. */
  readonly filledSha256: string;
}

/**
 * What a host is given besides the document: the transport (becomes root, stores what follows in a directory of root's, checks it, runs
 * it, passes the exit code on) and a transaction program.
 *
 * @param program - The program's lines.
 */
export function installerLines(program: readonly string[] = PROGRAM): string[] {
  const text = ['#!/bin/sh', ...program];
  const sha256 = createHash('sha256')
    .update(`${text.join('\n')}\n`)
    .digest('hex');
  return [`program_sha256=${sha256}`, ...TRANSPORT_HEAD, ...text];
}

/** The same for every host and stack. */
export const installerScript: readonly string[] = installerLines();

/** The lines after the document. */
export const installerTail: readonly string[] = TRANSPORT_TAIL;

/**
 * The complete script of a deployment. A shell reads all of it before it runs any of it, because all of it is one command in braces:
 * where the end is missing it is a syntax error.
 *
 * @param document - What is wanted.
 * @param installer - {@link installerScript}, or an expression for it.
 */
export function deploymentScript(document: SentDocument, installer: readonly string[] = installerScript): string[] {
  const { lines, fixedSha256, filledSha256 } = document;
  return ['#!/bin/sh', '{', `fixed_sha256=${fixedSha256}`, `filled_sha256=${filledSha256}`, ...installer, ...lines, ...installerTail];
}

/** A hash of all that runs on a host, 16 hexadecimal digits: changes when, and only when, the programs do. */
export const installerVersion: string = createHash('sha256')
  .update([...installerScript, ...installerTail].join('\n'))
  .digest('hex')
  .slice(0, 16);

/** The lines of an uninstallation after its ids. */
export const uninstallProgram: readonly string[] = TRANSPORT_UNINSTALL;

/**
 * The complete script of an uninstallation. It runs the program that the owner's last deployment left on the host, which acts
 * only while the claim is still `claim`; where there is none it says so and ends with 0.
 *
 * @param ids - Whose deployment: letters, digits and `-`; both may be Terraform expressions, `${self.id}`.
 * @param program - {@link uninstallProgram}, or as Terraform has to read it.
 */
export function uninstallScript(
  ids: { readonly owner: string; readonly claim: string },
  program: readonly string[] = uninstallProgram,
): string[] {
  return ['#!/bin/sh', '{', `owner='${ids.owner}'`, `claim='${ids.claim}'`, ...program];
}
