import { formatIssue, shownIssue } from '../../lib/values';

it('formats every issue in one way', () => {
  const issue = { code: 'a/b', severity: 'error', place: ['p', 0, 'q'], problem: '5 is too low', remedy: 'Set at least 6.' } as const;
  expect(formatIssue(issue)).toBe('p[0].q: 5 is too low. Set at least 6. [a/b]');
  expect(shownIssue(issue)).toEqual({
    code: 'a/b',
    severity: 'error',
    property: 'p[0].q',
    problem: '5 is too low',
    remedy: 'Set at least 6.',
  });
});
