import fc from 'fast-check';

import { LARGEST_NUMBER, largestUnit, SIZE_UNITS, TIME_UNITS, wraps } from '../../lib/monit/units';

describe('largestUnit', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KB'],
    [800 * 1024 ** 2, '800 MB'],
    [1536 * 1024 ** 2, '1536 MB'],
    [5 * 1024 ** 4, '5120 GB'],
    [5_000_000_000, '5000000000 B'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(largestUnit(bytes, SIZE_UNITS)).toBe(text);
  });

  it.each([
    [90, '90 seconds'],
    [5400, '90 minutes'],
    [7200, '2 hours'],
    [259_200, '3 days'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(largestUnit(seconds, TIME_UNITS)).toBe(text);
  });

  it('keeps the amount, and wraps only if `wraps` is true', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (bytes) => {
        const [number, word] = largestUnit(bytes, SIZE_UNITS).split(' ');
        expect(Number(number) * SIZE_UNITS.find((unit) => unit.word === word)!.amount).toBe(bytes);
        expect(wraps(bytes, SIZE_UNITS)).toBe(Number(number) > LARGEST_NUMBER);
      }),
    );
  });
});
