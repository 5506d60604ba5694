// npx tsx test/hosts/cleanup.ts: removes hosts whose process has ended. Tests do this themselves before they boot a host.
import { destroyAbandoned } from './record';

destroyAbandoned((line) => process.stdout.write(`${line}\n`)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
