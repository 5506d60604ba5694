/**
 * Generates files of lib/systemd from the tables in `groups/`: `npx tsx tools/directives/main.ts`. With `--check` it only lists those
 * that are out of date, and fails if there are any.
 */
import { isStale, write, type GeneratedFile } from '../issue-catalogue/generated';
import { rowsFile } from './rows';
import { sectionFiles } from './sections';

/** Returns every file that is generated from the tables. */
export function directiveFiles(): readonly GeneratedFile[] {
  return [rowsFile(), ...sectionFiles()];
}

function main(argv: readonly string[]): void {
  const check = argv.includes('--check');
  for (const file of directiveFiles()) {
    if (check ? isStale(file) : write(file))
      console.log(check ? `${file.path} is out of date: run npm run generate` : `wrote ${file.path}`);
    if (check && isStale(file)) process.exitCode = 1;
  }
}

if (require.main === module) main(process.argv.slice(2));
