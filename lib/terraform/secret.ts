import type { TerraformVariable } from 'cdktf';

/** Where a secret comes from, as data. */
export type SecretSource =
  | {
      /** A file that is on the host already. */
      readonly kind: 'hostFile';
      /** Its path there. */
      readonly path: string;
    }
  | {
      /** A sensitive variable. */
      readonly kind: 'variable';
      /** The variable. */
      readonly variable: TerraformVariable;
    };

/**
 * A value that must not be read by others: it appears neither in the synthesized JSON nor in the plan's output.
 */
export class Secret {
  /**
   * A file that is already on the host, put there by whoever manages secrets: it never passes through Terraform.
   *
   * @param path absolute; the file should be readable by root alone
   */
  public static fromHostFile(path: string): Secret {
    return new Secret({ kind: 'hostFile', path });
  }

  /**
   * A Terraform variable, which must be `sensitive`: else `constructs/secret-not-sensitive`. Its value is in a saved plan in clear (a fact of Terraform);
   * the state holds a truncated salted hash.
   */
  public static fromVariable(variable: TerraformVariable): Secret {
    return new Secret({ kind: 'variable', variable });
  }

  private constructor(
    /** Where the secret is. */
    public readonly source: SecretSource,
  ) {}
}
