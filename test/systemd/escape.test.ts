import fc from 'fast-check';
import {
  escapeColonField,
  escapeEnvironmentFileValue,
  escapeExecWord,
  escapeNestedField,
  escapeRaw,
  escapeWord,
  escapeWordC,
} from '../../lib/systemd/escape';
import { readRaw, readWords, readWordsC } from './reader';

const SPECIAL = ['%', '$', '\\', '"', "'", ' ', '\t', ';', ':', '\n', '\r', '\u0001', 'e\u0301', '\u0338', '😀', 'x20', '{', '}', '`', '#'];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...SPECIAL), fc.string({ unit: 'grapheme' })), { maxLength: 10 })
  .map((pieces) => pieces.join('').replaceAll('\0', ''));
const oneLine = hostile.map((text) => text.replace(/[\n\r]/g, ''));

describe('escaping', () => {
  it('preserves the words of a command', () => {
    fc.assert(
      fc.property(fc.array(hostile), (words) => {
        expect(readWordsC(words.map((word) => escapeExecWord(word)).join(' '), { dollars: true })).toEqual(words);
      }),
    );
  });

  it('keeps $ where nothing is expanded', () => {
    expect(escapeExecWord('$HOME', { expandsEnvironment: false })).toBe('"$HOME"');
    expect(escapeWordC('A=$HOME')).toBe('"A=$HOME"');
  });

  it('preserves the variables of an environment', () => {
    fc.assert(fc.property(fc.array(hostile), (words) => expect(readWordsC(words.map(escapeWordC).join(' '))).toEqual(words)));
  });

  it('writes any word on one line, in normalisation form C', () => {
    fc.assert(
      fc.property(hostile, (word) => {
        const line = `Environment=${escapeWordC(word)}`;
        expect(line).toBe(line.normalize('NFC'));
        expect(line).not.toMatch(/[\0-\x1f\x7f]|\\$/);
      }),
    );
  });

  it('preserves the paths of a list', () => {
    fc.assert(fc.property(fc.array(oneLine), (words) => expect(readWords(words.map(escapeWord).join(' '))).toEqual(words)));
  });

  it('separates the fields of a bind mount', () => {
    expect(`${escapeColonField('/a:b')}:${escapeColonField('/c d')}`).toBe('"/a\\:b":"/c d"');
    fc.assert(fc.property(oneLine, (field) => expect(readWords(escapeColonField(field))).toEqual([field])));
  });

  it('survives two rounds of unquoting', () => {
    fc.assert(
      fc.property(
        oneLine.filter((field) => field !== ''),
        (field) => {
          const escaped = escapeNestedField(field);
          expect(escaped).not.toMatch(/[:"' \t]/);
          expect(readWordsC(escaped)).toEqual([field]);
        },
      ),
    );
  });

  it('doubles only % in the rest of a line', () => {
    fc.assert(
      fc.property(
        oneLine.filter((text) => text === text.trim() && !text.endsWith('\\')),
        (text) => expect(readRaw(escapeRaw(text))).toBe(text),
      ),
    );
  });

  it('quotes values of environment files, and escapes characters that are special inside quotes', () => {
    expect(escapeEnvironmentFileValue('a "b" $c `d` \\ \'e\' #;%\n')).toBe('"a \\"b\\" \\$c \\`d\\` \\\\ \'e\' #;%\n"');
  });

  it('leaves plain words unquoted', () => {
    expect(['bundle', '-e', '/opt/my-app/config.yml', 'KEY=2', 'a:b,c@d+e'].map((word) => escapeExecWord(word)).join(' ')).toBe(
      'bundle -e /opt/my-app/config.yml KEY=2 a:b,c@d+e',
    );
  });
});
