import { TerraformVariable, Token } from 'cdktf';
import { show, textProblem, type Issue } from '../values';
import { HostKeys } from './host-keys';
import { PrivateKey, type VariableKeyOptions } from './private-key';
import { templateText } from './template-text';

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
  /**
   * A directory on the host that exists and that nobody but the login user can read: Terraform uploads its script into it,
   * with secrets for a moment. Relative to the user's home, or absolute. Where there is no such directory, scp makes a file
   * of its name that others may read.
   * @default '.ssh'
   */
  readonly scriptDirectory?: string;
}

/** A host's way in, resolved to what the connection block and the uninstall need. */
export interface Connection {
  /** The user to log in as. */
  readonly user: string;
  /** The port of sshd. */
  readonly port: number;
  /** How long to try, with its unit. */
  readonly timeout: string;
  /** Lines for `host_key`, absent where the user asked for no check. */
  readonly hostKey: string | undefined;
  /** The key to log in with. */
  readonly privateKey: PrivateKey;
  /** The login user's private directory. */
  readonly scriptDirectory: string;
}

function scriptPath(directory: string, idExpression: string): string {
  return `${directory}/cdktf-sidekiq-\${${idExpression}}.sh`;
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
    // /tmp, Terraform's own choice, is everybody's and may be noexec.
    scriptDirectory: ssh.scriptDirectory ?? '.ssh',
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
    script_path: scriptPath(connection.scriptDirectory, claim),
    // Left out, Terraform takes SSH_AUTH_SOCK for a wish to use the agent, and forwards it.
    agent: source.kind === 'agent',
    ...(source.kind === 'file' ? { private_key: keyFile(source.path) } : {}),
    ...(source.kind === 'variable' ? { private_key: source.variable.stringValue } : {}),
    ...(connection.hostKey === undefined ? {} : { host_key: connection.hostKey }),
  };
}

function keyFile(path: string): string {
  return `\${file(${templateText(JSON.stringify(path))})}`;
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
    key_file: typeof uninstall === 'object' ? templateText(uninstall.keyFile) : '',
    login: typeof uninstall === 'object' ? 'key' : uninstall,
    script_directory: connection.scriptDirectory,
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
    script_path: scriptPath('${self.input.script_directory}', 'self.id'),
    agent: '${self.input.login == "agent"}',
    private_key: '${self.input.key_file == "" ? null : file(self.input.key_file)}',
    host_key: '${self.input.host_key == "" ? null : self.input.host_key}',
  };
}

/** Errors of a host that can be rendered all the same, so that its files can be looked at. */
const RENDERABLE: ReadonlySet<string> = new Set(['terraform/host-keys-not-found']);

/** Whether address and way in are enough of what their types say to be rendered. */
export function isRenderable(address: string, ssh: SshOptions): boolean {
  return connectionIssues(address, ssh).every(({ severity, code }) => severity !== 'error' || RENDERABLE.has(code));
}

/**
 * Everything that is wrong with a host's `address` and `ssh`.
 *
 * Codes: `terraform/bad-address`, `terraform/no-ssh`, `terraform/bad-port`, `terraform/bad-user`, `terraform/bad-timeout`,
 * `terraform/bad-script-directory`,
 * `terraform/no-private-key`, `terraform/no-key-variable`, `terraform/relative-key-path`,
 * `terraform/variable-key-without-uninstall`, `terraform/no-host-keys`, `terraform/host-keys-not-found`, and the warning
 * `terraform/host-keys-unchecked`.
 */
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
  if (typeof ssh !== 'object' || ssh === null) {
    error('no-ssh', 'ssh', ssh, '{ privateKey, hostKeys, … }', 'Say how to log in to the host.');
    return issues;
  }
  const port = ssh.port ?? 22;
  if (Token.isUnresolved(port) || !Number.isInteger(port) || port < 1 || port > 65535) {
    error('bad-port', 'ssh.port', Token.isUnresolved(port) ? 'a token' : port, 'a whole number from 1 to 65535', 'Write the port of sshd.');
  }
  const user = ssh.user ?? 'root';
  if (typeof user !== 'string' || Token.isUnresolved(user) || !/^[a-z_][a-z0-9_.-]*\$?$/i.test(user)) {
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
  const directory: unknown = ssh.scriptDirectory ?? '.ssh';
  if (
    typeof directory !== 'string' ||
    !/^(?!.*\.\.)[A-Za-z0-9._/-]+$/.test(directory) ||
    /^\/(tmp|var\/tmp|dev\/shm)(\/|$)/.test(directory)
  ) {
    error(
      'bad-script-directory',
      'ssh.scriptDirectory',
      directory,
      'a private directory of the login user, of letters, digits and . _ / -',
      'Leave it out for ~/.ssh, or name another one that nobody else can read.',
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
  switch (source.kind) {
    case 'agent':
      return [];
    case 'file':
      return keyPathIssues('ssh.privateKey', source.path);
    case 'variable':
      return [...variableIssues(source.variable), ...uninstallIssues(source.uninstall)];
  }
}

function variableIssues(variable: TerraformVariable): readonly Issue[] {
  if (TerraformVariable.isTerraformElement(variable)) return [];
  return [
    {
      code: 'terraform/no-key-variable',
      severity: 'error',
      property: 'ssh.privateKey',
      // Not shown: it may be the key itself.
      got: 'PrivateKey.fromVariable of something else than a TerraformVariable',
      expected: 'a TerraformVariable',
      remedy: 'Make a sensitive TerraformVariable and give the key to Terraform as TF_VAR_….',
    },
  ];
}

function uninstallIssues(uninstall: VariableKeyOptions['uninstall'] | null): readonly Issue[] {
  if (uninstall === 'agent' || uninstall === 'leave') return [];
  if (typeof uninstall === 'object' && uninstall !== null) return keyPathIssues('ssh.privateKey uninstall.keyFile', uninstall.keyFile);
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

function keyPathIssues(property: string, path: string): readonly Issue[] {
  const problem = typeof path === 'string' ? (Token.isUnresolved(path) ? 'is a token' : textProblem(path)) : 'is not a string';
  if (problem === undefined && /^(\/|~\/)[^\x01-\x1f\x7f]+$/.test(path)) return [];
  return [
    {
      code: 'terraform/relative-key-path',
      severity: 'error',
      property,
      got: problem === undefined ? show(path) : `${show(path)}, which ${problem}`,
      expected: 'an absolute path, or one that begins with ~/',
      remedy: 'Terraform would look a relative path up in the output directory of the stack.',
    },
  ];
}
