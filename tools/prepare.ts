// npx tsx tools/prepare.ts [--suite SUITE]…: installs what tests on real hosts need, and fills the cache.
import { Command, Option } from 'commander';

import { nullProviderMirror } from '../test/hosts/null-provider';
import { ensurePrerequisites } from '../test/hosts/prerequisites';
import { rootFileSystem, SUITES, type Suite } from '../test/hosts/rootfs';

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

new Command('prepare')
  .description('installs what tests on real hosts need, and fills the cache')
  .addOption(new Option('--suite <suites...>', 'which Debian releases').choices(SUITES).default(SUITES))
  .action(async ({ suite }: { suite: readonly Suite[] }) => {
    const { reason } = await ensurePrerequisites({ print });
    if (reason !== '') {
      // In CI a skip would hide that nothing was tested; on a laptop those tests are skipped with the reason.
      if (process.env.CI) throw new Error(reason);
      print(`no real hosts here, tests that need them will be skipped: ${reason}`);
      return;
    }
    await nullProviderMirror(print);
    // One after another: each keeps a processor and the network busy.
    for (const each of suite) await rootFileSystem(each, print);
    print('ready');
  })
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
