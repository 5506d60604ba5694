import { ending, excerpt } from '../../tools/demo/excerpt';

describe('excerpt', () => {
  it('shows a short text whole, without the empty line after its last line break', () => {
    expect(excerpt(['a', 'b', ''], 2)).toEqual(['a', 'b']);
  });

  it('shows how many lines of a long text are left out, within the limit', () => {
    expect(excerpt(['a', 'b', 'c', 'd'], 3)).toEqual(['a', 'b', '… 2 more lines']);
  });
});

describe('ending', () => {
  it('keeps the last lines that aren’t blank', () => {
    expect(ending('a\n\n b \n\n', 1)).toEqual([' b']);
  });
});
