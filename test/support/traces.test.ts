import { tracesOf } from './traces';

test.each(['', 'a', 'ab', 'abc'])('a secret is recognised in base64 after %p', (before) => {
  const text = Buffer.from(`${before}hush-hush, a secret${before}`).toString('base64');
  expect(tracesOf('hush-hush, a secret').some((trace) => text.includes(trace))).toBe(true);
});
