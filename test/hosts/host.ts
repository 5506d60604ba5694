import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { createGroups, killGroups, processesOf } from './cgroups';
import { eventually } from './eventually';
import { activeNetwork, releaseIfEmpty } from './fleet';
import { silent, type Print } from './paths';
import { prerequisites } from './prerequisites';
import { quietNow } from './quiet-clock';
import { consoleOf, destroyHost, knownHostsOf, pidFileOf, privateKeyOf, recordFileOf, rootOf, type HostRecord } from './record';
import { rootFileSystem, type Suite } from './rootfs';
import { lastLines, must, run, sleep, type Outcome, type RunOptions } from './run';

export interface BootOptions {
  /** Debian release. Default: bookworm. */
  readonly suite?: Suite;
  /** Host name. Default: h and its number. */
  readonly name?: string;
  /** Receives progress messages. */
  readonly print?: Print;
  /** Command that starts the container, followed by its command line: strace, which then traces everything on the host. */
  readonly tracer?: readonly string[];
}

/** User and directory of a command on a host. */
export interface ExecOptions extends RunOptions {
  /** Default: root. */
  readonly user?: string;
}

/** Position in a host's journal, for counting later entries. */
export type JournalMark = string & { readonly brand: 'JournalMark' };

const KEY_TYPES = ['ed25519', 'ecdsa', 'rsa'] as const;
const BOOT_LIMIT_SECONDS = 120;

/**
 * A real Debian, booted by systemd in a container. It has sshd, Monit, Redis and a small Sidekiq app; users
 * `root` and `ops` (passwordless sudo) log in with {@link privateKeyPath}, `deploy` owns the app in /opt/myapp. It's removed
 * by {@link destroy}, or when this process ends.
 */
export class TestHost {
  private initPid: number | undefined;

  private constructor(
    private readonly record: HostRecord,
    private readonly tracer: readonly string[] = [],
  ) {}

  /** Creates a host and waits until it is up: sshd answers, and systemd has finished booting. */
  static async boot(options: BootOptions = {}): Promise<TestHost> {
    const { reason } = prerequisites(['hosts']);
    if (reason !== '') throw new Error(reason);
    const suite = options.suite ?? 'bookworm';
    const layers = await rootFileSystem(suite, options.print);
    const network = await activeNetwork(options.print ?? silent);
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
    mkdirSync(record.directory); // fails if the name is taken
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

  /** Attaches to a host that another process keeps. */
  static attach(record: HostRecord): TestHost {
    return new TestHost(record);
  }

  get name(): string {
    return this.record.name;
  }
  get suite(): Suite {
    return this.record.suite;
  }
  /** Its IPv4 address, reachable only from this machine. */
  get address(): string {
    return this.record.address;
  }
  /** This machine's address as the host sees it, for servers that a test runs. */
  get gateway(): string {
    return this.record.gateway;
  }
  /** Key with which `root` and `ops` log in. */
  get privateKeyPath(): string {
    return privateKeyOf(this.record);
  }
  /** A known_hosts file with each of its keys: ed25519, ecdsa, rsa. */
  get knownHostsPath(): string {
    return knownHostsOf(this.record);
  }
  /** Its file system, accessed from outside, also while it is down. Symbolic links in it point into this machine's own. */
  get rootDirectory(): string {
    return rootOf(this.record);
  }
  /** A directory that is removed with the host, with everything mounted in it, however this process ends. */
  get scratchDirectory(): string {
    return this.record.directory;
  }
  /** Process id of its systemd on this machine. */
  get firstProcess(): number {
    const pid = this.initPid ?? childOf(this.record);
    if (pid === undefined) throw new Error(`${this.name} is down`);
    return pid;
  }
  /** Checks whether any of its processes run. */
  get isRunning(): boolean {
    return processesOf(this.record.id).length > 0;
  }

  /** Boots it for the first time, or after {@link kill} or {@link shutdown}; files are kept. */
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
   * Runs a command on the host without SSH, so that it isn't counted as a connection. Text is run by `sh -c`, an
   * array directly.
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

  /** Runs a command that must succeed, without SSH; returns its stdout. */
  async mustExec(command: string | readonly string[], options: ExecOptions = {}): Promise<string> {
    const { code, stdout, stderr } = await this.exec(command, options);
    if (code !== 0) throw new Error(`${this.name}: ${String(command)} ended with ${code}:\n${lastLines(stdout + stderr)}`);
    return stdout;
  }

  /** Waits until a shell condition is true on the host, for at most so many seconds of a quiet machine. */
  async until(condition: string, seconds = 60): Promise<void> {
    const { code, stderr } = await this.exec(`until ${condition}; do sleep 0.05; done`, { timeout: seconds * 1000 });
    if (code !== 0) throw new Error(`${this.name}: waited ${seconds} s until ${condition}\n${lastLines(stderr)}`);
  }

  /** Runs a command over SSH, as Terraform would: one connection each. */
  ssh(command: string, { user = 'root', ...options }: ExecOptions = {}): Promise<Outcome> {
    return run(['ssh', ...this.sshOptions(), `${user}@${this.address}`, command], options);
  }

  /** Returns the command for logging in by hand. */
  sshCommand(user = 'root'): string {
    return ['ssh', ...this.sshOptions(), `${user}@${this.address}`].join(' ');
  }

  /** Writes a file, owned by root, with the given mode (default: 0644); creates its directories. */
  async writeFile(file: string, content: string, mode = '0644'): Promise<void> {
    // Not from /dev/stdin: Node gives its children sockets, which can't be opened by name.
    await this.mustExec(['sh', '-ec', 'install -D -m "$1" /dev/null "$2"; cat >"$2"', 'sh', mode, file], { input: content });
  }

  readFile(file: string): Promise<string> {
    return this.mustExec(['cat', '--', file]);
  }

  /** Marks the current position in the journal. */
  async mark(): Promise<JournalMark> {
    const out = await this.mustExec(['journalctl', '--quiet', '--lines=0', '--show-cursor']);
    return out.replace(/^.*cursor: /s, '').trim() as JournalMark;
  }

  /** Returns the number of SSH connections accepted since a mark. */
  async sshConnections(since: JournalMark): Promise<number> {
    const log = await this.journal(since);
    return log.split('\n').filter((line) => line.startsWith('Accepted publickey for ')).length;
  }

  /** Returns the journal's messages since a mark, or since boot. */
  async journal(since?: JournalMark): Promise<string> {
    const from = since === undefined ? ['--boot'] : [`--after-cursor=${since}`];
    return this.mustExec(['journalctl', '--quiet', '--no-pager', '--output=cat', ...from]);
  }

  /** Returns systemd's boot messages. */
  consoleLog(): string {
    return readFileSync(consoleOf(this.record), 'utf8');
  }

  /** Cuts the power: every process gets SIGKILL without notice. */
  kill(): void {
    killGroups(this.record.id);
    this.initPid = undefined;
  }

  /** Shuts it down cleanly; cuts the power after `limit` milliseconds of a quiet machine. */
  async shutdown(limit = 60_000): Promise<void> {
    if (!this.isRunning) return;
    await this.exec(['systemctl', '--no-block', 'poweroff']);
    const end = quietNow() + limit;
    while (this.isRunning && quietNow() < end) await sleep(50);
    this.kill();
  }

  /** Removes it and everything that was made for it. Can be repeated. */
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

/** Creates its name and keys: host keys are made now, so that tests know them without asking over the network. */
async function makeIdentity(host: HostRecord): Promise<void> {
  const etc = path.join(rootOf(host), 'etc');
  writeFileSync(path.join(etc, 'hostname'), `${host.name}\n`);
  writeFileSync(path.join(etc, 'hosts'), `127.0.0.1 localhost\n127.0.1.1 ${host.name}\n::1 localhost\n`);
  // Some kernel settings belong to the whole machine: no host's boot may change them.
  symlinkSync('/dev/null', path.join(etc, 'systemd/system/systemd-sysctl.service'));
  const hostKey = (type: string): string => path.join(etc, `ssh/ssh_host_${type}_key`);
  await Promise.all([
    makeKey(privateKeyOf(host), ['-t', 'ed25519']),
    // 2048 bits: a test's key protects nothing, and longer ones take a second to generate.
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

/** Creates a network namespace with one interface, and a cable from it to the bridge. */
async function connect(host: HostRecord): Promise<void> {
  await must(['ip', 'netns', 'add', host.id]);
  await must(['ip', 'link', 'add', host.link, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', host.id]);
  await must(['ip', 'link', 'set', host.link, 'master', host.bridge, 'up']);
  await must(['ip', '-n', host.id, 'address', 'add', `${host.address}/24`, 'dev', 'eth0']);
  await must(['ip', '-n', host.id, 'link', 'set', 'eth0', 'up']);
  await must(['ip', '-n', host.id, 'link', 'set', 'lo', 'up']);
}

/** Starts the container in its own groups: a shell enters them, then becomes systemd-nspawn. */
function start(host: HostRecord, tracer: readonly string[]): ChildProcess {
  const enter = 'echo $$ >"$1"; shift; while [ "$1" != -- ]; do echo $$ >"$1"; shift; done; shift; exec "$@"';
  const nspawn = [
    ...['systemd-nspawn', '--quiet', '--boot', '--register=no', '--keep-unit', `--directory=${rootOf(host)}`, `--machine=${host.name}`],
    ...[`--network-namespace-path=/run/netns/${host.id}`, '--resolv-conf=off', '--timezone=off', '--link-journal=no', '--console=pipe'],
  ];
  const log = openSync(consoleOf(host), 'a');
  // A session of its own: Ctrl-C in a terminal must not reach the host.
  const child = spawn('sh', ['-ec', enter, 'sh', pidFileOf(host), ...createGroups(host.id), '--', ...tracer, ...nspawn], {
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: HOST_ENVIRONMENT.PATH, SYSTEMD_NSPAWN_UNIFIED_HIERARCHY: '1' },
  });
  child.on('error', () => undefined); // appears as a host that went down
  child.unref();
  closeSync(log);
  return child;
}

/**
 * Returns the host's first process, as numbered on this machine. While it starts, systemd-nspawn has another child, which
 * creates this one and ends, so only the first process of its own namespace counts.
 */
function childOf(host: HostRecord): number | undefined {
  try {
    const children = childrenOf(Number(readFileSync(pidFileOf(host), 'utf8')));
    const own = processesOf(host.id);
    // A tracer adds one generation.
    return [...children, ...children.flatMap(childrenOf)].find(
      (child) => own.includes(child) && /^NSpid:.*\t1$/m.test(readFileSync(`/proc/${child}/status`, 'utf8')),
    );
  } catch {
    return undefined; // not started yet, or already ended
  }
}

function childrenOf(pid: number): readonly number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return listed === '' ? [] : listed.split(' ').map(Number);
}

/** Each systemd watches many files, and all of one user's share a limit, 128 by default. */
function allowManyHosts(): void {
  const limit = '/proc/sys/fs/inotify/max_user_instances';
  if (Number(readFileSync(limit, 'utf8')) < 1024) writeFileSync(limit, '1024');
}
