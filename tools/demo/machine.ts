import { lastLines, type Outcome } from '../../test/hosts/run';
import type { Login } from './options';

/** A host of the demo: a throw-away one, or the user's own. */
export interface Machine {
  /** Name in messages. */
  readonly name: string;
  /** Login for Terraform. */
  readonly login: Login;
  /** Directories in which a deployment could leave files. */
  readonly searched: readonly string[];
  /** Number of SSH connections that this program itself has made to it. */
  readonly ownConnections: number;
  /** Runs shell text as root. */
  asRoot(script: string): Promise<Outcome>;
}

/** A moment from which a machine's SSH connections are counted. */
export interface ConnectionMark {
  readonly cursor: string;
  readonly ownConnections: number;
}

/** Runs shell text as root that has to succeed; returns its output without the last line break. */
export async function mustRun(machine: Machine, script: string): Promise<string> {
  const { code, stdout, stderr } = await machine.asRoot(script);
  if (code !== 0) throw new Error(`on ${machine.name}, exit code ${code}: ${script}\n${lastLines(stdout + stderr)}`);
  return stdout.trimEnd();
}

/** Starts to count the SSH connections that a machine accepts. */
export async function markConnections(machine: Machine): Promise<ConnectionMark> {
  const cursor = await mustRun(machine, `journalctl --quiet --lines=0 --show-cursor | sed -n 's/^-- cursor: //p'`);
  return { cursor, ownConnections: machine.ownConnections };
}

/** Number of logins of Terraform's user that sshd has logged since, without those that this program itself has made. */
export async function connectionsSince(machine: Machine, { cursor, ownConnections }: ConnectionMark): Promise<number> {
  const script = `journalctl --quiet --output=cat --after-cursor='${cursor}' _COMM=sshd + _COMM=sshd-session | grep -c '^Accepted publickey for ${machine.login.user} ' || :`;
  const logged = Number(await mustRun(machine, script));
  return logged - (machine.ownConnections - ownConnections);
}

/** systemd's state of Sidekiq. */
export interface SidekiqState {
  readonly active: string;
  readonly pid: number;
  /** A new one with each start. */
  readonly invocation: string;
  readonly restarts: number;
}

/** Asks systemd about Sidekiq. */
export async function sidekiqState(machine: Machine): Promise<SidekiqState> {
  const shown = await mustRun(machine, 'systemctl show sidekiq.service -p ActiveState,MainPID,InvocationID,NRestarts');
  const value = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(shown)?.[1] ?? '';
  return {
    active: value('ActiveState'),
    pid: Number(value('MainPID')),
    invocation: value('InvocationID'),
    restarts: Number(value('NRestarts')),
  };
}

/** Lists everything that a deployment could leave: each path with its mode and owner, and a hash of each file's content. */
export async function fileTree(machine: Machine): Promise<readonly string[]> {
  const places = machine.searched.join(' ');
  // Other programs' data changes by itself, and each check changes access times.
  const others = ['redis', 'monit', 'systemd', 'dpkg', 'apt'].map((name) => `-path /var/lib/${name}`).join(' -o ');
  const tree = await mustRun(
    machine,
    `find ${places} -xdev \\( ${others} \\) -prune -o -printf '%p %y %m %u:%g %l\\n'
     find ${places} -xdev \\( ${others} \\) -prune -o -type f -size -200k -print0 | xargs -0 sha256sum --`,
  );
  return tree
    .split('\n')
    .filter((line) => !TERRAFORMS_UPLOAD.test(line) && !KEPT_LOG.test(line))
    .sort();
}

/** Terraform empties the script that it uploads for each run, but doesn't remove it. */
const TERRAFORMS_UPLOAD = /\/\.ssh\/cdktf-sidekiq-[0-9a-f-]+\.sh( |$)/;

/** Each deployment leaves a log, even one that changed nothing else. */
const KEPT_LOG = /\/cdktf-sidekiq\/owners\/[0-9a-f-]+\/log(\/| )/;

/** Returns the difference between two trees, in the form of a diff. */
export function treeDiff(before: readonly string[], after: readonly string[]): readonly string[] {
  const [old, now] = [new Set(before), new Set(after)];
  return [
    ...before.filter((line) => !now.has(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !old.has(line)).map((line) => `+ ${line}`),
  ];
}
