import * as path from 'node:path';
import { HouseFixture } from './fixture';

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
}

// A line that a rule must report ends in `// !rule`; every other line must pass.
const FILES: Readonly<Record<string, string>> = {
  'lib/values/undocumented.ts': `
export function undocumented(): number { // !jsdoc/require-jsdoc
  return 1;
}
export const constant = 1; // !jsdoc/require-jsdoc
export type Alias = string; // !jsdoc/require-jsdoc
export enum Colour { // !jsdoc/require-jsdoc
  RED,
}
export interface Shape { // !jsdoc/require-jsdoc
  readonly width: number; // !jsdoc/require-jsdoc
  area(): number; // !jsdoc/require-jsdoc
}
export abstract class Thing { // !jsdoc/require-jsdoc
  static make(): number { // !jsdoc/require-jsdoc
    return 1;
  }
  readonly size = 1; // !jsdoc/require-jsdoc
  constructor(
    readonly name: string, // !jsdoc/require-jsdoc
    private readonly secret: string,
  ) {}
  get length(): number { // !jsdoc/require-jsdoc
    return this.secret.length;
  }
  reveal(): string { // !jsdoc/require-jsdoc
    return this.hidden();
  }
  private hidden(): string {
    return this.secret;
  }
}
`,
  'lib/values/documented.ts': `
interface Internal {
  readonly anything: number;
}
/** A thing with a docstring on everything that a user sees. */
export class Documented {
  private readonly internal: Internal = { anything: 1 };
  /** Its size in bytes. */
  size(): number {
    return this.internal.anything;
  }
}
/** Number of things. */
export const COUNT = 1;
/** A better one. */
export class Better extends Documented {
  override size(): number {
    return 2;
  }
}
`,
  'lib/values/careless.ts': `
/** Doesn't wait. */
export async function careless(): Promise<void> {
  await Promise.resolve();
}
careless(); // !@typescript-eslint/no-floating-promises
/** Any value. */
export const loose: any = 1; // !@typescript-eslint/no-explicit-any
/** Prints to the console. */
export function shout(): void {
  console.log('here'); // !no-console
}
/* eslint-disable no-console -- has no effect, and is reported */ // !null
/** Still prints. */
export function again(): void {
  console.log('here'); // !no-console
}
// @ts-ignore // !@typescript-eslint/ban-ts-comment
`,
  'lib/values/issues.ts': `
interface Issue {
  readonly code: string;
  readonly place: readonly (string | number)[];
  readonly problem: string;
  readonly remedy: string;
}
declare function placeText(place: Issue['place']): string;
/** Looks at the code, and at the steps of the place. */
export function looks({ code, place }: Issue): boolean {
  return code.startsWith('monit/') && place[0] === 'rules' && place.length > 1;
}
/** Reads the text of an issue. */
export function reads(issue: Issue): readonly unknown[] {
  const { place, problem } = issue;
  return [
    issue.problem.replace('a', 'b'), // !no-restricted-syntax
    problem.startsWith('a'), // !no-restricted-syntax
    issue.place.includes('rules'), // !no-restricted-syntax
    String(place).length,
    String(issue.place[0]).length,
    placeText(place).split('.'), // !no-restricted-syntax
    /a/.test(problem), // !no-restricted-syntax
    /a/.exec(issue.problem), // !no-restricted-syntax
    /a/.test(placeText(place)), // !no-restricted-syntax
  ];
}
/** A literal issue. */
export const made: Issue = { code: 'a/b', place: [], problem: 'x', remedy: 'Y.' }; // !no-restricted-syntax
`,
  'lib/values/index.ts': `
export { Documented } from './documented';
export * from './careless';
import { careless } from './careless'; // !no-restricted-syntax
careless; // !no-restricted-syntax !@typescript-eslint/no-unused-expressions
`,
};

let results: readonly LintResult[];

beforeAll(() => {
  const fixture = new HouseFixture(FILES);
  try {
    results = fixture.run('eslint/bin/eslint.js', '--format', 'json', '.') as LintResult[];
    results = results.map((result) => ({ ...result, filePath: path.relative(fixture.directory, result.filePath) }));
  } finally {
    fixture.remove();
  }
}, 60_000);

test.each(Object.entries(FILES))('%s', (file, text) => {
  const expected = text.split('\n').flatMap((line, index) => [...line.matchAll(/ !(\S+)/g)].map(([, rule]) => `${index + 1} ${rule!}`));
  const found = results.find(({ filePath }) => filePath === file)!.messages.map(({ line, ruleId }) => `${line} ${String(ruleId)}`);
  expect([...new Set(found)].sort()).toEqual(expected.sort());
});
