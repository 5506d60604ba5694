import type { TerraformVariable } from 'cdktf';

/**
 * Login for the uninstall when a host is removed: a key file, the SSH agent, or `leave`, which leaves everything installed on the
 * host.
 */
export type UninstallLogin =
  | {
      /** Path of the key file, on the machine that runs Terraform. */
      readonly keyFile: string;
    }
  | 'agent'
  | 'leave';

/** Options of {@link PrivateKey.fromVariable}. */
export interface VariableKeyOptions {
  /**
   * Login for the uninstall when the host is removed from the stack. Terraform passes no variables to destroy-time provisioners.
   */
  readonly uninstall: UninstallLogin;
}

/** Source of a key, as data for the connection block. */
export type PrivateKeySource =
  | {
      /** A file on the machine that runs Terraform. */
      readonly kind: 'file';
      /** Path of the file. */
      readonly path: string;
    }
  | {
      /** A sensitive variable. */
      readonly kind: 'variable';
      /** The variable. */
      readonly variable: TerraformVariable;
      /** Login for the uninstall, when the variable isn't available. */
      readonly uninstall: UninstallLogin;
    }
  | {
      /** The SSH agent of the user who runs Terraform. */
      readonly kind: 'agent';
    };

/**
 * SSH private key that Terraform logs in with. The synthesized JSON and the state contain only where the key is, never the key
 * itself. The same is true of a plan, except as described for {@link PrivateKey.fromVariable}.
 *
 * Source: https://developer.hashicorp.com/terraform/language/resources/provisioners/connection
 *
 * @example
 * ```ts
 * const key = new TerraformVariable(this, 'deploy-key', { type: 'string', sensitive: true });
 * const ssh = {
 *   user: 'ops',
 *   privateKey: PrivateKey.fromVariable(key, { uninstall: { keyFile: '~/.ssh/ops' } }),
 *   hostKeys: HostKeys.fromKnownHosts('known_hosts'),
 * };
 * new Host(this, 'worker-1', { address: '203.0.113.10', ssh });
 * ```
 */
export class PrivateKey {
  /**
   * Uses a key file on the machine that runs Terraform.
   *
   * @param path absolute path, or one that begins with `~/`. Terraform would look up a relative path in the stack's output
   * directory, so it raises `ssh/relative-key-path`.
   */
  public static fromFile(path: string): PrivateKey {
    return new PrivateKey({ kind: 'file', path });
  }

  /**
   * Uses a key in a Terraform variable, which should be `sensitive`. This is for CI systems that have the key as a secret. A
   * saved plan contains the values of variables in plaintext, unless the variable is `ephemeral` (Terraform 1.10 or later):
   * `variable.addOverride('ephemeral', true)`. An ephemeral value must be given again when the plan is applied.
   *
   * @param variable variable that holds the key's text
   * @param options login for the uninstall, when Terraform passes no variables
   */
  public static fromVariable(variable: TerraformVariable, options: VariableKeyOptions): PrivateKey {
    return new PrivateKey({ kind: 'variable', variable, uninstall: options?.uninstall });
  }

  /**
   * Uses the SSH agent of the machine that runs Terraform, for keys with a passphrase. Terraform always forwards the agent as
   * well: while it's connected, root on the host can use all of the agent's keys. This raises the note
   * `ssh/agent-forwarded`. To refuse forwarding, put `no-agent-forwarding` before the key in the host's authorized_keys.
   * Keys from files and variables are never forwarded.
   */
  public static fromAgent(): PrivateKey {
    return new PrivateKey({ kind: 'agent' });
  }

  private constructor(
    /** Source of the key. */
    public readonly source: PrivateKeySource,
  ) {}
}
