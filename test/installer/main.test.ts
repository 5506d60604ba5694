import { readFileSync } from 'node:fs';
import path from 'node:path';

const read = (file: string): string => readFileSync(path.join(__dirname, '../..', file), 'utf8');

interface Step {
  readonly number: number;
  readonly title: string;
  readonly functions: readonly string[];
}

/** The steps of main.sh: a numbered comment, and the first words of the lines behind it. */
function stepsOfProgram(): Step[] {
  const steps: { number: number; title: string; functions: string[] }[] = [];
  for (const line of read('lib/installer/sh/main.sh').split('\n')) {
    const comment = /^ {2}# (\d+)\. ([^.:]*)[.:]/.exec(line);
    if (comment !== null) steps.push({ number: Number(comment[1]), title: comment[2]!, functions: [] });
    else if (line === '}' && steps.at(-1)?.number === 12) break;
    else steps.at(-1)?.functions.push(...(/^ {2}(?:\[.*\] \|\| )?([a-z]\w*)/.exec(line)?.slice(1) ?? []));
  }
  return steps;
}

/** The steps of docs/reliability.md. */
function stepsOfPage(): Step[] {
  return [...read('docs/reliability.md').matchAll(/^\| (\d+) +\| (.*?) +\| (.*?) +\|/gm)].map(([, number, title, functions]) => ({
    number: Number(number),
    title: title!,
    functions: functions!.split(', ').map((name) => name.replaceAll('`', '')),
  }));
}

it('has the steps of docs/reliability.md, in their order and by their names', () => {
  const program = stepsOfProgram();
  const page = stepsOfPage();
  expect(page.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(program.map(({ number, title }) => [number, title])).toEqual(page.map(({ number, title }) => [number, title]));
  for (const [index, { functions }] of page.entries()) {
    // The page leaves out what only reports.
    expect(program[index]!.functions.filter((name) => functions.includes(name))).toEqual(functions);
  }
});
