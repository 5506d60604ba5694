import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parseAllDocuments } from 'yaml';

import { REPOSITORY } from '../hosts/paths';
import { examples } from './examples';
import { blocksOf, documents, localLinksOf, placeOf, textOf, type Block } from './markdown';
import { kindOf } from './program';
import type { ProgramOutcome } from './run-programs';
import { Scratch } from './scratch';

const all = documents().flatMap(blocksOf);
const inDocstrings = examples();
const programs = [...all.filter(({ language }) => language === 'ts'), ...inDocstrings];
const named = (blocks: readonly Block[]): [string, Block][] => blocks.map((block) => [placeOf(block), block]);
/** Returns the block of TypeScript that a block belongs to: the last one above it. */
const programAbove = (block: Block): Block | undefined =>
  programs.filter(({ document, line }) => document === block.document && line < block.line).at(-1);

let scratch: Scratch;
let outcomes: ReadonlyMap<Block, ProgramOutcome>;

beforeAll(async () => {
  scratch = new Scratch(programs);
  outcomes = await scratch.synthesize();
}, 120_000);
afterAll(() => scratch.remove());

// test/built/package.test.ts tests that every program compiles.
describe('synthesizes', () => {
  const right = programs.filter((block) => block.tag !== 'wrong' && ['program', 'fragment'].includes(kindOf(block)));
  test.each(named(right))('%s', (_, block) => expect(outcomes.get(block)?.error).toBeUndefined());

  test('each @example without an issue, and each fits into a tooltip', () => {
    const raised = inDocstrings.flatMap((block) => outcomes.get(block)?.issues.map((issue) => `${placeOf(block)}: ${issue}`) ?? []);
    expect(raised).toEqual([]);
    expect(inDocstrings.filter(({ shown }) => shown.length > 10).map(placeOf)).toEqual([]);
  });
});

describe('is rejected', () => {
  test.each(named(programs.filter(({ tag }) => tag === 'wrong')))('%s', (_, block) => {
    // Its message is in a separate block: see below.
    expect(outcomes.get(block)?.error).toMatch(/Validation failed/);
  });
});

describe('shows the issues of its program', () => {
  test.each(named(all.filter(({ language, tag }) => language === 'text' && tag === 'issues')))('%s', (_, block) => {
    const reported = outcomes.get(programAbove(block)!)!.issues;
    const shown = block.text.trim().split('\n');
    expect(shown.filter((line) => !reported.some((issue) => issue.includes(line)))).toEqual([]);
  });
});

describe('shows a file of its program', () => {
  const files = all.filter(({ language, text }) => ['ini', 'text'].includes(language) && /^# \/\S+\n/.test(text));
  test.each(named(files))('%s', (_, block) => {
    const [, file, text] = /^# (\S+)\n(.*)$/s.exec(block.text)!;
    const made = outcomes.get(programAbove(block)!)!.files.filter(([made]) => made === file);
    // Lines of dots mark the text that is left out.
    const pieces = text!.split(/^(?:# )?…\n/m);
    expect(made.some(([, whole]) => pieces.every((piece) => `${whole}\n`.includes(piece)))).toBe(true);
  });
});

test('every user’s test passes', async () => {
  const { code, stderr } = await scratch.test();
  expect({ code, output: code === 0 ? '' : stderr }).toEqual({ code: 0, output: '' });
}, 120_000);

test('every YAML block is valid', () => {
  const blocks = all.filter(({ language }) => language === 'yaml');
  const errors = blocks.flatMap((block) =>
    parseAllDocuments(block.text).flatMap((yaml) => yaml.errors.map((error) => [placeOf(block), String(error)])),
  );
  expect(errors).toEqual([]);
});

describe('is valid JavaScript', () => {
  test.each(named(all.filter(({ language }) => language === 'js')))('%s', (_, { text }) => {
    const type = /^import /m.test(text) ? 'module' : 'commonjs';
    const { status, stderr } = spawnSync(process.execPath, ['--check', `--input-type=${type}`, '-'], { input: text, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

test('every block has a language or a tag', () => {
  const known = [
    'ts',
    'ts wrong',
    'js',
    'ini',
    'text',
    'text issues',
    'text printed',
    'text plan',
    'diff',
    'yaml',
    'json',
    'sh clone',
    'sh project',
    'sh host',
    'sh shown',
  ];
  const unknown = all.filter(({ language, tag }) => !known.includes(`${language} ${tag}`.trim()));
  expect(unknown.map((block) => `${placeOf(block)}: ${block.language} ${block.tag}`)).toEqual([]);
});

test('commands for the clone are scripts of the package', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const commands = all.filter(({ language, tag }) => language === 'sh' && tag === 'clone').map(({ text }) => text);
  const spoken = documents().flatMap((document) =>
    [...textOf(document).matchAll(/`(npm (?:run )?[a-z:]+)/g)].map(([, command]) => command!),
  );
  for (const [, script] of [...commands, ...spoken].join('\n').matchAll(/\bnpm (?:run )?(?!ci\b|run\b|pack\b|install\b|i\b)([a-z:]+)/g)) {
    expect(Object.keys(scripts)).toContain(script);
  }
});

describe('has working links', () => {
  test.each(documents())('%s', (document) => {
    const lost = localLinksOf(document).filter((href) => !isThere(document, href));
    expect(lost).toEqual([]);
  });
});

/** Checks whether a link leads to a file, or to a heading in one, as GitHub names headings. */
function isThere(document: string, href: string): boolean {
  const [file, heading] = href.split('#');
  const target = file === '' ? document : path.join(path.dirname(document), file!);
  if (!existsSync(path.join(REPOSITORY, target))) return false;
  if (heading === undefined) return true;
  const slugs = [...textOf(target).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return slugs.includes(decodeURIComponent(heading));
}
