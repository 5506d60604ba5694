import { difference, median, summarize } from '../../bench/statistics';

test('median returns the middle value, or the mean of the two middle values', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 7])).toBe(6);
  expect(median([3])).toBe(3);
});

test('summarize also returns the range', () => {
  expect(summarize([9, 1, 5])).toEqual({ median: 5, least: 1, most: 9 });
});

test('difference compares pairs, so a slow period of the machine has no effect', () => {
  expect(difference([100, 500, 100], [160, 560, 161])).toEqual({ median: 60, least: 60, most: 61, ratio: 1.61 });
});
