import { createHash } from 'node:crypto';
import { PROGRAM, TRANSPORT_HEAD, TRANSPORT_TAIL, TRANSPORT_UNINSTALL } from './shell.generated';

/** A document, and the hashes by which the host checks that it is the one that was sent. All may be Terraform expressions. */
export interface SentDocument {
  /** Lines of the document. */
  readonly lines: readonly string[];
  /** Hash of the words that are known at synth, 64 hexadecimal digits. */
  readonly fixedSha256: string;
  /** Hash of the words that Terraform fills in, 64 hexadecimal digits. */
  readonly filledSha256: string;
}

/**
 * Returns the lines that a host gets in addition to the document: the transport and a transaction program. The transport becomes
 * root, stores what follows in a directory that belongs to root, checks it, runs it, and passes the exit code on.
 *
 * @param program lines of the program
 */
export function installerLines(program: readonly string[] = PROGRAM): string[] {
  const text = ['#!/bin/sh', ...program];
  const sha256 = createHash('sha256')
    .update(`${text.join('\n')}\n`)
    .digest('hex');
  return [`program_sha256=${sha256}`, ...TRANSPORT_HEAD, ...text];
}

/** Identical for every host and stack. */
export const installerScript: readonly string[] = installerLines();

/** Lines after the document. */
export const installerTail: readonly string[] = TRANSPORT_TAIL;

/**
 * Returns the complete script of a deployment. It's a single command in braces, so a shell reads all of it before it runs any of
 * it; if the end is missing, it's a syntax error.
 *
 * @param document wanted state of the host
 * @param installer {@link installerScript}, or an expression for it
 */
export function deploymentScript(document: SentDocument, installer: readonly string[] = installerScript): string[] {
  const { lines, fixedSha256, filledSha256 } = document;
  return ['#!/bin/sh', '{', `fixed_sha256=${fixedSha256}`, `filled_sha256=${filledSha256}`, ...installer, ...lines, ...installerTail];
}

/** Hash of everything that runs on a host, 16 hexadecimal digits. It changes if, and only if, the programs change. */
export const installerVersion: string = createHash('sha256')
  .update([...installerScript, ...installerTail].join('\n'))
  .digest('hex')
  .slice(0, 16);

/** Lines of an uninstall script after its ids. */
export const uninstallProgram: readonly string[] = TRANSPORT_UNINSTALL;

/**
 * Returns the complete script of an uninstall. It runs the program that the owner's last deployment left on the host, which acts
 * only while the claim is still `claim`. If there is no such program, the script prints that and exits with 0.
 *
 * @param ids owner and claim of the deployment: letters, digits and `-`; both may be Terraform expressions, such as `${self.id}`
 * @param program {@link uninstallProgram}, or the same as Terraform template text
 */
export function uninstallScript(
  ids: { readonly owner: string; readonly claim: string },
  program: readonly string[] = uninstallProgram,
): string[] {
  return ['#!/bin/sh', '{', `owner='${ids.owner}'`, `claim='${ids.claim}'`, ...program];
}
