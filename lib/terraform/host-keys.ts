import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { show, type Issue } from '../values';

/** Options of {@link HostKeys.fromKnownHosts}. */
export interface KnownHostsOptions {
  /**
   * Name to look up instead of the host's address. Required if the address is a token.
   * @default the address of the host
   */
  readonly alias?: string;
}

/** Host keys to accept, or the reason why there are none. */
export type HostKeysLookup = { readonly keys: readonly string[] } | { readonly unchecked: true } | Pick<Issue, 'problem' | 'remedy'>;

/**
 * Host keys that Terraform accepts from a host. Terraform itself reads neither known_hosts nor ssh_config, and checks nothing
 * unless it is given keys.
 *
 * @example
 * ```ts
 * const ssh = {
 *   user: 'ops',
 *   privateKey: PrivateKey.fromFile('~/.ssh/ops'),
 *   hostKeys: HostKeys.fromKnownHosts('known_hosts', { alias: 'worker' }),
 * };
 * new Host(this, 'worker-1', { address: '192.0.2.10', ssh });
 * ```
 */
export class HostKeys {
  /**
   * Reads the host's keys from a known_hosts file at synth. Plain and hashed entries are supported, including `[host]:port`.
   *
   * @param path path of the file; a leading `~/` is the home directory, and a relative path starts at the working directory
   * @param options alias to look up instead of the address
   */
  public static fromKnownHosts(path: string, options: KnownHostsOptions = {}): HostKeys {
    return new HostKeys((address, port) => lookUp(path, options?.alias ?? address, port));
  }

  /**
   * Accepts the given public keys, as in `/etc/ssh/ssh_host_*_key.pub`: `ssh-ed25519 AAAA…`. Give every key of the host:
   * Terraform's SSH client asks for ECDSA first, and of two keys of the same type it accepts only the first
   * (`ssh/duplicate-host-key-type`).
   *
   * @param keys public keys, one line each
   */
  public static of(...keys: readonly string[]): HostKeys {
    return new HostKeys(() => {
      const bad = keys.find((key) => parseKey(key) === undefined);
      const remedy = 'Pass each line of /etc/ssh/ssh_host_*_key.pub on the host, like "ssh-ed25519 AAAA…".';
      if (keys.length === 0) return { problem: 'HostKeys.of has no key', remedy };
      if (bad !== undefined) return { problem: `${show(bad)} is not a public key`, remedy };
      return { keys: keys.map((key) => parseKey(key)!) };
    });
  }

  /**
   * Turns off the check: any machine that answers at the address gets the files, including secrets, and the commands that run as
   * root. Only for throwaway machines on a private network.
   */
  public static insecurelyAcceptAny(): HostKeys {
    return new HostKeys(() => ({ unchecked: true }));
  }

  private constructor(
    /**
     * Finds the keys of a host.
     * @internal
     */
    public readonly lookUp: (address: string | undefined, port: number) => HostKeysLookup,
  ) {}
}

const KEY_LINE = /^(ssh-[a-z0-9@.-]+|ecdsa-[a-z0-9@.-]+|sk-[a-z0-9@.-]+) +([A-Za-z0-9+/]+={0,3})(?: .*)?$/;

function parseKey(line: string): string | undefined {
  const match = typeof line === 'string' ? KEY_LINE.exec(line.trim()) : null;
  return match ? `${match[1]} ${match[2]}` : undefined;
}

function lookUp(path: string, name: string | undefined, port: number): HostKeysLookup {
  if (name === undefined) {
    return {
      problem: `the address is known only at apply time and can’t be looked up in ${show(path)}`,
      remedy: "Set the host’s name in the file as in HostKeys.fromKnownHosts('known_hosts', { alias: 'worker-1' }).",
    };
  }
  const remedy = 'Give the path of a known_hosts file, absolute, relative to the working directory, or starting with ~/.';
  if (typeof path !== 'string') return { problem: `${show(path)} is not a path`, remedy };
  let text: string;
  try {
    text = readFileSync(path.startsWith('~/') ? join(homedir(), path.slice(2)) : path, 'utf8');
  } catch (error) {
    return { problem: `${show(path)} can’t be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`, remedy };
  }
  const wanted = port === 22 ? name : `[${name}]:${port}`;
  const keys = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    const [patterns, ...rest] = line.trim().split(/\s+/);
    // A comment or a marker (`@revoked`) is in the position of the host names, and no host has that name.
    if (patterns === undefined) continue;
    const key = parseKey(rest.join(' '));
    if (key !== undefined && patterns.split(',').some((pattern) => matches(pattern, wanted))) keys.add(key);
  }
  return keys.size > 0 ? { keys: [...keys].sort() } : noKey(path, name, port);
}

function noKey(path: string, name: string, port: number): HostKeysLookup {
  const scan = `ssh-keyscan ${port === 22 ? '' : `-p ${port} `}${shellWord(name)} >> ${shellWord(path)}`;
  return {
    problem: `${show(path)} has no key for ${port === 22 ? name : `[${name}]:${port}`}`,
    remedy: `Run ${scan} and compare the fingerprints with the host’s, or set alias to the host’s name in the file.`,
  };
}

function shellWord(text: string): string {
  return /^[\w./:~-]+$/.test(text) ? text : show(text);
}

/**
 * Compares a known_hosts pattern with a name. Hashed entries are `|1|salt|HMAC-SHA1(salt, name)` (sshd(8), SSH_KNOWN_HOSTS FILE
 * FORMAT).
 */
function matches(pattern: string, name: string): boolean {
  const hashed = /^\|1\|([^|]+)\|([^|]+)$/.exec(pattern);
  if (!hashed) return pattern.toLowerCase() === name.toLowerCase();
  return createHmac('sha1', Buffer.from(hashed[1]!, 'base64')).update(name).digest('base64') === hashed[2];
}
