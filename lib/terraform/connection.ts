import { Token } from 'cdktf';
import { endpointOf, type Endpoint } from './endpoint';
import { hostKeyLines, hostKeyLinesThrough } from './host-key-lines';
import type { PrivateKey } from './private-key';
import type { SshOptions } from './ssh-options';
import { templateText } from './template-text';

/** Connection details of a host, resolved for the connection block and the uninstall. */
export interface Connection {
  /** The host itself. */
  readonly host: Endpoint;
  /** Bastion to connect through. */
  readonly bastion: Endpoint | undefined;
  /** Time limit for connecting, with its unit. */
  readonly timeout: string;
  /** Private directory of the login user on the host. */
  readonly scriptDirectory: string;
}

/** Resolves a host's connection. Problems with it are reported by `connectionIssues`. */
export function connectionOf(address: string, ssh: SshOptions): Connection {
  const { port, user, privateKey, hostKeys, bastion } = ssh;
  return {
    host: endpointOf({ address, port, user, privateKey, hostKeys }),
    bastion: bastion && endpointOf({ ...bastion, user: bastion.user ?? user, privateKey: bastion.privateKey ?? privateKey }),
    timeout: `${ssh.timeoutSeconds ?? ([address, bastion?.address].some((where) => Token.isUnresolved(where)) ? 300 : 30)}s`,
    // Terraform's default, /tmp, is shared by all users and may be mounted noexec.
    scriptDirectory: ssh.scriptDirectory ?? '.ssh',
  };
}

/** Returns the `host_key` of a connection; undefined when host keys aren't checked. */
export function hostKeyOf({ host, bastion }: Connection): string | undefined {
  if (host.hostKeys === undefined) return undefined;
  return bastion === undefined ? hostKeyLines(host.hostKeys, host.port) : hostKeyLinesThrough(bastion, host);
}

/** Returns the `bastion_host_key` of a connection, which Terraform supports since 1.16. */
export function bastionHostKeyOf({ bastion }: Connection): string | undefined {
  return bastion?.hostKeys && hostKeyLines(bastion.hostKeys, bastion.port);
}

/**
 * Returns the path that Terraform uploads a script to; `idExpression` is the Terraform expression for the id of the script's
 * owner.
 */
export function scriptPath(directory: string, idExpression: string): string {
  return `${directory}/cdktf-sidekiq-\${${idExpression}}.sh`;
}

/** Returns the connection block of a deployment. */
export function deploymentConnection(connection: Connection, claim: string): Record<string, unknown> {
  const { host, bastion } = connection;
  return present({
    type: 'ssh',
    host: host.address,
    user: host.user,
    port: host.port,
    timeout: connection.timeout,
    script_path: scriptPath(connection.scriptDirectory, claim),
    // If `agent` is unset, Terraform uses the agent whenever SSH_AUTH_SOCK is set, and forwards it.
    agent: host.privateKey.source.kind === 'agent',
    private_key: keyText(host.privateKey),
    host_key: hostKeyOf(connection),
    ...(bastion && {
      bastion_host: bastion.address,
      // If these are unset, Terraform uses the host's values.
      bastion_user: bastion.user,
      bastion_port: bastion.port,
      bastion_private_key: keyText(bastion.privateKey),
      bastion_host_key: bastionHostKeyOf(connection),
    }),
  });
}

function present(block: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(block).filter(([, value]) => value !== undefined));
}

function keyText({ source }: PrivateKey): string | undefined {
  switch (source.kind) {
    case 'agent':
      return undefined;
    case 'file':
      return `\${file(${templateText(JSON.stringify(source.path))})}`;
    case 'variable':
      return source.variable.stringValue;
  }
}
