import { matchesText, showMatch } from '../../../lib/testing/matchers/text-match';

test('a string matches the whole text, a regular expression a part of it', () => {
  expect(matchesText('2G', '2G')).toBe(true);
  expect(matchesText('12G', '2G')).toBe(false);
  expect(matchesText('12G', /2G/)).toBe(true);
  expect(matchesText('12M', expect.stringContaining('G') as { asymmetricMatch: (other: unknown) => boolean })).toBe(false);
});

test('a regular expression with the flag g or y matches the same text twice', () => {
  for (const pattern of [/2G/g, /2G/y]) expect([matchesText('2G', pattern), matchesText('2G', pattern)]).toEqual([true, true]);
});

test('a message shows each kind of match', () => {
  expect(showMatch('a\n')).toBe('"a\\n"');
  expect(showMatch(/^2G$/)).toBe('/^2G$/');
  expect(showMatch(expect.stringContaining('G') as { asymmetricMatch: (other: unknown) => boolean })).toBe(
    'what StringContaining "G" matches',
  );
  expect(showMatch({ asymmetricMatch: () => true })).toBe('what the asymmetric matcher matches');
});
