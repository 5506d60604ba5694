import fc from 'fast-check';
import { scaleToHost } from '../../lib/monit';
import { inShell } from './in-shell';
import { runs } from '../support/runs';

const percent = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }).map(String),
  fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 999_999 })).map(([whole, fraction]) => `${whole}.${String(fraction).padStart(6, '0')}`),
);
const rule = fc.tuple(
  fc.constantFrom('cpu', 'totalcpu'),
  fc.constantFrom('>', '>=', '<', '<=', '=', '!='),
  percent,
  fc.constantFrom('for 2 cycles then alert', 'then alert'),
);

/** On the boundary between two tenths, binary fractions round at random; the host rounds half up. */
const isBorder = (value: string, cores: number): boolean => Math.abs((((Number(value) * 10) / cores) % 1) - 0.5) < 1e-6;

// bash takes four times as long as dash.
it.each([
  ['dash', runs(60)],
  ['bash', runs(30)],
])('converts the shares like lib/monit (%s)', (shell, numRuns) => {
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 512 }), (rules, cores) => {
      const text = rules
        .filter(([, , value]) => !isBorder(value, cores))
        .map(([word, operator, value, rest]) => `  if ${word} ${operator} ${value}% per core ${rest}\n`)
        .join('');
      expect(inShell(shell, `scale "$WORK/file" ${cores}`, { file: text })).toBe(scaleToHost(text, cores));
    }),
    { numRuns },
  );
});

it('rounds half up, but never to zero', () => {
  expect(inShell('dash', 'share 65 2; share 65 8; share 65 4; share 0.01 4; share 0 1')).toBe('32.5\n8.1\n16.3\n0.1\n0.1\n');
});

it('reads the point in a percentage as a decimal point', () => {
  const text = '  if cpu > 1.5% per core then alert\n  if cpu > 125% per core then alert\n';
  expect(inShell('dash', 'scale "$WORK/file" 2', { file: text })).toBe('  if cpu > 0.8% then alert\n  if cpu > 62.5% then alert\n');
});

it('doesn’t change any other line', () => {
  const text =
    'check process a matching "b"\n  if loadavg(1min) per core > 2 then alert\nif cpu > 5% per core then alert\n   if cpu > 5% per core then alert\n  if cpu > 5% then exec "/x 5% per core for"\n';
  expect(inShell('dash', 'scale "$WORK/file" 4', { file: text })).toBe(text);
});
