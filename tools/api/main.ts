// npm run api: writes the public API of each entry point to etc/<entry point>.api.md. Needs the types in dist.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { apiReport, keptReport, REPORTS } from './report';
import { entryPoints } from './entry-points';

const repository = path.resolve(__dirname, '../..');

mkdirSync(path.join(repository, REPORTS), { recursive: true });
for (const entryPoint of entryPoints(repository)) {
  const { fileName, text, problems } = apiReport(repository, entryPoint);
  const change = keptReport(repository, entryPoint) === text ? 'unchanged' : 'written';
  writeFileSync(path.join(repository, REPORTS, fileName), text);
  process.stdout.write(`${REPORTS}/${fileName}: ${change}\n`);
  for (const problem of problems) {
    process.stderr.write(`${entryPoint.specifier}: ${problem}\n`);
    process.exitCode = 1;
  }
}
