import { Percent } from '../../lib/values';

describe('Percent', () => {
  it.each([
    [Percent.of(65), undefined],
    [Percent.of(200), undefined],
    [Percent.of(-1), 'is negative'],
    [Percent.of(NaN), 'is not a number'],
    [Percent.of(Infinity), 'is infinite'],
    [Percent.of('1' as unknown as number), 'is not a number'],
  ])('%s: %s', (percent, problem) => {
    expect(percent.problem()).toBe(problem);
  });
});
