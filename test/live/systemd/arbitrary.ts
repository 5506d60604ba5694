import fc from 'fast-check';

/** What some layer of systemd, of the shell or of Terraform gives a meaning to. */
const PIECES = [
  ...['%', '%n', '%%', '$', '$$', '${HOME}', '$HOME', '\\', '\\\\', '\\x41', '\\n', '"', "'", '`', ' ', '\t', ';', '#', '=', ':', '|'],
  ...['!', '-', '@', '+', '~', '*', '?', '[', ']', '{', '}', ',', '.', '/', '\u0001', '\u001b', '\u007f', '\n', '\r', '%{', 'a', 'Z', '0'],
  ...['é', 'e\u0301', '\u0338', '日本', '😀', '\ufeff', '\u2028', '\u0085', '\ufdd0', '\u{1fffe}', '\0', '\ud800'],
];

/** Text that is as bad as text can be. */
export const text: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), {
    maxLength: 8,
  })
  .map((pieces) => pieces.join(''));

/** A path of one to three such elements. */
export const path: fc.Arbitrary<string> = fc
  .array(text, { minLength: 1, maxLength: 3 })
  .map((elements) => `/${elements.map((element) => element.replaceAll('/', '')).join('/')}`);
