import type { App, TerraformStack } from 'cdktf';
import { eventually } from '../../../hosts/eventually';
import { TestHost } from '../../../hosts/host';
import type { Suite } from '../../../hosts/rootfs';
import { TerraformDirectory } from '../../../hosts/terraform';
import { stackWithTerraformData, synthesized } from '../../../support/stacks';

/** State of a unit in systemd, and the number of its starts. */
export interface State {
  readonly active: string;
  readonly result: string;
  readonly restarts: number;
  /** Number of the unit's invocations since boot: one for each start, including those that failed. */
  readonly lives: number;
}

/** A service on a separate host, and the Monit that monitors it. */
export class Watched {
  public constructor(
    public readonly host: TestHost,
    /** Length of Monit's cycle in seconds. */
    private readonly interval: number,
    private readonly unit = 'sidekiq.service',
  ) {}

  /** Another unit on the same host. */
  public beside(unit: string): Watched {
    return new Watched(this.host, this.interval, unit);
  }

  public async state(): Promise<State> {
    const shown = await this.host.mustExec(`systemctl show -p ActiveState,Result,NRestarts ${this.unit}`);
    const journal = await this.host.mustExec(`journalctl -q -o json --output-fields=INVOCATION_ID UNIT=${this.unit}`);
    const of = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(shown)?.[1] ?? '';
    const lives = new Set([...journal.matchAll(/"INVOCATION_ID" ?: ?"(\w+)"/g)].map(([, id]) => id)).size;
    return { active: of('ActiveState'), result: of('Result'), restarts: Number(of('NRestarts')), lives };
  }

  /** Kills the main process with SIGKILL, as the kernel does. */
  public async kill(): Promise<void> {
    await this.host.mustExec(`kill -9 "$(systemctl show -P MainPID ${this.unit})"`);
  }

  public async systemctl(...verb: readonly string[]): Promise<void> {
    await this.host.mustExec(['systemctl', ...verb, this.unit]);
  }

  /** Waits until the unit has this state. */
  public async until(wanted: Partial<State>, seconds: number): Promise<void> {
    await this.eventually(`a state of ${JSON.stringify(wanted)}`, seconds, async () => {
      const state = await this.state();
      return { met: Object.entries(wanted).every(([name, value]) => state[name as keyof State] === value), saw: state };
    });
  }

  /** Waits until Monit's log has this number of matching lines. */
  public async untilMonitSays(pattern: RegExp, seconds: number, times = 1): Promise<void> {
    await this.eventually(`${times} × ${String(pattern)} in Monit's log`, seconds, async () => {
      const log = await this.monitLog();
      return { met: count(log, pattern) >= times, saw: log };
    });
  }

  /** Waits until Monit shows a check as OK. */
  public async untilMonitSees(check: string, seconds: number): Promise<void> {
    await this.eventually(`Monit to show ${check} as OK`, seconds, async () => {
      const { stdout, stderr } = await this.host.exec('monit -B summary');
      return { met: new RegExp(`^ *${check} +OK `, 'm').test(stdout), saw: stdout + stderr };
    });
  }

  /** Waits until the guard has logged this number of matching lines. */
  public async untilGuardSays(pattern: RegExp, seconds: number, times = 1): Promise<void> {
    await this.eventually(`${times} × ${String(pattern)} by the guard`, seconds, async () => {
      const printed = await this.guardLog();
      return { met: count(printed, pattern) >= times, saw: `${printed}\n${await this.monitLog()}` };
    });
  }

  public guardLog(): Promise<string> {
    return this.host.mustExec('journalctl -q -o cat -t cdktf-sidekiq-guard');
  }

  public monitLog(): Promise<string> {
    return this.host.mustExec('cat /var/log/monit.log');
  }

  /** Waits for this number of Monit's cycles. */
  public async cycles(number: number): Promise<void> {
    // Time of the last cycle in whole seconds: a cycle takes at least two here.
    const looked = async (): Promise<string> =>
      (await this.host.mustExec(`monit -B status | sed -n "/^System /,/data collected/s/^ *data collected *//p"`)).trim();
    let last = await looked();
    for (let cycle = 0; cycle < number; cycle++) {
      const next = async (): Promise<string | undefined> => {
        const now = await looked();
        return now === last ? undefined : now;
      };
      last = await eventually(next, { what: `Monit's next cycle`, seconds: 60 + this.interval, pause: 200 });
    }
  }

  /** Enqueues jobs for Sidekiq, in Ruby. */
  public async enqueue(job: string): Promise<void> {
    const argv = ['ruby', '-e', `require_relative 'app'; ${job}`];
    await this.host.mustExec(argv, { user: 'deploy', cwd: '/opt/myapp/current' });
  }

  /** Enqueues a job that takes this number of seconds, and waits until it has begun. */
  public async work(seconds: number): Promise<void> {
    await this.enqueue(`CountingJob.perform_async(${seconds})`);
    await this.eventually('the job to begin', 30, async () => {
      const started = await this.host.mustExec('redis-cli get jobs:started');
      return { met: started.trim() !== '', saw: started };
    });
  }

  private async eventually(what: string, seconds: number, look: () => Promise<{ met: boolean; saw: unknown }>): Promise<void> {
    let seen: unknown;
    const found = async (): Promise<true | undefined> => {
      const { met, saw } = await look();
      seen = saw;
      return met ? true : undefined;
    };
    const saw = async (): Promise<string> =>
      `${typeof seen === 'string' ? seen : JSON.stringify(seen)}\n${await this.host.mustExec(`journalctl -q -n 40 -o short-iso -u ${this.unit}`)}`;
    await eventually(found, { what, seconds, pause: 250, saw });
  }
}

export function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].length;
}

let booted: Promise<unknown> = Promise.resolve();

/** Runs a test on a separate host, which is removed afterwards. */
export async function onHost(suite: Suite, test: (host: TestHost) => Promise<void>): Promise<void> {
  // One after the other: tests run in parallel, but a boot needs both cores.
  const boot = booted.then(() => TestHost.boot({ suite }));
  booted = boot.catch(() => undefined);
  const host = await boot;
  try {
    await test(host);
  } finally {
    host.destroy();
  }
}

/** Deploys a stack. */
export async function deploy(build: (stack: TerraformStack) => void): Promise<void> {
  const directory = TerraformDirectory.create('{}', {});
  try {
    await deployFrom(directory, build);
  } finally {
    directory.remove();
  }
}

/** Deploys a stack from a directory that keeps its state, so that it can be deployed again. */
export async function deployFrom(directory: TerraformDirectory, build: (stack: TerraformStack) => void): Promise<void> {
  const text = synthesized((app: App) => {
    const stack = stackWithTerraformData(app);
    build(stack);
    return stack;
  });
  directory.write(text);
  for (const step of ['init', 'apply'] as const) {
    const { code, output } = await directory[step]();
    if (code !== 0) throw new Error(`terraform ${step} ended with ${code}:\n${output}`);
  }
}
