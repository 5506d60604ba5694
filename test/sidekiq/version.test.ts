import * as fc from 'fast-check';
import { SidekiqVersion } from '../../lib/sidekiq';

test.each(['5.2', '5.2.10', '6.0', '6.5', '6.5.12', '7.3.10', '8.1', '8.1.7'])('%s is known', (text) => {
  expect(SidekiqVersion.parse(text).problem()).toBeUndefined();
  expect(`${SidekiqVersion.parse(text)}`).toBe(text);
});

test.each([
  ['5.1', 'is older than 5.2, the oldest version known here'],
  ['4.2.10', 'is older than 5.2, the oldest version known here'],
  ['8.2', 'is newer than 8.1, the newest version known here'],
  ['10.0', 'is newer than 8.1, the newest version known here'],
  ['5.3', 'was never released'],
  ['6.6', 'was never released'],
  ['7.4.1', 'was never released'],
  ['6', 'is not major.minor or major.minor.patch'],
  ['v6.5', 'is not major.minor or major.minor.patch'],
  ['6.5.12.1', 'is not major.minor or major.minor.patch'],
  ['8.0.0.beta1', 'is not major.minor or major.minor.patch'],
  ['6.5\n', 'is not major.minor or major.minor.patch'],
  ['', 'is not major.minor or major.minor.patch'],
])('%j %s', (text, problem) => {
  expect(SidekiqVersion.parse(text).problem()).toBe(problem);
});

test('a JavaScript number is not a version: 6.10 would arrive as 6.1', () => {
  expect(SidekiqVersion.parse(6.5 as unknown as string).problem()).toBe('is not major.minor or major.minor.patch');
});

test('any text gives a version with facts and never throws', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const version = SidekiqVersion.parse(value as string);
      version.problem();
      expect(version.facts.options).toContain('-t');
    }),
  );
});

test('facts of an unknown version are those of the nearest known one', () => {
  expect(SidekiqVersion.parse('4.2').facts).toBe(SidekiqVersion.parse('5.2').facts);
  expect(SidekiqVersion.parse('9.0').facts).toBe(SidekiqVersion.parse('8.1.7').facts);
  expect(SidekiqVersion.parse('latest').facts).toBe(SidekiqVersion.parse('8.1.7').facts);
});

test('atLeast compares numbers, not text', () => {
  const number = fc.nat({ max: 30 });
  const release = fc.tuple(number, number, number);
  fc.assert(
    fc.property(release, release, (a, b) => {
      const key = ([major, minor, patch]: [number, number, number]): number => (major * 100 + minor) * 100 + patch;
      expect(SidekiqVersion.parse(a.join('.')).atLeast(b.join('.'))).toBe(key(a) >= key(b));
    }),
  );
  expect(SidekiqVersion.parse('latest').atLeast('5.2')).toBe(false);
  expect(SidekiqVersion.parse('6.5').atLeast('latest')).toBe(false);
});
