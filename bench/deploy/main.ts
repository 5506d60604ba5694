// npm run bench:deploy: the duration of a deployment on real hosts, compared with the same changes without any safety.
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { Command } from 'commander';

import type { Bundle } from '../../lib';
import type { Outcome } from '../../test/hosts/run';
import { TestHost } from '../../test/hosts/host';
import { destroyAll } from '../../test/hosts/fleet';
import * as hand from '../../test/installer/by-hand';
import { difference, summarize, type Summary } from '../statistics';
import { workersBundle } from './bundle';
import { floorScript } from './floor';

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const seconds = ({ median, least, most }: Summary): string =>
  `${(median / 1000).toFixed(2)} s (${(least / 1000).toFixed(2)} to ${(most / 1000).toFixed(2)})`;

/** Cost of one way of deploying on all hosts at once. */
interface Cost {
  /** Milliseconds, by the clock. */
  readonly elapsed: number;
  /** Processes started, on the hosts and by sshd, including other work on the machine. */
  readonly processes: number;
}

/** One measured change, made in both ways. */
interface Change {
  readonly title: string;
  readonly from: Bundle | undefined;
  readonly to: Bundle;
  readonly changed: readonly string[] | 'all';
}

const ONE = workersBundle(5);
const OTHER = workersBundle(6);
const UNIT = ONE.files.filter(({ path }) => path.endsWith('/sidekiq.service')).map(({ path }) => path);

const CHANGES: readonly Change[] = [
  { title: 'first deployment', from: undefined, to: ONE, changed: 'all' },
  { title: 'no-op', from: ONE, to: ONE, changed: [] },
  { title: 'one line of the unit', from: ONE, to: OTHER, changed: UNIT },
];

new Command('bench:deploy')
  .description('deployments on real hosts, beside the same changes over one ssh without any safety, in one run')
  .option('--repetitions <n>', 'how often each is measured', Number, 7)
  .option('--hosts <list>', 'on how many hosts at once', '1,8')
  .option('--only <title>', 'only one change')
  .action(async ({ repetitions, hosts, only }: { repetitions: number; hosts: string; only?: string }) => {
    print(`${cpus().length} × ${cpus()[0]!.model}, load ${loadavg()[0]!.toFixed(1)}`);
    for (const count of hosts.split(',').map(Number)) {
      const fleet = await Promise.all(Array.from({ length: count }, () => TestHost.boot()));
      try {
        for (const change of CHANGES) if (only === undefined || change.title === only) await compare(fleet, change, repetitions);
      } finally {
        for (const host of fleet) host.destroy();
      }
    }
    print(`load at the end ${loadavg()[0]!.toFixed(1)}`);
  })
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(destroyAll);

/** Measures both ways in turn, each from the same state, after one unmeasured run. */
async function compare(fleet: readonly TestHost[], { title, from, to, changed }: Change, repetitions: number): Promise<void> {
  const script = floorScript(to, changed);
  const ours: Cost[] = [];
  const floor: Cost[] = [];
  for (let turn = 0; turn <= repetitions; turn++) {
    const plain = await measure(fleet, from, (host) => host.ssh('sh -s', { input: script }));
    const deployed = await measure(fleet, from, (host) => hand.deploy(host, to));
    if (turn === 0) continue;
    floor.push(plain);
    ours.push(deployed);
  }
  const both = (kind: keyof Cost): readonly [number[], number[]] => [floor.map((cost) => cost[kind]), ours.map((cost) => cost[kind])];
  const [plain, deployed] = both('elapsed');
  print(
    `${title}, ${fleet.length} ${fleet.length === 1 ? 'host' : 'hosts'}, ${repetitions} times: ratio ${difference(plain, deployed).ratio.toFixed(2)}`,
  );
  print(`  floor ${seconds(summarize(plain))}, ours ${seconds(summarize(deployed))}`);
  const [few, many] = both('processes').map((counts) => Math.round(summarize(counts).median / fleet.length));
  print(`  processes a host: floor ${few}, ours ${many}; bytes sent: floor ${script.length}, ours ${hand.scriptFor(to).length}`);
}

async function measure(fleet: readonly TestHost[], from: Bundle | undefined, act: (host: TestHost) => Promise<Outcome>): Promise<Cost> {
  await Promise.all(fleet.map((host) => prepare(host, from)));
  const [started, before] = [performance.now(), processesStarted()];
  await Promise.all(
    fleet.map(async (host) => {
      const { code, stdout, stderr } = await act(host);
      if (code !== 0) throw new Error(`${host.name} ended with ${code}:\n${stdout}${stderr}`);
    }),
  );
  return { elapsed: performance.now() - started, processes: processesStarted() - before };
}

/** Restores the initial state of a change, after either way. */
async function prepare(host: TestHost, from: Bundle | undefined): Promise<void> {
  if (from !== undefined) {
    const { code, stdout } = await hand.deploy(host, from);
    if (code !== 0) throw new Error(stdout);
    return;
  }
  await hand.uninstall(host);
  const paths = ONE.files.map(({ path }) => path).join(' ');
  await host.mustExec(`systemctl disable --quiet --now sidekiq 2>/dev/null; rm -f ${paths}; systemctl daemon-reload; monit reload`);
}

/** Number of processes since boot, on this machine and so on all of its hosts. */
function processesStarted(): number {
  return Number(/^processes (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))![1]);
}
