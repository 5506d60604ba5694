import { lib } from './lib';
import { mistakes, type Mistake } from './mistakes';
import { raise } from './raise';

/** As it stands in the review: no quotes around it, nothing escaped. */
class Told {
  constructor(readonly lines: readonly string[]) {}
}
expect.addSnapshotSerializer({
  test: (value) => value instanceof Told,
  serialize: (value) => (value as Told).lines.join('\n'),
});

test('each mistake has a name of its own', () => {
  const names = mistakes.map(({ mistake }) => mistake);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe.each([...new Set(mistakes.map(({ concern }) => concern))])('%s', (concern) => {
  test.each(mistakes.filter((mistake) => mistake.concern === concern).map((mistake) => [mistake.mistake, mistake] as const))(
    '%s',
    (_, mistake) => {
      const { issues, lines, thrown, pure } = raise(lib, mistake);

      // Every message, word for word: read it as who made the mistake will.
      expect(new Told(lines)).toMatchSnapshot();
      // One mistake is told once.
      expect(
        issues.map(({ code }) => code).filter((code, index, codes) => codes.indexOf(code) !== index || !expected(mistake, codes).has(code)),
      ).toEqual([]);
      for (const { property, got, expected: wanted, remedy } of issues) {
        for (const words of [property, got, wanted, remedy]) expect(words).toMatch(/^\S(.*\S)?$/s);
        expect(remedy).toMatch(/[.…]$/);
        expect([got, wanted, remedy].join(' ')).not.toMatch(/\bundefined\b|\[object|NaN/);
      }

      // A synthesis stops at errors, tells them in cdktf's manner, and at nothing else.
      const errors = lines.filter((line) => line.startsWith('error ')).map((line) => line.slice('error '.length));
      if (pure || errors.length === 0) expect(thrown).toBeUndefined();
      else expect(toldBy(thrown)).toEqual(errors);
    },
  );
});

/** The first code, and what the table says is told besides. */
function expected({ alsoTold = [] }: Mistake, codes: readonly string[]): ReadonlySet<string | undefined> {
  const others = new Set(alsoTold);
  return new Set([codes.find((code) => !others.has(code)), ...alsoTold]);
}

function toldBy(thrown: unknown): readonly string[] {
  expect(thrown).toBeInstanceOf(Error);
  const [head, ...lines] = (thrown as Error).message.split('\n');
  expect(head).toBe('Validation failed with the following errors:');
  return lines.slice(0, lines.indexOf('')).map((line) => line.trim());
}
