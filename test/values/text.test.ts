import fc from 'fast-check';
import { byteOrderMarkProblem, textProblem } from '../../lib/values';

describe('textProblem', () => {
  it.each([
    ['plain, with é and 日本 and 😀', undefined],
    ['', undefined],
    [7, 'is not a string'],
    [undefined, 'is not a string'],
    ['a\0b', 'contains a NUL character'],
    ['a\nb', 'contains a line break'],
    ['a\rb', 'contains a carriage return'],
    ['a\ud800', 'contains a lone surrogate'],
    ['a\ufdd0', 'contains the Unicode noncharacter U+FDD0'],
    ['a\uffff', 'contains the Unicode noncharacter U+FFFF'],
    ['a\u{10fffe}', 'contains the Unicode noncharacter U+10FFFE'],
    ['e\u0301', 'is not in Unicode normalisation form C'],
    ['\u212b', 'is not in Unicode normalisation form C'],
  ])('%j: %s', (value, problem) => {
    expect(textProblem(value)).toBe(problem);
  });

  it('allows line breaks as an option, but never carriage returns', () => {
    expect(textProblem('a\nb', { allowNewline: true })).toBeUndefined();
    expect(textProblem('a\r\nb', { allowNewline: true })).toBe('contains a carriage return');
  });

  it('accepts exactly the text that survives UTF-8 and normalisation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const survives = Buffer.from(value).toString('utf8') === value && value.normalize('NFC') === value && !/[\0\r]|\p{Cn}/u.test(value);
        // \p{Cn} also contains code points that are only unassigned, so only one direction can be checked.
        return !survives || textProblem(value, { allowNewline: true }) === undefined;
      }),
    );
  });
});

test.each(['\uFEFF', '\uFEFFa', 'a\n\uFEFFb'])('%j has a line that Terraform would shorten', (text) => {
  expect(byteOrderMarkProblem(text)).toMatch(/byte order mark/);
});

test.each(['', 'a\uFEFF', 'a\nb\uFEFF', 1])('%j has none', (text) => expect(byteOrderMarkProblem(text)).toBeUndefined());
