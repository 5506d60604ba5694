import { wordsIn } from '../../tools/words';

const linesOf = (path: string, text: string): readonly number[] => wordsIn(path, text).map(({ line }) => line);

test('finds words in comments, messages and names', () => {
  const text = [
    "const told = ''; // words: this test needs it",
    'const told = 1;',
    "error('it is somebody else');",
    '// A file that lies there.',
    'if (a) b(); else c();',
    '// Otherwise, nothing else is printed.',
    '/** Raise it: Monit else gives up. */',
    'const text = `got ${x}; expected ${y}`;',
  ];
  expect(linesOf('lib/a.ts', text.join('\n'))).toEqual([3, 3, 4, 7, 8]);
  expect(linesOf('lib/a.ts', text.slice(1).join('\n'))).toContain(1);
});

test('skips code in pages, and the keywords of a shell', () => {
  expect(linesOf('docs/a.md', 'Use `tell` or `says` here.\nIt says why.\nThe last line says why.\n')).toEqual([2]);
  expect(linesOf('lib/a.sh', 'if a; then b; else c; fi\n# Left alone.\n# This alone is read.\nreport "it stands there"\n')).toEqual([3, 4]);
});

test('states what to write instead', () => {
  expect(wordsIn('a.md', 'It is in clear.')).toEqual([{ line: 1, word: 'in clear', instead: 'Use "in plaintext".' }]);
});
