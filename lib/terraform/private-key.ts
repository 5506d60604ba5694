import type { TerraformVariable } from 'cdktf';

/** How to log in when a host is removed: by a key file, by the SSH agent, or not at all: what was installed stays there. */
export type UninstallLogin =
  | {
      /** Path of the key file, on the machine that runs Terraform. */
      readonly keyFile: string;
    }
  | 'agent'
  | 'leave';

/** What {@link PrivateKey.fromVariable} needs to know about uninstalling. */
export interface VariableKeyOptions {
  /** How to log in when the host is removed from the stack: Terraform gives destroy-time provisioners no variables. */
  readonly uninstall: UninstallLogin;
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
      /** How to log in without it. */
      readonly uninstall: UninstallLogin;
    }
  | {
      /** The SSH agent of whoever runs Terraform. */
      readonly kind: 'agent';
    };

/**
 * The SSH private key that Terraform logs in with. The key itself enters neither the synthesized JSON nor the
 * state, only where it is; nor a plan, but for what `fromVariable` says.
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
   * A key in a Terraform variable, which should be `sensitive`: for CI that has the key as a secret. A saved plan holds the
   * values of variables in clear, unless the variable is `ephemeral` (Terraform 1.10 or later):
   * `variable.addOverride('ephemeral', true)`. It is then given once more when the plan is applied.
   *
   * @param variable the variable that holds the key's text
   * @param options how to log in at uninstall, when Terraform gives no variables
   */
  public static fromVariable(variable: TerraformVariable, options: VariableKeyOptions): PrivateKey {
    return new PrivateKey({ kind: 'variable', variable, uninstall: options?.uninstall });
  }

  /**
   * The SSH agent of the machine that runs Terraform, for keys with a passphrase. Terraform also forwards it, whatever it is
   * told: while it is connected, root on the host can use all of the agent's keys. Issue (a note): `terraform/agent-forwarded`;
   * `no-agent-forwarding` before the key in the host's authorized_keys refuses that. No other key is ever forwarded.
   */
  public static fromAgent(): PrivateKey {
    return new PrivateKey({ kind: 'agent' });
  }

  private constructor(
    /** Where the key is. */
    public readonly source: PrivateKeySource,
  ) {}
}
