import { createHash } from 'node:crypto';
import { PROGRAM, TRANSPORT_HEAD, TRANSPORT_TAIL, TRANSPORT_UNINSTALL } from './shell.generated';

/**
 * The constant head of every deployment's script: the transport (becomes root, stores what follows in a directory of root's,
 * runs it, passes the exit code on) and the transaction program. The document and {@link installerTail} follow.
 */
export const installerScript: readonly string[] = [...TRANSPORT_HEAD, '#!/bin/sh', ...PROGRAM];

/** The lines after the document. */
export const installerTail: readonly string[] = TRANSPORT_TAIL;

/** A hash of all that runs on a host, 16 hexadecimal digits: changes when, and only when, the programs do. */
export const installerVersion: string = createHash('sha256')
  .update([...installerScript, ...installerTail].join('\n'))
  .digest('hex')
  .slice(0, 16);

/**
 * The complete script of an uninstallation. It runs the program that the owner's last deployment left on the host, which acts
 * only while the claim is still `claim`; where there is none it says so and ends with 0. Both ids may be Terraform
 * expressions, `${self.id}`; their values are letters, digits and `-`.
 */
export function uninstallScript(ids: { readonly owner: string; readonly claim: string }): string[] {
  const [shebang, ...rest] = TRANSPORT_UNINSTALL;
  return [shebang!, `owner='${ids.owner}'`, `claim='${ids.claim}'`, ...rest];
}
