import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { show } from '../values';

/** Options of {@link HostKeys.fromKnownHosts}. */
export interface KnownHostsOptions {
  /** The name to look up instead of the host's address: needed where the address is a token. */
  readonly alias?: string;
}

/** Keys of a host, or why there are none. */
export type HostKeysLookup =
  { readonly keys: readonly string[] } | { readonly unchecked: true } | { readonly problem: string; readonly got: string };

/**
 * The host keys that Terraform accepts from a host. Terraform itself reads neither known_hosts nor ssh_config, and
 * checks nothing unless it is given keys.
 */
export class HostKeys {
  /**
   * The keys that a known_hosts file has for the host, read at synth: plain and hashed entries, `[host]:port`.
   *
   * @param path of the file; a leading `~/` is the home directory, a relative path starts at the working directory
   * @param options an alias to look up instead of the address
   */
  public static fromKnownHosts(path: string, options: KnownHostsOptions = {}): HostKeys {
    return new HostKeys((address, port) => lookUp(path, options?.alias ?? address, port));
  }

  /**
   * The host's public keys themselves, as in `/etc/ssh/ssh_host_*_key.pub`: `ssh-ed25519 AAAA…`. Give all that the host
   * has: Terraform's SSH client asks for ECDSA first, and of two keys of one type it accepts the first
   * (`terraform/host-key-type-twice`).
   *
   * @param keys one line for each key
   */
  public static of(...keys: readonly string[]): HostKeys {
    return new HostKeys(() => {
      const bad = keys.find((key) => parseKey(key) === undefined);
      if (keys.length === 0) return { problem: 'no key was given', got: 'nothing' };
      if (bad !== undefined) return { problem: 'this is not a public key line', got: show(bad) };
      return { keys: keys.map((key) => parseKey(key)!) };
    });
  }

  /**
   * No check at all: whoever answers at the address gets the files, the secrets among them, and root's commands.
   * For throw-away machines on a private network.
   */
  public static insecurelyAcceptAny(): HostKeys {
    return new HostKeys(() => ({ unchecked: true }));
  }

  private constructor(
    /**
     * Finds the keys for a host.
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
    return { problem: 'the address is only known at apply time, so the file needs an alias to look up', got: show(path) };
  }
  if (typeof path !== 'string') return { problem: 'the path of the file is not text', got: show(path) };
  let text: string;
  try {
    text = readFileSync(path.startsWith('~/') ? join(homedir(), path.slice(2)) : path, 'utf8');
  } catch (error) {
    return { problem: `the file can't be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`, got: show(path) };
  }
  const wanted = port === 22 ? name : `[${name}]:${port}`;
  const keys = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    const [patterns, ...rest] = line.trim().split(/\s+/);
    // A comment or a marker (`@revoked`) stands where the names do, and is the name of no host.
    if (patterns === undefined) continue;
    const key = parseKey(rest.join(' '));
    if (key !== undefined && patterns.split(',').some((pattern) => matches(pattern, wanted))) keys.add(key);
  }
  return keys.size > 0 ? { keys: [...keys].sort() } : { problem: `it has no key for ${wanted}`, got: show(path) };
}

/** Hashed entries are `|1|salt|HMAC-SHA1(salt, name)` (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT). */
function matches(pattern: string, name: string): boolean {
  const hashed = /^\|1\|([^|]+)\|([^|]+)$/.exec(pattern);
  if (!hashed) return pattern.toLowerCase() === name.toLowerCase();
  return createHmac('sha1', Buffer.from(hashed[1]!, 'base64')).update(name).digest('base64') === hashed[2];
}
