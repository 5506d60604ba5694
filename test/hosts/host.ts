import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { createGroups, killGroups, processesOf } from './cgroups';
import { eventually } from './eventually';
import { activeNetwork, releaseIfEmpty } from './fleet';
import { silent, type Say } from './paths';
import { prerequisites } from './prerequisites';
import { quietNow } from './quiet-clock';
import { consoleOf, destroyHost, knownHostsOf, pidFileOf, privateKeyOf, recordFileOf, rootOf, type HostRecord } from './record';
import { rootFileSystem, type Suite } from './rootfs';
import { lastLines, must, run, sleep, type Outcome, type RunOptions } from './run';

export interface BootOptions {
  /** Which Debian. Default: bookworm. */
  readonly suite?: Suite;
  /** Its host name. Default: h and its number. */
  readonly name?: string;
  /** Told what takes time. */
  readonly say?: Say;
  /** A command that starts its container, followed by that one: strace, which then sees all that ever runs on the host. */
  readonly tracer?: readonly string[];
}

/** Who runs a command on a host, and where. */
export interface ExecOptions extends RunOptions {
  /** Default: root. */
  readonly user?: string;
}

/** A place in a host's journal: what was logged later can be counted. */
export type JournalMark = string & { readonly brand: 'JournalMark' };

const KEY_TYPES = ['ed25519', 'ecdsa', 'rsa'] as const;
const BOOT_LIMIT_SECONDS = 120;

/**
 * A real Debian, booted by systemd in a container of its own: sshd, Monit, Redis and a small Sidekiq app are there, users
 * `root` and `ops` (passwordless sudo) log in with {@link privateKeyPath}, `deploy` owns the app in /opt/myapp. All of it
 * is removed by {@link destroy}, or else when this process ends.
 */
export class TestHost {
  private initPid: number | undefined;

  private constructor(
    private readonly record: HostRecord,
    private readonly tracer: readonly string[] = [],
  ) {}

  /** Makes a host and waits until it is up: sshd answers, and systemd has started all there is to start. */
  static async boot(options: BootOptions = {}): Promise<TestHost> {
    const { reason } = prerequisites(['hosts']);
    if (reason !== '') throw new Error(reason);
    const suite = options.suite ?? 'bookworm';
    const layers = await rootFileSystem(suite, options.say);
    const network = await activeNetwork(options.say ?? silent);
    const number = network.allocate();
    const name = options.name ?? `h${number - 9}`;
    const id = `csk${network.number}-${name}`;
    const record: HostRecord = {
      name,
      suite,
      address: `10.87.${network.number}.${number}`,
      gateway: network.gateway,
      bridge: network.bridge,
      id,
      link: `csk${network.number}v${number}`,
      directory: path.join(network.directory, name),
    };
    mkdirSync(record.directory); // fails for a name that is taken
    writeFileSync(recordFileOf(record), JSON.stringify(record));
    const host = new TestHost(record, options.tracer);
    try {
      await Promise.all([mountRoot(record, layers).then(() => makeIdentity(record)), connect(record)]);
      await host.boot();
    } catch (error) {
      host.destroy();
      throw error;
    }
    return host;
  }

  /** A host that another process keeps. */
  static attach(record: HostRecord): TestHost {
    return new TestHost(record);
  }

  get name(): string {
    return this.record.name;
  }
  get suite(): Suite {
    return this.record.suite;
  }
  /** Its IPv4 address, reachable from this machine alone. */
  get address(): string {
    return this.record.address;
  }
  /** This machine's address as the host sees it: for servers that a test runs. */
  get gateway(): string {
    return this.record.gateway;
  }
  /** Logs in `root` and `ops`. */
  get privateKeyPath(): string {
    return privateKeyOf(this.record);
  }
  /** A known_hosts file with each of its keys: ed25519, ecdsa, rsa. */
  get knownHostsPath(): string {
    return knownHostsOf(this.record);
  }
  /** Its file system seen from outside, also while it is down. Symbolic links in it point into this machine's own. */
  get rootDirectory(): string {
    return rootOf(this.record);
  }
  /** A directory that is removed with the host, with what is mounted in it, however this process ends. */
  get scratchDirectory(): string {
    return this.record.directory;
  }
  /** Its systemd, as this machine numbers it. */
  get firstProcess(): number {
    const pid = this.initPid ?? childOf(this.record);
    if (pid === undefined) throw new Error(`${this.name} is down`);
    return pid;
  }
  /** Whether anything of it runs. */
  get isRunning(): boolean {
    return processesOf(this.record.id).length > 0;
  }

  /** Boots it, for the first time or after {@link kill} or {@link shutdown}: files stay what they were. */
  async boot(): Promise<void> {
    if (this.isRunning) throw new Error(`${this.name} runs already`);
    allowManyHosts();
    const machine = start(this.record, this.tracer);
    const until = <T>(what: string, probe: () => Promise<T | undefined>): Promise<T> => this.reached(machine, what, probe);
    this.initPid = await until('its first process', () => Promise.resolve(childOf(this.record)));
    await until('the end of its boot', async () => {
      const { stdout } = await this.exec(['systemctl', 'is-system-running'], { timeout: 10_000 });
      return /^(running|degraded)$/m.test(stdout) || undefined;
    });
    await until('sshd', async () => ((await this.ssh('true', { timeout: 10_000 })).code === 0 ? true : undefined));
  }

  /**
   * Runs a command on the host without SSH, so that connection counts stay what they were. Text is run by `sh -c`, an
   * array as it is.
   */
  async exec(command: string | readonly string[], { user = 'root', cwd = '/', env = {}, ...options }: ExecOptions = {}): Promise<Outcome> {
    if (this.initPid === undefined) this.initPid = childOf(this.record);
    if (this.initPid === undefined) throw new Error(`${this.name} is down`);
    const argv = typeof command === 'string' ? ['sh', '-c', command] : command;
    const enter = ['nsenter', `--target=${this.initPid}`, '--mount', '--uts', '--ipc', '--net', '--pid', '--cgroup', '--root', '--wd'];
    const become = user === 'root' ? [] : ['runuser', '--user', user, '--'];
    const go = ['env', `--chdir=${cwd}`];
    return run([...enter, '--', ...become, ...go, ...argv], { ...options, env: { ...HOST_ENVIRONMENT, ...env } });
  }

  /** Runs a command that has to succeed, without SSH; returns its stdout. */
  async mustExec(command: string | readonly string[], options: ExecOptions = {}): Promise<string> {
    const { code, stdout, stderr } = await this.exec(command, options);
    if (code !== 0) throw new Error(`${this.name}: ${String(command)} ended with ${code}:\n${lastLines(stdout + stderr)}`);
    return stdout;
  }

  /** Waits until a condition of the shell holds on the host, so many seconds of a quiet machine at most. */
  async until(condition: string, seconds = 60): Promise<void> {
    const { code, stderr } = await this.exec(`until ${condition}; do sleep 0.05; done`, { timeout: seconds * 1000 });
    if (code !== 0) throw new Error(`${this.name}: waited ${seconds} s until ${condition}\n${lastLines(stderr)}`);
  }

  /** Runs a command over SSH, as Terraform would come: one connection each. */
  ssh(command: string, { user = 'root', ...options }: ExecOptions = {}): Promise<Outcome> {
    return run(['ssh', ...this.sshOptions(), `${user}@${this.address}`, command], options);
  }

  /** What a person types to log in. */
  sshCommand(user = 'root'): string {
    return ['ssh', ...this.sshOptions(), `${user}@${this.address}`].join(' ');
  }

  /** Writes a file, owned by root, with the given mode (default: 0644); directories above it are made. */
  async writeFile(file: string, content: string, mode = '0644'): Promise<void> {
    // Not from /dev/stdin: Node gives its children sockets, which can't be opened by a name.
    await this.mustExec(['sh', '-ec', 'install -D -m "$1" /dev/null "$2"; cat >"$2"', 'sh', mode, file], { input: content });
  }

  readFile(file: string): Promise<string> {
    return this.mustExec(['cat', '--', file]);
  }

  /** A place in the journal, to count from. */
  async mark(): Promise<JournalMark> {
    const out = await this.mustExec(['journalctl', '--quiet', '--lines=0', '--show-cursor']);
    return out.replace(/^.*cursor: /s, '').trim() as JournalMark;
  }

  /** How many SSH connections were let in since a mark. */
  async sshConnections(since: JournalMark): Promise<number> {
    const log = await this.journal(since);
    return log.split('\n').filter((line) => line.startsWith('Accepted publickey for ')).length;
  }

  /** The journal's messages since a mark, or since boot. */
  async journal(since?: JournalMark): Promise<string> {
    const from = since === undefined ? ['--boot'] : [`--after-cursor=${since}`];
    return this.mustExec(['journalctl', '--quiet', '--no-pager', '--output=cat', ...from]);
  }

  /** What systemd said while it booted. */
  consoleLog(): string {
    return readFileSync(consoleOf(this.record), 'utf8');
  }

  /** Cuts the power: every process gets SIGKILL, nothing is told. */
  kill(): void {
    killGroups(this.record.id);
    this.initPid = undefined;
  }

  /** Shuts it down in order; cuts the power after `limit` milliseconds of a quiet machine. */
  async shutdown(limit = 60_000): Promise<void> {
    if (!this.isRunning) return;
    await this.exec(['systemctl', '--no-block', 'poweroff']);
    const end = quietNow() + limit;
    while (this.isRunning && quietNow() < end) await sleep(50);
    this.kill();
  }

  /** Removes it and all that was made for it. May be repeated. */
  destroy(): void {
    destroyHost(this.record);
    this.initPid = undefined;
    releaseIfEmpty();
  }

  private sshOptions(): readonly string[] {
    const options = [
      `UserKnownHostsFile=${this.knownHostsPath}`,
      'StrictHostKeyChecking=yes',
      'IdentitiesOnly=yes',
      'BatchMode=yes',
      'LogLevel=ERROR',
    ];
    return ['-F', '/dev/null', '-i', this.privateKeyPath, ...options.flatMap((option) => ['-o', option])];
  }

  /** Waits for a step of the boot. */
  private async reached<T>(machine: ChildProcess, what: string, probe: () => Promise<T | undefined>): Promise<T> {
    const look = async (): Promise<T | undefined> => {
      const found = await probe();
      if (found === undefined && (machine.exitCode !== null || machine.signalCode !== null))
        throw new Error(`${this.name} went down while waiting for ${what}:\n${lastLines(this.consoleLog())}`);
      return found;
    };
    return eventually(look, { what, seconds: BOOT_LIMIT_SECONDS, pause: 50, saw: () => `\n${lastLines(this.consoleLog())}` });
  }
}

const HOST_ENVIRONMENT = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root', LANG: 'C.UTF-8' };

async function mountRoot(host: HostRecord, layers: readonly string[]): Promise<void> {
  const [upper, work] = ['upper', 'work'].map((name) => path.join(host.directory, name)) as [string, string];
  for (const directory of [upper, work, rootOf(host)]) mkdirSync(directory);
  chmodSync(upper, 0o755);
  await must(['mount', '-t', 'overlay', host.id, '-o', `lowerdir=${layers.join(':')},upperdir=${upper},workdir=${work}`, rootOf(host)]);
}

/** Its name and keys: host keys made here and now, so that tests know them without asking the network. */
async function makeIdentity(host: HostRecord): Promise<void> {
  const etc = path.join(rootOf(host), 'etc');
  writeFileSync(path.join(etc, 'hostname'), `${host.name}\n`);
  writeFileSync(path.join(etc, 'hosts'), `127.0.0.1 localhost\n127.0.1.1 ${host.name}\n::1 localhost\n`);
  // Some of the kernel's settings are the whole machine's: no host's boot changes them.
  symlinkSync('/dev/null', path.join(etc, 'systemd/system/systemd-sysctl.service'));
  const hostKey = (type: string): string => path.join(etc, `ssh/ssh_host_${type}_key`);
  await Promise.all([
    makeKey(privateKeyOf(host), ['-t', 'ed25519']),
    // 2048 bits: a test's key has no secret to keep, and longer ones take a second to find.
    ...KEY_TYPES.map((type) => makeKey(hostKey(type), type === 'rsa' ? ['-t', type, '-b', '2048'] : ['-t', type])),
  ]);
  const publicKeys = KEY_TYPES.map((type) =>
    readFileSync(`${hostKey(type)}.pub`, 'utf8')
      .split(' ')
      .slice(0, 2)
      .join(' '),
  );
  writeFileSync(knownHostsOf(host), publicKeys.map((key) => `${host.address} ${key.trim()}\n`).join(''));
  for (const [user, home] of [
    ['root', 'root'],
    ['ops', 'home/ops'],
  ] as const) {
    const target = path.join(rootOf(host), home, '.ssh');
    await must(['chroot', rootOf(host), 'install', '-d', '-m', '0700', '-o', user, '-g', user, `/${home}/.ssh`]);
    writeFileSync(path.join(target, 'authorized_keys'), readFileSync(`${privateKeyOf(host)}.pub`));
    await must(['chroot', rootOf(host), 'chown', `${user}:${user}`, `/${home}/.ssh/authorized_keys`]);
  }
}

async function makeKey(file: string, type: readonly string[]): Promise<void> {
  await must(['ssh-keygen', '-q', '-N', '', '-C', 'test', '-f', file, ...type]);
}

/** A network namespace with one interface, and a cable from it to the bridge. */
async function connect(host: HostRecord): Promise<void> {
  await must(['ip', 'netns', 'add', host.id]);
  await must(['ip', 'link', 'add', host.link, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', host.id]);
  await must(['ip', 'link', 'set', host.link, 'master', host.bridge, 'up']);
  await must(['ip', '-n', host.id, 'address', 'add', `${host.address}/24`, 'dev', 'eth0']);
  await must(['ip', '-n', host.id, 'link', 'set', 'eth0', 'up']);
  await must(['ip', '-n', host.id, 'link', 'set', 'lo', 'up']);
}

/** Starts the container in groups of its own: a shell enters them, then becomes systemd-nspawn. */
function start(host: HostRecord, tracer: readonly string[]): ChildProcess {
  const enter = 'echo $$ >"$1"; shift; while [ "$1" != -- ]; do echo $$ >"$1"; shift; done; shift; exec "$@"';
  const nspawn = [
    ...['systemd-nspawn', '--quiet', '--boot', '--register=no', '--keep-unit', `--directory=${rootOf(host)}`, `--machine=${host.name}`],
    ...[`--network-namespace-path=/run/netns/${host.id}`, '--resolv-conf=off', '--timezone=off', '--link-journal=no', '--console=pipe'],
  ];
  const log = openSync(consoleOf(host), 'a');
  // A session of its own: Ctrl-C in a terminal is for us, not for the host.
  const child = spawn('sh', ['-ec', enter, 'sh', pidFileOf(host), ...createGroups(host.id), '--', ...tracer, ...nspawn], {
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: HOST_ENVIRONMENT.PATH, SYSTEMD_NSPAWN_UNIFIED_HIERARCHY: '1' },
  });
  child.on('error', () => undefined); // shows as a host that went down
  child.unref();
  closeSync(log);
  return child;
}

/**
 * The host's own first process, as this machine numbers it. While it starts, systemd-nspawn has another child, which makes
 * this one and ends: only the first of a namespace of its own is meant.
 */
function childOf(host: HostRecord): number | undefined {
  try {
    const children = childrenOf(Number(readFileSync(pidFileOf(host), 'utf8')));
    const own = processesOf(host.id);
    // Below a tracer there is one generation more.
    return [...children, ...children.flatMap(childrenOf)].find(
      (child) => own.includes(child) && /^NSpid:.*\t1$/m.test(readFileSync(`/proc/${child}/status`, 'utf8')),
    );
  } catch {
    return undefined; // not yet, or no more
  }
}

function childrenOf(pid: number): readonly number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return listed === '' ? [] : listed.split(' ').map(Number);
}

/** Each systemd watches many files, and all of a user's share one limit, 128 by default. */
function allowManyHosts(): void {
  const limit = '/proc/sys/fs/inotify/max_user_instances';
  if (Number(readFileSync(limit, 'utf8')) < 1024) writeFileSync(limit, '1024');
}
