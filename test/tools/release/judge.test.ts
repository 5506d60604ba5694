import { judge } from '../../../tools/release/judge';

const changelog = (version: string, ...kinds: string[]) => [{ version, kinds }];
const since = (version: string, removed: number, added: number) => ({
  version,
  change: { removed: Array<string>(removed).fill('line'), added: Array<string>(added).fill('line') },
});

test('the first release needs a section in the change log that isn’t empty', () => {
  expect(judge({ version: '0.1.0', changelog: changelog('0.1.0', 'Added') })).toEqual([]);
  expect(judge({ version: '0.1.0', changelog: changelog('Unreleased', 'Added') })).toEqual([
    'CHANGELOG.md has no section for 0.1.0: rename "Unreleased", and put the date beside it',
  ]);
  expect(judge({ version: '0.1.0', changelog: changelog('0.1.0') })).toEqual(['CHANGELOG.md has no entries for 0.1.0']);
});

test('a version is released only once', () => {
  expect(judge({ version: '0.2.0', last: since('0.2.0', 0, 0), changelog: changelog('0.2.0', 'Fixed') })).toEqual([
    '0.2.0 is not newer than 0.2.0, which was released last',
  ]);
});

// Last version, lines removed and added, the kind of entry; the lowest allowed version, and one that is not allowed.
test.each([
  ['0.2.3', 1, 0, 'Removed', '0.3.0', '0.2.4'],
  ['0.2.3', 1, 1, 'Changed', '0.3.0', '0.2.9'],
  ['0.2.3', 0, 1, 'Added', '0.2.4', undefined],
  ['1.2.3', 1, 0, 'Removed', '2.0.0', '1.3.0'],
  ['1.2.3', 0, 1, 'Added', '1.3.0', '1.2.4'],
  ['1.2.3', 0, 0, 'Fixed', '1.2.4', undefined],
] as const)('after %s, %i lines removed and %i added (%s): %s, and not %s', (last, removed, added, kind, enough, little) => {
  expect(judge({ version: enough, last: since(last, removed, added), changelog: changelog(enough, kind) })).toEqual([]);
  if (little === undefined) return;
  expect(judge({ version: little, last: since(last, removed, added), changelog: changelog(little, kind) })).toEqual([
    expect.stringMatching(new RegExp(`^the API differs from ${last} .*: that needs at least ${enough}, not ${little}$`)),
  ]);
});

test('the change log must mention the changes of the API', () => {
  expect(judge({ version: '0.3.0', last: since('0.2.0', 2, 0), changelog: changelog('0.3.0', 'Added', 'Fixed') })).toEqual([
    'the API has 2 lines removed or changed, and 0.3.0 in CHANGELOG.md has no entry under "Changed" or "Removed"',
  ]);
  expect(judge({ version: '0.3.0', last: since('0.2.0', 0, 2), changelog: changelog('0.3.0', 'Fixed') })).toEqual([
    'the API has 2 lines more, and 0.3.0 in CHANGELOG.md has no entry under "Added" or "Changed"',
  ]);
});
