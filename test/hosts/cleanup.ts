// npx tsx test/hosts/cleanup.ts: removes hosts whose process is gone. Tests do it by themselves before they boot one.
import { destroyAbandoned } from './record';

destroyAbandoned((line) => process.stdout.write(`${line}\n`)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
