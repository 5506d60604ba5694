import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { issueCodes } from '../../tools/issue-catalogue/codes';

/** Returns the codes of a lib/ with one file. */
function codesOf(text: string): readonly string[] {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'codes-')));
  try {
    mkdirSync(path.join(root, 'lib/monit'), { recursive: true });
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
  ['as a literal', `export const a = { code: 'monit/a-b' };`, ['monit/a-b']],
  ['but not in a comment, a path or a module’s name', `// 'monit/c'\nimport 'monit/d';\nexport const a = 'etc/a';`, []],
])(
  'a code is found: %s',
  (_, text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  },
  60_000,
);

test('a code that is put together at run time is an error, not a missing code', () => {
  expect(() => codesOf('export const a = (b: "x" | "y") => `monit/${b}-twice`;')).toThrow(/write the code in full, instead of `monit/);
}, 60_000);
