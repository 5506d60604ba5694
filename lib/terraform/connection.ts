import { Token } from 'cdktf';
import { endpointOf, type Endpoint } from './endpoint';
import { hostKeyLines, hostKeyLinesThrough } from './host-key-lines';
import type { PrivateKey } from './private-key';
import type { SshOptions } from './ssh-options';
import { templateText } from './template-text';

/** A host's way in, resolved to what the connection block and the uninstall need. */
export interface Connection {
  /** The host itself. */
  readonly host: Endpoint;
  /** The machine to go through. */
  readonly bastion: Endpoint | undefined;
  /** How long to try, with its unit. */
  readonly timeout: string;
  /** The login user's private directory. */
  readonly scriptDirectory: string;
}

/** A host's connection; what is wrong with it is told by `connectionIssues`. */
export function connectionOf(address: string, ssh: SshOptions): Connection {
  const { port, user, privateKey, hostKeys, bastion } = ssh;
  return {
    host: endpointOf({ address, port, user, privateKey, hostKeys }),
    bastion: bastion && endpointOf({ ...bastion, user: bastion.user ?? user, privateKey: bastion.privateKey ?? privateKey }),
    timeout: `${ssh.timeoutSeconds ?? ([address, bastion?.address].some((where) => Token.isUnresolved(where)) ? 300 : 30)}s`,
    // /tmp, Terraform's own choice, is everybody's and may be noexec.
    scriptDirectory: ssh.scriptDirectory ?? '.ssh',
  };
}

/** The `host_key` of a connection, absent where nothing is checked. */
export function hostKeyOf({ host, bastion }: Connection): string | undefined {
  if (host.hostKeys === undefined) return undefined;
  return bastion === undefined ? hostKeyLines(host.hostKeys, host.port) : hostKeyLinesThrough(bastion, host);
}

/** The `bastion_host_key`, which Terraform knows from 1.16 on. */
export function bastionHostKeyOf({ bastion }: Connection): string | undefined {
  return bastion?.hostKeys && hostKeyLines(bastion.hostKeys, bastion.port);
}

/** Where Terraform uploads its script to, by an expression for whose script it is. */
export function scriptPath(directory: string, idExpression: string): string {
  return `${directory}/cdktf-sidekiq-\${${idExpression}}.sh`;
}

/** The connection block of a deployment. */
export function deploymentConnection(connection: Connection, claim: string): Record<string, unknown> {
  const { host, bastion } = connection;
  return present({
    type: 'ssh',
    host: host.address,
    user: host.user,
    port: host.port,
    timeout: connection.timeout,
    script_path: scriptPath(connection.scriptDirectory, claim),
    // Left out, Terraform takes SSH_AUTH_SOCK for a wish to use the agent, and forwards it.
    agent: host.privateKey.source.kind === 'agent',
    private_key: keyText(host.privateKey),
    host_key: hostKeyOf(connection),
    ...(bastion && {
      bastion_host: bastion.address,
      // Left out, these are the host's own.
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
