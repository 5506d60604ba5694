import type { TerraformVariable } from 'cdktf';

/** Source of a secret, as data. */
export type SecretSource =
  | {
      /** A file that already exists on the host. */
      readonly kind: 'hostFile';
      /** Path of the file on the host. */
      readonly path: string;
    }
  | {
      /** A sensitive variable. */
      readonly kind: 'variable';
      /** The variable. */
      readonly variable: TerraformVariable;
    };

/**
 * A value that must not be read by others. It appears neither in the synthesized JSON nor in the plan's output.
 *
 * @example
 * ```ts
 * const redisUrl = new TerraformVariable(this, 'redis-url', { type: 'string', sensitive: true });
 * const variables = { REDIS_URL: Secret.fromVariable(redisUrl) };
 * new EnvironmentFile(this, 'environment', { host, path: '/etc/myapp/environment', variables });
 * new SlackNotifier(this, 'alerts', { host, webhookUrl: Secret.fromHostFile('/etc/myapp/slack-webhook') });
 * ```
 */
export class Secret {
  /**
   * Uses a file that already exists on the host, put there by your secret management. The secret never passes through Terraform.
   *
   * @param path absolute path; the file should be readable only by root
   */
  public static fromHostFile(path: string): Secret {
    return new Secret({ kind: 'hostFile', path });
  }

  /**
   * Uses a Terraform variable, which must be `sensitive`; otherwise this raises `secret/not-sensitive`. Terraform
   * stores its value in plaintext in a saved plan. The state holds a truncated salted hash.
   */
  public static fromVariable(variable: TerraformVariable): Secret {
    return new Secret({ kind: 'variable', variable });
  }

  private constructor(
    /** Source of the secret. */
    public readonly source: SecretSource,
  ) {}
}
