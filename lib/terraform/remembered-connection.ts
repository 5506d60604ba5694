import { bastionHostKeyOf, hostKeyOf, scriptPath, type Connection } from './connection';
import type { PrivateKey, UninstallLogin } from './private-key';
import type { SshOptions } from './ssh-options';
import { templateText } from './template-text';

/** Returns the login for the uninstall when the host is removed. */
export function uninstallLogin({ source }: PrivateKey): UninstallLogin {
  switch (source.kind) {
    case 'agent':
      return 'agent';
    case 'file':
      return { keyFile: source.path };
    case 'variable':
      return source.uninstall;
  }
}

/**
 * Checks whether removing the host leaves everything installed on it, because one of the keys for the connection isn't available
 * by then.
 */
export function leavesFilesBehind({ privateKey, bastion }: SshOptions): boolean {
  return [privateKey, bastion?.privateKey].some((key) => key !== undefined && uninstallLogin(key) === 'leave');
}

function keyFile(key: PrivateKey | undefined): string {
  const login = key && uninstallLogin(key);
  return typeof login === 'object' ? templateText(login.keyFile) : '';
}

/**
 * Returns the connection details that the lifecycle resource remembers for the host's removal, because a destroy-time provisioner
 * can refer only to `self`. Every host has the same keys, because one block serves many hosts; a value that a host doesn't have
 * is empty.
 */
export function rememberedConnection(connection: Connection): Record<string, string> {
  const { host, bastion } = connection;
  const login = uninstallLogin(host.privateKey);
  return {
    address: host.address,
    user: host.user,
    port: String(host.port),
    timeout: connection.timeout,
    host_key: hostKeyOf(connection) ?? '',
    key_file: keyFile(host.privateKey),
    login: typeof login === 'object' ? 'key' : login,
    script_directory: connection.scriptDirectory,
    bastion_address: bastion?.address ?? '',
    bastion_user: bastion?.user ?? '',
    bastion_port: bastion === undefined ? '' : String(bastion.port),
    bastion_host_key: bastionHostKeyOf(connection) ?? '',
    bastion_key_file: keyFile(bastion?.privateKey),
  };
}

function unlessEmpty(name: string, expression = `self.input.${name}`): string {
  return `\${self.input.${name} == "" ? null : ${expression}}`;
}

/** Returns the connection block of the uninstall, which uses the values of {@link rememberedConnection}. */
export function uninstallConnection(): Record<string, unknown> {
  return {
    type: 'ssh',
    host: '${self.input.address}',
    user: '${self.input.user}',
    port: '${self.input.port}',
    timeout: '${self.input.timeout}',
    script_path: scriptPath('${self.input.script_directory}', 'self.id'),
    agent: '${self.input.login == "agent"}',
    private_key: unlessEmpty('key_file', 'file(self.input.key_file)'),
    host_key: unlessEmpty('host_key'),
    bastion_host: unlessEmpty('bastion_address'),
    bastion_user: unlessEmpty('bastion_user'),
    bastion_port: unlessEmpty('bastion_port'),
    bastion_private_key: unlessEmpty('bastion_key_file', 'file(self.input.bastion_key_file)'),
    bastion_host_key: unlessEmpty('bastion_host_key'),
  };
}
