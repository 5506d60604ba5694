import { campaign } from './campaign';

/** Returns the number of random values for a property test: `count` in the small form of `npm run test:properties`, fewer in a sample. */
export function runs(count: number): number {
  return Math.ceil(count * { sample: 0.2, small: 1, all: 20 }[campaign()]);
}
