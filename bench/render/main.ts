// npm run bench:render: the time for rendering and checking unit files, and its growth.
import { cpus, loadavg } from 'node:os';
import { Command } from 'commander';

import { AllExcept, Exec, OptionalPath, renderUnitFile, ServiceUnit, unitFileIssues } from '../../lib/systemd';
import { Duration, Percent, Size } from '../../lib/values';
import { summarize } from '../statistics';

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

/** A typical worker: about 40 directives, a dozen of them with lists or texts that need escapes. */
function worker(number: number): ServiceUnit {
  const unit = new ServiceUnit(`sidekiq-${number}.service`);
  unit.unit.set({
    Description: `Sidekiq ${number} (100 %)`,
    Documentation: ['https://github.com/sidekiq/sidekiq/wiki'],
    After: ['network-online.target', 'redis-server.service'],
    Wants: ['network-online.target'],
    StartLimitIntervalSec: Duration.seconds(0),
    ConditionPathExists: ['/opt/myapp/current/Gemfile'],
  });
  unit.service.set({
    Type: 'notify',
    ExecStart: Exec.command('/usr/bin/bundle', ['exec', 'sidekiq', '-e', 'production', '-t', '25', '-q', `queue ${number}`]),
    ExecReload: Exec.command('/bin/kill', ['-TSTP', Exec.env('MAINPID')]),
    ExecStopPost: Exec.command('/bin/rm', ['-f', `/run/sidekiq-${number}.pid`], { fullPrivileges: true }),
    Restart: 'always',
    RestartSec: Duration.seconds(5),
    TimeoutStopSec: Duration.seconds(45),
    WatchdogSec: Duration.seconds(30),
    User: 'deploy',
    WorkingDirectory: '/opt/myapp/current',
    UMask: '0027',
    Environment: { MALLOC_ARENA_MAX: '2', WORKER: String(number), GREETING: `"$x" 100% \\ ${number}` },
    EnvironmentFile: ['/etc/myapp/env'],
    SyslogIdentifier: `sidekiq-${number}`,
    LimitNOFILE: 65_536,
    NoNewPrivileges: true,
    ProtectSystem: 'strict',
    ProtectHome: 'read-only',
    PrivateTmp: true,
    ReadWritePaths: [OptionalPath.of('/opt/myapp/shared'), OptionalPath.of('/var/log/myapp')],
    RuntimeDirectory: [`sidekiq ${number}`],
    RestrictAddressFamilies: ['AF_INET', 'AF_INET6', 'AF_UNIX'],
    CapabilityBoundingSet: [],
    SystemCallFilter: ['@system-service', AllExcept.of('@privileged', '@resources')],
    MemoryHigh: Size.mebibytes(700),
    MemoryMax: Size.mebibytes(800),
    CPUQuota: Percent.of(150),
    TasksMax: 512,
    IPAddressAllow: ['localhost', '10.0.0.0/8'],
  });
  unit.install.set({ WantedBy: ['multi-user.target'] });
  return unit;
}

interface Taken {
  readonly render: number;
  readonly issues: number;
  readonly bytes: number;
}

/** Milliseconds of processor time of this process, which other processes hardly change. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function take(count: number): Taken {
  const units = Array.from({ length: count }, (_, number) => worker(number));
  const start = processorTime();
  const bytes = units.reduce((sum, unit) => sum + renderUnitFile(unit).length, 0);
  const middle = processorTime();
  const found = units.flatMap((unit) => unitFileIssues(unit, { systemdVersion: 252 }));
  const end = processorTime();
  if (found[0] !== undefined) throw new Error(`${found.length} issues, where there should be none: ${JSON.stringify(found[0])}`);
  return { render: middle - start, issues: end - middle, bytes };
}

new Command('bench:render')
  .description('what rendering and checking of unit files takes, and how it grows')
  .option('--units <n>', 'the largest number of units', Number, 10_000)
  .option('--repetitions <n>', 'how often each number is measured', Number, 5)
  .action(({ units, repetitions }: { readonly units: number; readonly repetitions: number }) => {
    print(`Node ${process.version}, ${cpus().length} × ${cpus()[0]!.model}, load ${loadavg()[0]!.toFixed(1)}`);
    const sizes = [units / 10, units / 5, units / 2, units].map(Math.round);
    for (const size of sizes) take(Math.min(size, 1000)); // compiles the code
    const medians = sizes.map((size) => {
      const taken = Array.from({ length: repetitions }, () => take(size));
      const median = (of: (one: Taken) => number): number => summarize(taken.map(of)).median;
      const [render, issues] = [median((one) => one.render), median((one) => one.issues)];
      const each = ((render + issues) / size) * 1000;
      print(
        `${String(size).padStart(6)} units: rendered in ${render.toFixed(0)} ms of the processor, checked in ${issues.toFixed(0)} ms, ${each.toFixed(0)} µs each`,
      );
      return { size, total: render + issues };
    });
    const [first, ...others] = medians;
    for (const { size, total } of others) {
      const growth = total / first!.total;
      print(`${size / first!.size} times as many units take ${growth.toFixed(1)} times as long`);
    }
  })
  .parse();
