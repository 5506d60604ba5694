import { undoAll, undoOnExit } from './undo';

describe('undoOnExit', () => {
  it('undoes the latest first, once, and skips what was forgotten', () => {
    const seen: string[] = [];
    undoOnExit(() => seen.push('first'));
    const forget = undoOnExit(() => seen.push('forgotten'));
    undoOnExit(() => seen.push('last'));
    forget();
    undoAll();
    undoAll();
    expect(seen).toEqual(['last', 'first']);
  });

  it('continues after a failure, and reports it', () => {
    const seen: string[] = [];
    const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    undoOnExit(() => seen.push('first'));
    undoOnExit(() => {
      throw new Error('stuck');
    });
    undoAll();
    expect(seen).toEqual(['first']);
    expect(written.mock.calls.flat().join('')).toContain('stuck');
    written.mockRestore();
  });
});
