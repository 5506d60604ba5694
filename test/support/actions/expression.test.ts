import { evaluate, holds, interpolate } from './expression';

const contexts = {
  github: { event_name: 'push', ref: 'refs/heads/main', event: { pull_request: { head: { repo: { full_name: 'us/infra' } } } } },
  secrets: { 'A-KEY': 'k' },
  steps: { plan: { outputs: { changed: 'true' } } },
};

test.each<[string, unknown]>([
  ["'it''s'", "it's"],
  ['github.event_name', 'push'],
  ["github.event_name == 'PUSH'", true],
  ["github.event_name != 'push'", false],
  ["github.event_name == 'push' && 'deploy' || github.ref", 'deploy'],
  ["github.event_name == 'schedule' && 'deploy' || github.ref", 'refs/heads/main'],
  ["!(github.ref == 'x') && secrets.A-KEY", 'k'],
  ['secrets.MISSING', null],
  ['github.event.no.such.thing', null],
  ["github.event.no == ''", true],
  ["steps.plan.outputs.changed == 'true'", true],
  ['true == 1', true],
])('%s', (text, expected) => {
  expect(evaluate(text, contexts)).toBe(expected);
});

test.each(['env.X', 'github', 'github.ref ==', "contains(github.ref, 'x')", '(true', "'a' 'b'", '1 > 0'])('%s is an error', (text) => {
  expect(() => evaluate(text, contexts)).toThrow();
});

test('expressions in a text are replaced; a missing value is empty', () => {
  expect(interpolate('a ${{ github.ref }} b ${{secrets.MISSING}}.', contexts)).toBe('a refs/heads/main b .');
});

test('a condition without a status function is false after a failure', () => {
  expect(holds(undefined, contexts, false)).toBe(true);
  expect(holds(undefined, contexts, true)).toBe(false);
  expect(holds("github.event_name == 'push'", contexts, true)).toBe(false);
  expect(holds('always()', contexts, true)).toBe(true);
  expect(holds('${{ failure() }}', contexts, true)).toBe(true);
  expect(holds('failure()', contexts, false)).toBe(false);
});
