import { endsInOddBackslash, logicalLines, strip } from '../../../lib/systemd/parse/logical-lines';

test('a backslash at the end of a line joins the next one, with a blank between them', () => {
  expect(logicalLines('A=1\\\n  2\nB=3').lines).toEqual([
    { comment: false, number: 2, first: 1, bytes: 'A=1   2' },
    { comment: false, number: 3, first: 3, bytes: 'B=3' },
  ]);
});

test('a comment in the middle of a continued line comes before it', () => {
  expect(logicalLines('A=1\\\n# comment\n2\n').lines).toEqual([
    { comment: true, number: 2, first: 2, bytes: '# comment' },
    { comment: false, number: 3, first: 1, bytes: 'A=1 2' },
  ]);
});

test('a last line that goes on ends with the file', () => {
  expect(logicalLines('A=1\\').lines).toEqual([{ comment: false, number: 2, first: 1, bytes: 'A=1' }]);
});

test('one byte order mark is skipped', () => {
  const mark = '\u00ef\u00bb\u00bf';
  expect(logicalLines(`${mark}A=1\n${mark}B=2`).lines.map(({ bytes }) => bytes)).toEqual(['A=1', `${mark}B=2`]);
});

test('two backslashes at the end are one that is escaped', () => {
  expect(['a', 'a\\', 'a\\\\', '\\\\\\'].map(endsInOddBackslash)).toEqual([false, true, false, true]);
});

test('only what systemd calls blanks is stripped', () => {
  expect(strip(' \t\r\na b\u00a0 \n')).toBe('a b\u00a0');
  expect(strip(' \t ')).toBe('');
});

test('a file with a line that is too long is given up at that line, also where the line is continued', () => {
  expect(logicalLines(`A=1\n${'x'.repeat(2 ** 21)}`)).toMatchObject({ lines: [{ bytes: 'A=1' }], tooLong: 2 });
  const part = `${'x'.repeat(2 ** 19)}\\\n`;
  expect(logicalLines(`A=1\n${part.repeat(3)}`)).toMatchObject({ lines: [{ bytes: 'A=1' }], tooLong: expect.any(Number) });
});
