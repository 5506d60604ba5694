/**
 * Generates docs/issues.md and the list of issue codes: `npx tsx tools/issue-catalogue/main.ts`. With `--check` it only reports
 * files that are out of date, and fails.
 */
import { codesFile, isStale, write, type GeneratedFile } from './generated';
import { COMMAND } from './page';

async function main(argv: readonly string[]): Promise<void> {
  const check = argv.includes('--check');
  const make = (file: GeneratedFile): void => {
    if (check ? isStale(file) : write(file)) console.log(check ? `${file.path} is out of date: run ${COMMAND}` : `wrote ${file.path}`);
    if (check && isStale(file)) process.exitCode = 1;
  };
  make(codesFile());
  // Imported now, because it reads the list when it is loaded.
  const { pageFile } = await import('./page-file.js');
  make(pageFile());
}

void main(process.argv.slice(2));
