import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { issueCodes } from '../../tools/issue-catalogue/codes';

/** The codes of a lib/ with one file. */
function codesOf(text: string): readonly string[] {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'codes-')));
  try {
    mkdirSync(path.join(root, 'lib'));
    writeFileSync(path.join(root, 'lib/a.ts'), text);
    writeFileSync(
      path.join(root, 'tsconfig.build.json'),
      JSON.stringify({ compilerOptions: { strict: true, lib: ['ES5'], types: [] }, include: ['lib'] }),
    );
    return issueCodes(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test.each<[string, string, readonly string[]]>([
  ['as it stands', `export const a = { code: 'monit/a-b' };`, ['monit/a-b']],
  ['in a comment, in a path and in a module’s name it is none', `// 'monit/c'\nimport 'monit/d';\nexport const a = 'etc/a';`, []],
  ['put together of a parameter', 'const issue = (code: string) => `monit/${code}`;\nissue("a");\nissue("b");', ['monit/a', 'monit/b']],
  [
    'handed on from function to function',
    'function issue(severity: string, code: string) { return `monit/${code}`; }\nfunction error(code: string) { return issue("error", code); }\nerror("a");\nissue("info", "b");',
    ['monit/a', 'monit/b'],
  ],
  ['of a condition', 'export const a = (b: boolean) => `monit/${b ? "a" : "b"}`;', ['monit/a', 'monit/b']],
  ['of a type', 'export const a = (b: "x" | "y") => `bundle/${b}-twice`;', ['bundle/x-twice', 'bundle/y-twice']],
])(
  'a code is found: %s',
  (_, text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  },
  60_000,
);

test('what can’t be followed is an error, not a code that is missing', () => {
  expect(() => codesOf('declare function read(): string;\nexport const a = `monit/${read()}`;')).toThrow(
    /`read\(\)`.*give it a type of literals/,
  );
}, 60_000);
