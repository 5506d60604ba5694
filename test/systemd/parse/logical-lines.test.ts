import { endsInOddBackslash, logicalLines, strip } from '../../../lib/systemd/parse/logical-lines';

test('joins a line that ends in a backslash to the next, with a blank between them', () => {
  expect(logicalLines('A=1\\\n  2\nB=3').lines).toEqual([
    { comment: false, number: 2, first: 1, bytes: 'A=1   2' },
    { comment: false, number: 3, first: 3, bytes: 'B=3' },
  ]);
});

test('moves a comment inside a continued line before the line', () => {
  expect(logicalLines('A=1\\\n# comment\n2\n').lines).toEqual([
    { comment: true, number: 2, first: 2, bytes: '# comment' },
    { comment: false, number: 3, first: 1, bytes: 'A=1 2' },
  ]);
});

test('ends a continued last line at the end of the file', () => {
  expect(logicalLines('A=1\\').lines).toEqual([{ comment: false, number: 2, first: 1, bytes: 'A=1' }]);
});

test('skips one byte order mark', () => {
  const mark = '\u00ef\u00bb\u00bf';
  expect(logicalLines(`${mark}A=1\n${mark}B=2`).lines.map(({ bytes }) => bytes)).toEqual(['A=1', `${mark}B=2`]);
});

test('reads two backslashes at the end as one escaped backslash', () => {
  expect(['a', 'a\\', 'a\\\\', '\\\\\\'].map(endsInOddBackslash)).toEqual([false, true, false, true]);
});

test('strips only what systemd counts as blanks', () => {
  expect(strip(' \t\r\na b\u00a0 \n')).toBe('a b\u00a0');
  expect(strip(' \t ')).toBe('');
});

test('stops at a line that is too long, even if it is a continued one', () => {
  expect(logicalLines(`A=1\n${'x'.repeat(2 ** 21)}`)).toMatchObject({ lines: [{ bytes: 'A=1' }], tooLong: 2 });
  const part = `${'x'.repeat(2 ** 19)}\\\n`;
  expect(logicalLines(`A=1\n${part.repeat(3)}`)).toMatchObject({ lines: [{ bytes: 'A=1' }], tooLong: expect.any(Number) });
});
