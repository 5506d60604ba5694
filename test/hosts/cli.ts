// Controls hosts by hand:
//   npx tsx test/hosts/cli.ts up [--suite bookworm] [--name NAME]
//   npx tsx test/hosts/cli.ts list | exec NAME COMMAND… | boot NAME | kill NAME | down [NAME…]
import { Command, Option } from 'commander';

import { keepAll, destroyAllOnSignals } from './fleet';
import { TestHost } from './host';
import { networks } from './network';
import { destroyNetwork, hostsOf, type HostRecord } from './record';
import { SUITES, type Suite } from './rootfs';

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const program = new Command('hosts').description('throw-away Debian hosts, kept until "down"').enablePositionalOptions();

program
  .command('up')
  .addOption(new Option('--suite <suite>', 'which Debian').choices(SUITES).default('bookworm'))
  .option('--name <name>', 'its host name; default: the suite and a number')
  .action(async ({ suite, name }: { suite: Suite; name?: string }) => {
    const wanted = name ?? freeName(suite);
    if (kept().some((host) => host.name === wanted)) throw new Error(`there is a ${wanted} already`);
    destroyAllOnSignals();
    const host = await TestHost.boot({ suite, name: wanted, print });
    keepAll();
    print(`${host.name} is up at ${host.address}`);
    print(`  ${host.sshCommand()}`);
    print(`  ${host.sshCommand('ops')}`);
  });

program.command('list').action(() => {
  for (const host of kept())
    print(`${host.name} ${host.suite} ${host.address} ${TestHost.attach(host).isRunning ? 'running' : 'down'} ${host.directory}`);
});

program
  .command('exec <name> <command...>')
  .passThroughOptions()
  .action(async (name: string, command: string[]) => {
    const onlyWord = command.length === 1 ? command[0] : undefined;
    const { code, stdout, stderr } = await attach(name).exec(onlyWord ?? command);
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    process.exitCode = code;
  });

program.command('boot <name>').action((name: string) => attach(name).boot());
program.command('kill <name>').action((name: string) => attach(name).kill());

program.command('down [names...]').action((names: string[]) => {
  for (const network of networks().filter(({ owner }) => owner === undefined)) {
    const hosts = hostsOf(network);
    if (names.length === 0 || hosts.some((host) => names.includes(host.name))) {
      destroyNetwork(network);
      print(`removed ${hosts.map((host) => host.name).join(', ')}`);
    }
  }
});

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

function kept(): readonly HostRecord[] {
  return networks()
    .filter(({ owner }) => owner === undefined)
    .flatMap(hostsOf);
}

function freeName(suite: Suite): string {
  const taken = kept().map(({ name }) => name);
  for (let number = 1; ; number++) if (!taken.includes(`${suite}-${number}`)) return `${suite}-${number}`;
}

function attach(name: string): TestHost {
  const record = kept().find((host) => host.name === name);
  if (record === undefined)
    throw new Error(
      `no host ${name} is kept; there are: ${
        kept()
          .map((host) => host.name)
          .join(', ') || 'none'
      }`,
    );
  return TestHost.attach(record);
}
