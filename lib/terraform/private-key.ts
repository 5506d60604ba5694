import type { TerraformVariable } from 'cdktf';

/** What {@link PrivateKey.fromVariable} needs to know about uninstalling. */
export interface VariableKeyOptions {
  /**
   * How to log in when the host is removed from the stack: Terraform gives destroy-time provisioners no variables.
   * A path to a key file, `agent` for the SSH agent, or `leave`: what was installed stays on the host.
   */
  readonly uninstall:
    | {
        /** Path of the key file, on the machine that runs Terraform. */
        readonly keyFile: string;
      }
    | 'agent'
    | 'leave';
}

/** How Terraform gets at a key, as data for the connection block. */
export type PrivateKeySource =
  | {
      /** A file of the machine that runs Terraform. */
      readonly kind: 'file';
      /** Its path. */
      readonly path: string;
    }
  | {
      /** A sensitive variable. */
      readonly kind: 'variable';
      /** The variable. */
      readonly variable: TerraformVariable;
      /** How to log in without it, see {@link VariableKeyOptions}. */
      readonly uninstall: VariableKeyOptions['uninstall'];
    }
  | {
      /** The SSH agent of whoever runs Terraform. */
      readonly kind: 'agent';
    };

/**
 * The SSH private key that Terraform logs in with. The key itself never enters the synthesized JSON, the plan or the
 * state: only where it is.
 *
 * Source: https://developer.hashicorp.com/terraform/language/resources/provisioners/connection
 */
export class PrivateKey {
  /**
   * A key file on the machine that runs Terraform.
   *
   * @param path absolute, or beginning with `~/`. A relative path would be looked up in the stack's output directory:
   *   issue `terraform/relative-key-path`.
   */
  public static fromFile(path: string): PrivateKey {
    return new PrivateKey({ kind: 'file', path });
  }

  /**
   * A key in a Terraform variable, which should be `sensitive`: for CI that has the key as a secret.
   *
   * @param variable the variable that holds the key's text
   * @param options how to log in at uninstall, when Terraform gives no variables
   */
  public static fromVariable(variable: TerraformVariable, options: VariableKeyOptions): PrivateKey {
    return new PrivateKey({ kind: 'variable', variable, uninstall: options?.uninstall });
  }

  /** The SSH agent of the machine that runs Terraform. It is used to log in and never forwarded to the host. */
  public static fromAgent(): PrivateKey {
    return new PrivateKey({ kind: 'agent' });
  }

  private constructor(
    /** Where the key is. */
    public readonly source: PrivateKeySource,
  ) {}
}
