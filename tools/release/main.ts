// npm run release:check: checks whether the current commit can be released. Changes nothing.
import path from 'node:path';

import { steps } from './steps';

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const indented = (text: string): string => text.replaceAll(/^/gm, '    ');

async function main(): Promise<void> {
  const causes: string[] = [];
  for (const { title, look, gate } of steps(path.resolve(__dirname, '../..'))) {
    const { problems, notes = [] } = await look();
    print(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${title}`);
    for (const note of notes) print(indented(note));
    for (const problem of problems) print(indented(problem));
    if (problems.length === 0) continue;
    causes.push(`${title}: ${problems.at(-1)!.split('\n').at(-1)!}`);
    if (gate) break;
  }
  if (causes.length === 0) {
    print('ready for release');
    return;
  }
  process.exitCode = 1;
  print('');
  for (const cause of causes) print(`not releasable: ${cause}`);
}

void main();
