import { testRow, TESTS, type TestKind } from '../../../lib/monit/test-table';

const kinds = Object.keys(TESTS) as TestKind[];

describe('the table of tests', () => {
  it('has no two tests of a check with the same text', () => {
    const written = kinds.map((kind) => {
      const { words, operand, perCore, checks } = testRow(kind);
      return [...checks, words, operand, perCore].join(' ');
    });
    expect(new Set(written).size).toBe(kinds.length);
  });

  it('has no recovery for changes and content', () => {
    expect(kinds.filter((kind) => !TESTS[kind].recovers && !kind.startsWith('changed'))).toEqual([
      'restarts',
      'content',
      'contentFromFile',
    ]);
    // A changed link has one: its speed returns.
    expect(kinds.filter((kind) => TESTS[kind].recovers && kind.startsWith('changed'))).toEqual(['changedLink']);
  });
});
