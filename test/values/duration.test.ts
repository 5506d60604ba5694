import { Duration } from '../../lib/values';

describe('Duration', () => {
  it('converts between its units', () => {
    expect([Duration.milliseconds(1500), Duration.seconds(1.5), Duration.minutes(0.025)].map((one) => one.toMilliseconds())).toEqual([
      1500, 1500, 1500,
    ]);
    expect([Duration.hours(2), Duration.days(1)].map((one) => one.toSeconds())).toEqual([7200, 86_400]);
  });

  it('returns exactly the seconds that were given', () => {
    expect([0.1, 0.3, 1.1, 4.35].map((n) => Duration.seconds(n).toSeconds())).toEqual([0.1, 0.3, 1.1, 4.35]);
  });

  it.each([
    [Duration.seconds(0), undefined],
    [Duration.seconds(-1), 'is negative'],
    [Duration.hours(NaN), 'is not a number'],
    [Duration.days(Infinity), 'is infinite'],
    [Duration.days(Number.MAX_VALUE), 'is infinite'],
    [Duration.seconds('5' as unknown as number), 'is not a number'],
  ])('%s: %s', (duration, problem) => {
    expect(duration.problem()).toBe(problem);
  });
});
