import { homedir } from 'node:os';
import path from 'node:path';

import { demoCommand, parseOptions } from '../../tools/demo/options';

/** Parses without ending this process; commander's output becomes the error. */
function parse(...argv: string[]) {
  const command = demoCommand()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  return parseOptions(argv, command);
}

describe('the command line', () => {
  it('defaults to a throw-away host that is removed at the end', () => {
    expect(parse()).toEqual({ ownHost: undefined, keep: false });
    expect(parse('--keep').keep).toBe(true);
  });

  it('accepts the user’s own host, with ssh’s defaults', () => {
    expect(parse('--host', 'ops@203.0.113.10', '--identity', '/keys/ops').ownHost).toEqual({
      user: 'ops',
      address: '203.0.113.10',
      port: 22,
      identity: '/keys/ops',
      knownHosts: path.join(homedir(), '.ssh/known_hosts'),
    });
  });

  it('makes paths absolute, because Terraform and ssh run in other directories', () => {
    const { ownHost } = parse('--host', 'root@worker.example', '--identity', 'key', '--known-hosts', 'hosts', '--port', '2222');
    expect(ownHost).toMatchObject({ port: 2222, identity: path.resolve('key'), knownHosts: path.resolve('hosts') });
  });

  it.each([
    ['203.0.113.10'],
    ['@203.0.113.10'],
    ['ops@'],
    ['-oProxyCommand=id@host'],
    ['ops@-oProxyCommand=id'],
    ['ops@host; id'],
    ['ops@host\nid'],
  ])('refuses the host %j', (host) => {
    expect(() => parse(`--host=${host}`)).toThrow('ops@203.0.113.10');
  });

  it.each(['0', '65536', '22x', '-1', ''])('refuses port %j', (port) => {
    expect(() => parse('--host', 'ops@203.0.113.10', `--port=${port}`)).toThrow('1 to 65535');
  });

  it('refuses a login option without a host, because it would be ignored', () => {
    expect(() => parse('--port', '2222')).toThrow("'--port' is about your own host");
  });
});
