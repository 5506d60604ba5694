import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

import { Command, InvalidArgumentError } from 'commander';

/** SSH login of a host, for both ssh and the example app. */
export interface Login {
  readonly user: string;
  readonly address: string;
  readonly port: number;
  /** Path of the private key file, absolute. */
  readonly identity: string;
  /** Path of the known_hosts file, absolute. */
  readonly knownHosts: string;
}

/** Options of the command line. */
export interface DemoOptions {
  /** The user's own host; undefined to boot a throw-away one. */
  readonly ownHost: Login | undefined;
  /** Keeps the host in its last state, instead of removing everything. */
  readonly keep: boolean;
}

interface Flags {
  readonly host?: Pick<Login, 'user' | 'address'>;
  readonly port?: number;
  readonly identity?: string;
  readonly knownHosts?: string;
  readonly keep: boolean;
}

/** Key files that ssh itself tries. */
const KEY_NAMES = ['id_ed25519', 'id_ecdsa', 'id_rsa'];

/** The demo's command line. Prints help or an error, and ends the process as commander does. */
export function demoCommand(): Command {
  return new Command('npm run demo --')
    .description('Deploys the example app to a real host and shows what it does, and what happens when things go wrong.')
    .option('--keep', 'leave the host up at the end, and print how to log in', false)
    .option('--host <user@address>', 'use this host of yours instead of a throw-away one', parseHost)
    .option('--port <number>', 'port of its sshd (default: 22)', parsePort)
    .option('--identity <file>', 'private key to log in with (default: the first of ~/.ssh/id_ed25519, id_ecdsa, id_rsa)')
    .option('--known-hosts <file>', 'where its host key is (default: ~/.ssh/known_hosts)')
    .addHelpText('after', '\nA host of yours is used only if its key is in known_hosts. What the demo installs there is removed again.');
}

/**
 * Reads the command line.
 *
 * @param argv the arguments after the program's name
 * @param command parser of the arguments
 */
export function parseOptions(argv: readonly string[], command: Command = demoCommand()): DemoOptions {
  const { host, port, identity, knownHosts, keep } = command.parse(argv, { from: 'user' }).opts<Flags>();
  if (host === undefined) {
    const useless = [...Object.entries({ port, identity, 'known-hosts': knownHosts })].find(([, value]) => value !== undefined);
    if (useless !== undefined) command.error(`error: option '--${useless[0]}' is about your own host: it needs '--host <user@address>'`);
    return { ownHost: undefined, keep };
  }
  const key = identity ?? KEY_NAMES.map((name) => path.join(homedir(), '.ssh', name)).find((file) => existsSync(file));
  if (key === undefined) return command.error(`error: no key in ~/.ssh: name one with '--identity <file>'`);
  return {
    keep,
    ownHost: {
      ...host,
      port: port ?? 22,
      identity: path.resolve(key),
      knownHosts: path.resolve(knownHosts ?? path.join(homedir(), '.ssh/known_hosts')),
    },
  };
}

function parseHost(text: string): Pick<Login, 'user' | 'address'> {
  // No leading dash anywhere: ssh would take it for an option.
  const match = /^([a-z_][a-z0-9_.-]*)@([a-z0-9][a-z0-9.:_-]*)$/i.exec(text);
  if (match === null) throw new InvalidArgumentError('It should look like ops@203.0.113.10.');
  return { user: match[1]!, address: match[2]! };
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) throw new InvalidArgumentError('It should be a number from 1 to 65535.');
  return port;
}
