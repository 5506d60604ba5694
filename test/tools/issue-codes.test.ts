import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { issueCodes } from '../../tools/issue-catalogue/codes';

/** The codes of a lib/ with one file. */
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
  ['as it stands', `export const a = { code: 'monit/a-b' };`, ['monit/a-b']],
  ['in a comment, in a path and in a module’s name it is none', `// 'monit/c'\nimport 'monit/d';\nexport const a = 'etc/a';`, []],
])(
  'a code is found: %s',
  (_, text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  },
  60_000,
);

test('a code that is put together is an error, not a code that is missing', () => {
  expect(() => codesOf('export const a = (b: "x" | "y") => `monit/${b}-twice`;')).toThrow(/write the code in full, instead of `monit/);
}, 60_000);
