import fc from 'fast-check';
import { Duration, show } from '../../lib/values';

describe('show', () => {
  it.each([
    ['a "b"\n', '"a \\"b\\"\\n"'],
    ['\u007f\u009f', '"\\u007f\\u009f"'],
    ['x'.repeat(100), `"${'x'.repeat(76)}...`],
    [5, '5'],
    [undefined, 'nothing'],
    [Buffer.from('secret'), 'bytes'],
    [null, 'null'],
    [Duration.seconds(5), '5 s'],
    [{ secret: 'x' }, 'an object'],
    [['secret'], 'an array'],
    [Object.create(null), 'an object'],
    [{ toString: 5 }, 'an object'],
  ])('%p: %s', (value, text) => {
    expect(show(value)).toBe(text);
  });

  it('never throws, and stays short, visible and on one line', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' })), (value) => {
        expect(show(value)).toMatch(/^[^\u0000-\u001f\u007f-\u009f\ud800-\udfff]{1,80}$/u);
      }),
    );
  });
});
