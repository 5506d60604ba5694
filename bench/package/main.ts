// npm run bench:package: the cost of the package for its users, besides the cost of cdktf itself. Needs the npm registry.
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';

import { blocksOf } from '../../test/docs/markdown';
import { REPOSITORY } from '../../test/hosts/paths';
import { must } from '../../test/hosts/run';
import { Consumer } from '../../test/package/consumer';
import { scratch, setScratch, tarball } from '../../test/package/packed';
import { difference, summarize, type Summary } from '../statistics';

/** The budgets of issue 4, in milliseconds. */
const BUDGETS = { import: 150, check: 1000 } as const;

const CDKTF_ALONE = `import { App, TerraformStack } from 'cdktf';\nconst app = new App();\nnew TerraformStack(app, 'x');\napp.synth();\n`;
const TSC = [
  path.join(REPOSITORY, 'node_modules/typescript/bin/tsc'),
  '--noEmit',
  '--strict',
  '--skipLibCheck',
  '--target',
  'ES2022',
  '--module',
  'Node16',
];

/** Loaded before the measured code: prints its processor time, which other work on the machine hardly changes. */
const METER = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeFileSync('cpu.json', String((user + system) / 1000));
});`;

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
const range = ({ median, least, most }: Summary): string => `${milliseconds(median)} (${least.toFixed(0)} to ${most.toFixed(0)})`;

/** Duration of a command, in milliseconds. */
interface Cost {
  /** By the wall clock. */
  readonly elapsed: number;
  /** Of the processors. */
  readonly processor: number;
}

interface Comparison {
  readonly title: string;
  readonly without: readonly string[];
  readonly withIt: readonly string[];
  readonly repetitions: number;
  readonly budget: number;
}

new Command('bench:package')
  .description('cost of importing and type-checking the package, compared with only cdktf, in one run')
  .option('--repetitions <n>', 'how often each is measured', Number, 15)
  .action(async ({ repetitions }: { repetitions: number }) => {
    setScratch(mkdtempSync(path.join(tmpdir(), 'bench-package-')));
    try {
      const consumer = await makeConsumer();
      const before = loadavg()[0]!;
      const run = async (argv: readonly string[]): Promise<Cost> => {
        const start = performance.now();
        await consumer.must(['node', '--require', './meter.cjs', ...argv]);
        return { elapsed: performance.now() - start, processor: Number(consumer.read('cpu.json')) };
      };
      print(
        `Node ${process.version}, cdktf ${consumer.versionOf('cdktf')}, ${cpus().length} × ${cpus()[0]!.model}, load ${before.toFixed(1)}`,
      );
      await compare(run, {
        title: 'importing',
        without: ['-e', "require('cdktf')"],
        withIt: ['-e', "require('cdktf'); require('cdktf-sidekiq')"],
        repetitions,
        budget: BUDGETS.import,
      });
      await compare(run, {
        title: 'type-checking the README’s example',
        without: [...TSC, 'cdktf.ts'],
        withIt: [...TSC, 'example.ts'],
        repetitions,
        budget: BUDGETS.check,
      });
      print(`load at the end ${loadavg()[0]!.toFixed(1)}`);
    } finally {
      rmSync(scratch(), { recursive: true, force: true });
    }
  })
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });

/** Measures both commands in turn, after one unmeasured run that brings the files into the page cache. */
async function compare(run: (argv: readonly string[]) => Promise<Cost>, comparison: Comparison): Promise<void> {
  const { title, without, withIt, repetitions, budget } = comparison;
  const alone: Cost[] = [];
  const together: Cost[] = [];
  for (let turn = 0; turn <= repetitions; turn++) {
    const pair = [await run(without), await run(withIt)] as const;
    if (turn === 0) continue;
    alone.push(pair[0]);
    together.push(pair[1]);
  }
  print(`${title}, ${repetitions} times: median (range); budget ${milliseconds(budget)}`);
  for (const kind of ['elapsed', 'processor'] as const) {
    const [before, after] = [alone.map((cost) => cost[kind]), together.map((cost) => cost[kind])] as const;
    const added = difference(before, after);
    print(`  ${kind.padEnd(9)}  only cdktf ${range(summarize(before))}, with the package ${range(summarize(after))}`);
    print(`  ${''.padEnd(9)}  added ${range(added)}, ratio ${added.ratio.toFixed(2)}`);
  }
}

async function makeConsumer(): Promise<Consumer> {
  const printed = await must(['npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', scratch()], { cwd: REPOSITORY });
  renameSync(path.join(scratch(), printed.trim()), tarball());
  const dependencies = { cdktf: '0.21.0', constructs: '10.8.1', '@cdktf/provider-null': '11.0.1', '@types/node': '20' };
  const consumer = await Consumer.install('bench', { dependencies });
  consumer.write('meter.cjs', METER);
  consumer.write('cdktf.ts', CDKTF_ALONE);
  consumer.write('example.ts', blocksOf('README.md').find(({ language }) => language === 'ts')!.text);
  return consumer;
}
