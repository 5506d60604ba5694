import { Token } from 'cdktf';
import { show, type Issue } from '../values/issue';
import { HostKeys } from './host-keys';
import { PrivateKey } from './private-key';

/**
 * How Terraform reaches a host over SSH.
 *
 * Source: https://developer.hashicorp.com/terraform/language/resources/provisioners/connection
 */
export interface SshOptions {
  /**
   * The user to log in as: `root`, or a user with passwordless sudo.
   * @default 'root'
   */
  readonly user?: string;
  /**
   * The port of sshd.
   * @default 22
   */
  readonly port?: number;
  /** The key to log in with. */
  readonly privateKey: PrivateKey;
  /** The host keys to accept; without them anyone who answers at the address would be let in on everything. */
  readonly hostKeys: HostKeys;
  /**
   * How long to try to reach the host, in seconds. A refused key or a wrong host key uses all of it.
   * @default 30 for a literal address, 300 for one that is a token: a machine that is being made takes its time to boot
   */
  readonly timeoutSeconds?: number;
}

/** A host's way in, resolved to what the connection block and the uninstall need. */
export interface Connection {
  readonly user: string;
  readonly port: number;
  readonly timeout: string;
  /** Lines for `host_key`, absent where the user asked for no check. */
  readonly hostKey: string | undefined;
  readonly privateKey: PrivateKey;
}

/** The login user's private directory: `/tmp` may be noexec and is everybody's. */
export function scriptPath(idExpression: string): string {
  return `.ssh/cdktf-sidekiq-\${${idExpression}}.sh`;
}

/** A host's connection; what is wrong with it is told by {@link connectionIssues}. */
export function connectionOf(address: string, ssh: SshOptions): Connection {
  const literal = !Token.isUnresolved(address);
  const port = ssh.port ?? 22;
  const found = ssh.hostKeys instanceof HostKeys ? ssh.hostKeys.lookUp(literal ? address : undefined, port) : undefined;
  return {
    user: ssh.user ?? 'root',
    port,
    timeout: `${ssh.timeoutSeconds ?? (literal ? 30 : 300)}s`,
    hostKey: found !== undefined && 'keys' in found ? hostKeyLines(found.keys, port) : undefined,
    privateKey: ssh.privateKey,
  };
}

/**
 * Terraform writes `ADDRESS HOST_KEY` into a known_hosts file of its own: what follows the first line must be whole
 * lines, for any address, or a host with several keys is refused whenever it offers another one than the first.
 */
function hostKeyLines(keys: readonly string[], port: number): string {
  return keys.map((key, index) => (index === 0 ? key : `${port === 22 ? '*' : `[*]:${port}`} ${key}`)).join('\n');
}

/** The connection block of a deployment. */
export function deploymentConnection(address: string, connection: Connection, claim: string): Record<string, unknown> {
  const { source } = connection.privateKey;
  return {
    type: 'ssh',
    host: address,
    user: connection.user,
    port: connection.port,
    timeout: connection.timeout,
    script_path: scriptPath(claim),
    // Left out, Terraform takes SSH_AUTH_SOCK for a wish to use the agent, and forwards it.
    agent: source.kind === 'agent',
    ...(source.kind === 'file' ? { private_key: keyFile(source.path) } : {}),
    ...(source.kind === 'variable' ? { private_key: source.variable.stringValue } : {}),
    ...(connection.hostKey === undefined ? {} : { host_key: connection.hostKey }),
  };
}

function keyFile(path: string): string {
  return `\${file(${JSON.stringify(path).replace(/([$%])(?=\{)/g, '$1$1')})}`;
}

/**
 * What the lifecycle resource remembers for the day the host is removed: all that a destroy-time provisioner may refer
 * to is `self`. Every host has the same keys, because one block serves many.
 */
export function rememberedConnection(address: string, connection: Connection): Record<string, string> {
  const { source } = connection.privateKey;
  const uninstall = source.kind === 'variable' ? source.uninstall : source.kind === 'agent' ? 'agent' : { keyFile: source.path };
  return {
    address,
    user: connection.user,
    port: String(connection.port),
    timeout: connection.timeout,
    host_key: connection.hostKey ?? '',
    key_file: typeof uninstall === 'object' ? uninstall.keyFile : '',
    login: typeof uninstall === 'object' ? 'key' : uninstall,
  };
}

/** The connection block of the uninstall, made of {@link rememberedConnection}. */
export function uninstallConnection(): Record<string, unknown> {
  return {
    type: 'ssh',
    host: '${self.input.address}',
    user: '${self.input.user}',
    port: '${self.input.port}',
    timeout: '${self.input.timeout}',
    script_path: scriptPath('self.id'),
    agent: '${self.input.login == "agent"}',
    private_key: '${self.input.key_file == "" ? null : file(self.input.key_file)}',
    host_key: '${self.input.host_key == "" ? null : self.input.host_key}',
  };
}

/** Everything that is wrong with a host's `address` and `ssh`. */
export function connectionIssues(address: string, ssh: SshOptions): readonly Issue[] {
  const issues: Issue[] = [];
  const error = (code: string, property: string, got: unknown, expected: string, remedy: string): void => {
    issues.push({ code: `terraform/${code}`, severity: 'error', property, got: show(got), expected, remedy });
  };
  if (typeof address !== 'string' || address === '' || (!Token.isUnresolved(address) && !/^[A-Za-z0-9][A-Za-z0-9.:_-]*$/.test(address))) {
    error(
      'bad-address',
      'address',
      address,
      'an IP address, a host name, or a token of another resource',
      'Write where the host is reached.',
    );
  }
  if (ssh === undefined || ssh === null) {
    error('no-ssh', 'ssh', ssh, '{ privateKey, hostKeys, … }', 'Say how to log in to the host.');
    return issues;
  }
  const port = ssh.port ?? 22;
  if (Token.isUnresolved(port) || !Number.isInteger(port) || port < 1 || port > 65535) {
    error('bad-port', 'ssh.port', Token.isUnresolved(port) ? 'a token' : port, 'a whole number from 1 to 65535', 'Write the port of sshd.');
  }
  const user = ssh.user ?? 'root';
  if (Token.isUnresolved(user) || !/^[a-z_][a-z0-9_.-]*\$?$/i.test(user)) {
    error('bad-user', 'ssh.user', Token.isUnresolved(user) ? 'a token' : user, 'a login name', 'Write the user to log in as.');
  }
  const seconds = ssh.timeoutSeconds;
  if (seconds !== undefined && (!Number.isInteger(seconds) || seconds < 1)) {
    error(
      'bad-timeout',
      'ssh.timeoutSeconds',
      seconds,
      'a whole number of seconds, at least 1',
      'Terraform reads a bad time-out as 5 minutes.',
    );
  }
  if (!(ssh.privateKey instanceof PrivateKey)) {
    error(
      'no-private-key',
      'ssh.privateKey',
      ssh.privateKey,
      'PrivateKey.fromFile, .fromVariable or .fromAgent',
      'Say which key to log in with.',
    );
  } else {
    issues.push(...keyIssues(ssh.privateKey));
  }
  if (!(ssh.hostKeys instanceof HostKeys)) {
    error(
      'no-host-keys',
      'ssh.hostKeys',
      ssh.hostKeys,
      'HostKeys.fromKnownHosts or HostKeys.of',
      'Without them Terraform trusts whoever answers; ssh-keyscan and a look at the host’s own /etc/ssh/*.pub give them.',
    );
    return issues;
  }
  const found = ssh.hostKeys.lookUp(Token.isUnresolved(address) ? undefined : address, port);
  if ('problem' in found) {
    error(
      'host-keys-not-found',
      'ssh.hostKeys',
      found.got,
      `a key of the host: ${found.problem}`,
      'Add the host’s keys, or name its alias.',
    );
  }
  if ('unchecked' in found) {
    issues.push({
      code: 'terraform/host-keys-unchecked',
      severity: 'warning',
      property: 'ssh.hostKeys',
      got: 'HostKeys.insecurelyAcceptAny()',
      expected: 'the host’s keys',
      remedy: 'Whoever answers at the address gets root’s commands and your secrets: use HostKeys.fromKnownHosts.',
    });
  }
  return issues;
}

function keyIssues(key: PrivateKey): readonly Issue[] {
  const { source } = key;
  const paths: { property: string; path: string }[] = [];
  if (source.kind === 'file') paths.push({ property: 'ssh.privateKey', path: source.path });
  if (source.kind === 'variable') {
    if (source.uninstall === undefined) {
      return [
        {
          code: 'terraform/variable-key-without-uninstall',
          severity: 'error',
          property: 'ssh.privateKey',
          got: 'PrivateKey.fromVariable without `uninstall`',
          expected: '{ keyFile }, "agent" or "leave"',
          remedy: 'Terraform gives no variables to destroy-time provisioners: say how to log in when the host is removed.',
        },
      ];
    }
    if (typeof source.uninstall === 'object') paths.push({ property: 'ssh.privateKey uninstall.keyFile', path: source.uninstall.keyFile });
  }
  return paths
    .filter(({ path }) => typeof path !== 'string' || Token.isUnresolved(path) || !/^(\/|~\/)[^\0-\x1f]+$/.test(path))
    .map(({ property, path }) => ({
      code: 'terraform/relative-key-path',
      severity: 'error' as const,
      property,
      got: show(path),
      expected: 'an absolute path, or one that begins with ~/',
      remedy: 'Terraform would look a relative path up in the output directory of the stack.',
    }));
}
