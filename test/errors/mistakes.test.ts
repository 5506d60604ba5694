import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../tools/issue-catalogue/generated';
import { COMMAND, reasonsOf } from '../../tools/issue-catalogue/page';
import { pageFile } from '../../tools/issue-catalogue/page-file';
import { lib } from './lib';
import { mistakes, type Mistake } from './mistakes';
import { raise, raiseTogether, type Raised } from './raise';

/** Issues of each mistake, made once for all tests of this file. Only a mistake that can't be combined with others is synthesized by itself. */
const raised = new Map<Mistake, Raised>();
function raisedBy(mistake: Mistake): Raised {
  const known = raised.get(mistake) ?? raise(lib, mistake, { synthesize: mistake.alone === true });
  raised.set(mistake, known);
  return known;
}

/** Printed unquoted and unescaped, as reviewers read it. */
class Messages {
  constructor(readonly lines: readonly string[]) {}
}
expect.addSnapshotSerializer({
  test: (value) => value instanceof Messages,
  serialize: (value) => (value as Messages).lines.join('\n'),
});

test('each mistake has a unique name', () => {
  const names = mistakes.map(({ mistake }) => mistake);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe.each([...new Set(mistakes.map(({ concern }) => concern))])('%s', (concern) => {
  test.each(mistakes.filter((mistake) => mistake.concern === concern).map((mistake) => [mistake.mistake, mistake] as const))(
    '%s',
    (_, mistake) => {
      const { issues, lines, thrown, pure } = raisedBy(mistake);

      // Every message verbatim: read it like the user who made the mistake.
      expect(new Messages(lines)).toMatchSnapshot();
      // Each mistake is reported once.
      expect(
        issues.map(({ code }) => code).filter((code, index, codes) => codes.indexOf(code) !== index || !expected(mistake, codes).has(code)),
      ).toEqual([]);
      for (const { property, problem, remedy } of issues) {
        for (const words of [property, problem, remedy]) expect(words).toMatch(/^\S(.*\S)?$/s);
        expect(remedy).toMatch(/[.…]$/);
        expect([problem, remedy].join(' ')).not.toMatch(/\bundefined\b|\[object|NaN/);
      }

      // A synthesis stops only at errors, and prints them in cdktf's form. All other mistakes are tried together, below.
      if (mistake.alone !== true) return;
      const errors = errorsOf(lines);
      if (pure || errors.length === 0) expect(thrown).toBeUndefined();
      else expect(messagesOf(thrown)).toEqual(errors);
    },
  );
});

describe('docs/issues.md', () => {
  const page = readFileSync(path.join(ROOT, 'docs/issues.md'), 'utf8');

  test('has exactly the codes of the library', () => {
    const headings = [...page.matchAll(/^### (\S+)$/gm)].map(([, code]) => code!);
    expect(headings.sort()).toEqual([...lib.testing.ISSUE_CODES]);
    expect(Object.keys(reasonsOf(lib)).sort()).toEqual([...lib.testing.ISSUE_CODES]);
  });

  test('has the current messages', () => {
    const { path: file, text } = pageFile(raisedBy);
    const hint = `${file} is out of date: run ${COMMAND}`;
    expect([file, hint, page]).toEqual(['docs/issues.md', hint, text]);
  });
});

test.each([
  ['one stack', ['workers']],
  ['three stacks', ['web', 'workers', 'clocks']],
])('many mistakes in %s are all reported at once', (_, stacks) => {
  const together = mistakes.filter((mistake) => mistake.alone !== true && !raisedBy(mistake).pure);
  const { thrown, reported } = raiseTogether(lib, together, stacks);
  expect(thrown).toBeInstanceOf(Error);
  expect((thrown as Error).message).toMatch(/^Validation failed with the following errors:\n/);
  expect(Object.fromEntries(together.map(({ mistake }, index) => [mistake, reported[index]]))).toEqual(
    Object.fromEntries(together.map((mistake) => [mistake.mistake, errorsOf(raisedBy(mistake).lines)])),
  );
  expect(reported.flat().length).toBeGreaterThan(200);
});

test('warnings and notes don’t stop a synthesis', () => {
  const harmless = mistakes.filter((mistake) => {
    const { pure, lines } = raisedBy(mistake);
    return mistake.alone !== true && !pure && errorsOf(lines).length === 0;
  });
  expect(harmless.length).toBeGreaterThan(50);
  expect(raiseTogether(lib, harmless, ['workers']).thrown).toBeUndefined();
});

function errorsOf(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.startsWith('error ')).map((line) => line.slice('error '.length));
}

/** The first code, and the additional ones according to the table. */
function expected({ alsoReported = [] }: Mistake, codes: readonly string[]): ReadonlySet<string | undefined> {
  const others = new Set(alsoReported);
  return new Set([codes.find((code) => !others.has(code)), ...alsoReported]);
}

function messagesOf(thrown: unknown): readonly string[] {
  expect(thrown).toBeInstanceOf(Error);
  const [head, ...lines] = (thrown as Error).message.split('\n');
  expect(head).toBe('Validation failed with the following errors:');
  return lines.slice(0, lines.indexOf('')).map((line) => line.trim());
}
