import fc from 'fast-check';

import { account, decimal, quotedCommand, quotedName, quotedPath, quotedString } from '../../lib/monit/escape';
import { anyText, argvWord, hostilePath, hostileText } from './generators';
import { decodeCommand, decodeQuoted } from './monit-lexer';
import { runs } from '../support/runs';

describe('text in a control file', () => {
  it('is decoded unchanged', () => {
    fc.assert(
      fc.property(hostileText, (text) => decodeQuoted(quotedString(text)) === text),
      { numRuns: runs(2000) },
    );
    fc.assert(
      fc.property(hostileText, (text) => decodeQuoted(quotedName(text)) === text),
      { numRuns: runs(1000) },
    );
    fc.assert(
      fc.property(hostilePath, (path) => decodeQuoted(quotedPath(path)) === path),
      { numRuns: runs(1000) },
    );
  });

  it('is decoded unchanged word by word in a command', () => {
    fc.assert(
      fc.property(fc.array(argvWord, { minLength: 1, maxLength: 6 }), (argv) => {
        expect(decodeCommand(quotedCommand(argv))).toEqual(argv);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('is always one line in normalisation form C, without NUL', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of [quotedString(text), quotedPath(text), quotedName(text), quotedCommand([text]), account(text)]) {
          expect(token).not.toMatch(/[\n\r\0\p{Surrogate}]/u);
          expect(token.normalize('NFC')).toBe(token);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it.each([
    ['plain', '"plain"'],
    ['', '""'],
    ['/a path?', '"\\0x2fa path?"'],
    ['a "b"', '"a \\0x22b\\0x22"'],
    ["'quoted'", '"\\0x27quoted\\0x27"'],
    [' blank ', '"\\0x20blank\\0x20"'],
    ['a\nb\tc\\', '"a\\nb\\tc\\\\"'],
    ['\u0007', '"\\0x07"'],
    ['é', '"é"'],
    ['e\u0301', '"e\\0xcc\\0x81"'],
  ])('%j is the string %s', (text, token) => {
    expect(quotedString(text)).toBe(token);
  });

  it.each([
    [['/bin/sh', '-c', 'echo "hi"'], `"/bin/sh -c 'echo "hi\\0x22'"`],
    [['/bin/echo', '', "it's", 'a\\b'], `"/bin/echo '' 'it\\0x27s' 'a\\\\b'"`],
    [['/bin/a b'], `"'/bin/a b'"`],
  ])('%j is the command %s', (argv, token) => {
    expect(quotedCommand(argv)).toBe(token);
  });
});

describe('account', () => {
  it.each([
    ['deploy', '"deploy"'],
    ['redis', '"redis"'],
    [1000, '1000'],
    ['1000', '1000'],
  ])('%j is %s', (given, token) => {
    expect(account(given)).toBe(token);
  });
});

describe('decimal', () => {
  it.each([
    [65, '65'],
    [16.25, '16.25'],
    [0.1, '0.1'],
    [1e21, '1000000000000000000000'],
    [1e-6, '0.000001'],
    [0, '0'],
    [-3, '3'],
    [NaN, '0'],
    [Infinity, '0'],
  ])('%d is %s', (value, text) => {
    expect(decimal(value)).toBe(text);
  });

  it('is always digits, optionally with a point', () => {
    fc.assert(fc.property(fc.double(), (value) => /^[0-9]+(\.[0-9]+)?$/.test(decimal(value))));
  });
});
