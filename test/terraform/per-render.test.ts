import { PerRender } from '../../lib/terraform/per-render';

test('computes once for all elements of a rendering, and again in the next one', () => {
  let computed = 0;
  const perPass = new PerRender(() => ++computed);
  const [a, b] = [{}, {}];
  expect([perPass.get(a), perPass.get(b)]).toEqual([1, 1]);
  expect([perPass.get(b), perPass.get(a)]).toEqual([2, 2]);
});
