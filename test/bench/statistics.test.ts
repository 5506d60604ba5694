import { difference, median, summarize } from '../../bench/statistics';

test('the median is the middle one, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 7])).toBe(6);
  expect(median([3])).toBe(3);
});

test('a summary has the range too', () => {
  expect(summarize([9, 1, 5])).toEqual({ median: 5, least: 1, most: 9 });
});

test('a difference is that of the pairs, so that a slow moment does not count', () => {
  expect(difference([100, 500, 100], [160, 560, 161])).toEqual({ median: 60, least: 60, most: 61, ratio: 1.61 });
});
