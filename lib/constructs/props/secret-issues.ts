import type { Secret } from '../../terraform';
import { error, show, warning, type Issue, type Place } from '../../values';

/**
 * Reports a secret from a variable that isn't sensitive: Terraform would print its value in the plan and store it in plaintext.
 *
 * Codes: `secret/not-sensitive`.
 */
export function notSensitiveIssues(place: Place, { source }: Secret): readonly Issue[] {
  if (source.kind !== 'variable' || source.variable.sensitive === true) return [];
  return [
    error('secret/not-sensitive', place, {
      problem: `the variable ${show(source.variable.friendlyUniqueId)} is not sensitive`,
      remedy: 'Set sensitive: true on the TerraformVariable: otherwise Terraform prints the value in the plan and stores it in plaintext.',
    }),
  ];
}

/**
 * Reports a file with a secret that users other than its owner and group can read.
 *
 * Codes: `secret/readable-by-others`.
 */
export function readableSecretIssues(mode: string): readonly Issue[] {
  if ((Number.parseInt(mode, 8) & 0o004) === 0) return [];
  return [
    warning('secret/readable-by-others', ['mode'], {
      problem: `${show(mode)} lets every user on the host read a file with a secret`,
      remedy: `Use '0600', or leave mode out: systemd reads the file as root, regardless of the service’s user.`,
    }),
  ];
}
