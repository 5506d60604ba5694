import fc from 'fast-check';
import { environmentFileIssues, renderEnvironmentFile } from '../../lib/systemd';
import { runs } from '../support/runs';

describe('renderEnvironmentFile', () => {
  it('writes a line for each variable, in the given order', () => {
    expect(renderEnvironmentFile({ B: 'x', A: 'it\'s "50%" of $5 \\ `' })).toBe('B="x"\nA="it\'s \\"50%\\" of \\$5 \\\\ \\`"\n');
  });

  it('omits variables with issues', () => {
    const variables = { GOOD: 'x', 'BAD-NAME': 'x', BAD: 'a\0b' };
    expect(renderEnvironmentFile(variables)).toBe('GOOD="x"\n');
    expect(environmentFileIssues(variables).map(({ place, code }) => [...place, code])).toEqual([
      ['BAD-NAME', 'unit/invalid-environment-name'],
      ['BAD', 'unit/unrepresentable-text'],
    ]);
  });

  it('never shows a value', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), (secret) => {
        const issues = environmentFileIssues({ A: `${secret}\0`, B: `${secret}\ufdd0`, C: secret.repeat(131_072) });
        expect(issues).toHaveLength(3);
        expect(JSON.stringify(issues)).not.toContain(JSON.stringify(secret).slice(1, -1));
      }),
      { numRuns: runs(20) },
    );
  });

  it('writes no comments, because before systemd 254 a comment that ends in a backslash hides the next line', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[A-Z]{1,5}$/), fc.string({ unit: 'grapheme' })), (variables) => {
        const text = renderEnvironmentFile(variables);
        expect(text.replace(/"(\\[\\"`$]|[^\\"`$])*"/g, '""')).toMatch(/^([A-Z]+=""\n)*$/);
      }),
    );
  });
});
