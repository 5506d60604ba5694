import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sendProgram } from '../../lib/programs';
import { eventText } from '../programs/event-text';
import { campaign } from '../support/campaign';

const form = campaign();

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'cdktf-sidekiq-test.'));
});
afterAll(() => rmSync(directory, { recursive: true }));

describe.each([
  ['dash', { sample: 200, small: 2000, all: 20_000 }[form]],
  ['bash', { sample: 50, small: 500, all: 5000 }[form]],
])('the JSON strings that %s writes', (shell, number) => {
  it(`are correct for ${number} texts`, () => {
    const texts = fc.sample(eventText, { numRuns: number, seed: 11 }).map((text) => text.replaceAll('\0', ''));
    // The program's own functions, and one line for each text.
    const functions = sendProgram.slice(0, sendProgram.indexOf('\npost() {'));
    const lines = texts.map((text) => `json '${text.replaceAll("'", `'\\''`)}' 2000; echo`);
    writeFileSync(join(directory, 'many'), `${functions}\n${lines.join('\n')}\n`);
    const { stdout } = spawnSync(shell, [join(directory, 'many')], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const read = stdout.split('\n').slice(0, -1);
    expect(read).toHaveLength(number);
    const wrong = texts.filter((text, index) => JSON.parse(`"${read[index]}"`) !== text.replace(/[\x00-\x1f\x7f]/g, ' '));
    expect(wrong).toEqual([]);
  }, 600_000);
});
