import { testRow, TESTS, type TestKind } from '../../../lib/monit/test-table';

const kinds = Object.keys(TESTS) as TestKind[];

describe('the table of tests', () => {
  it('lets no two tests of a check be written alike', () => {
    const written = kinds.map((kind) => {
      const { words, operand, perCore, checks } = testRow(kind);
      return [...checks, words, operand, perCore].join(' ');
    });
    expect(new Set(written).size).toBe(kinds.length);
  });

  it('gives no recovery to what changes and to content', () => {
    expect(kinds.filter((kind) => !TESTS[kind].recovers && !kind.startsWith('changed'))).toEqual([
      'restarts',
      'content',
      'contentFromFile',
    ]);
    // A link has one: its speed comes back.
    expect(kinds.filter((kind) => TESTS[kind].recovers && kind.startsWith('changed'))).toEqual(['changedLink']);
  });
});
