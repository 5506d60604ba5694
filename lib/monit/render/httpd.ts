import { account, decimal, quotedPath, quotedString } from '../escape';
import type { HttpdAllow, HttpdPort, HttpdSocket, SetHttpd } from '../model';
import { permission } from '../kinds/render/permission';
import { sslText } from '../tls/ssl';

/**
 * Renders `set httpd`. Without any `allow`, Monit creates no socket. Monit ignores the client's address on a socket: the socket's mode
 * protects it.
 */
export function httpd({ unixSocket, tcp, allow, signature }: SetHttpd): string {
  return [
    'set httpd',
    ...(tcp === undefined ? [] : port(tcp)),
    ...(unixSocket === undefined ? [] : [socket(typeof unixSocket === 'string' ? { path: unixSocket } : unixSocket)]),
    ...(signature === undefined ? [] : [`signature ${signature ? 'enable' : 'disable'}`]),
    ...(allow ?? [{ host: '127.0.0.1' }]).map((client) => `allow ${allowed(client)}`),
  ].join(' ');
}

function port({ port: number, address, readOnly, ssl: options }: HttpdPort): string[] {
  return [
    `port ${decimal(number)}${flag(readOnly)}`,
    ...(address === '*' ? [] : [`address ${quotedString(address ?? 'localhost')}`]),
    ...sslText(options),
  ];
}

function socket({ path, uid, gid, permission: mode, readOnly }: HttpdSocket): string {
  const owner = `uid ${account(uid ?? 'root')} gid ${account(gid ?? 'root')}`;
  return `unixsocket ${quotedPath(path)} ${owner} permission ${permission(mode ?? '0600')}${flag(readOnly)}`;
}

function allowed(client: HttpdAllow): string {
  if ('host' in client) return quotedString(client.host);
  if ('user' in client) return `${quotedString(client.user)}:${quotedString(client.password)}${flag(client.readOnly)}`;
  if ('group' in client) return `@${quotedString(client.group)}${flag(client.readOnly)}`;
  const digest = client.digest === undefined ? '' : `${client.digest} `;
  return [`${digest}${quotedPath(client.passwordFile)}`, ...(client.users ?? []).map(quotedString)].join(' ');
}

function flag(readOnly: boolean | undefined): string {
  return readOnly === true ? ' readonly' : '';
}
