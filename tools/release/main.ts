// npm run release:check: whether what is committed can be released as it is. Changes nothing.
import path from 'node:path';

import { steps } from './steps';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const indented = (text: string): string => text.replaceAll(/^/gm, '    ');

async function main(): Promise<void> {
  const causes: string[] = [];
  for (const { title, look, gate } of steps(path.resolve(__dirname, '../..'))) {
    const { problems, notes = [] } = await look();
    say(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${title}`);
    for (const note of notes) say(indented(note));
    for (const problem of problems) say(indented(problem));
    if (problems.length === 0) continue;
    causes.push(`${title}: ${problems.at(-1)!.split('\n').at(-1)!}`);
    if (gate) break;
  }
  if (causes.length === 0) {
    say('ready to be released');
    return;
  }
  process.exitCode = 1;
  say('');
  for (const cause of causes) say(`not to be released: ${cause}`);
}

void main();
