import { Size } from '../../lib/values';

describe('Size', () => {
  it('counts in powers of 1024', () => {
    expect([Size.bytes(1), Size.kibibytes(1), Size.mebibytes(1), Size.gibibytes(1)].map((one) => one.toBytes())).toEqual([
      1, 1024, 1_048_576, 1_073_741_824,
    ]);
  });

  it.each([
    [Size.kibibytes(1.5), undefined],
    [Size.bytes(1.5), 'is not a whole number of bytes'],
    [Size.bytes(-1), 'is negative'],
    [Size.bytes(NaN), 'is not a number'],
    [Size.bytes(Infinity), 'is infinite'],
    [Size.bytes('1' as unknown as number), 'is not a number'],
    [Size.bytes(2 ** 53), 'is more than 2^53 bytes, which a number can’t represent exactly'],
  ])('%s: %s', (size, problem) => {
    expect(size.problem()).toBe(problem);
  });
});
