import { lib } from './lib';
import { mistakes } from './mistakes';
import { raise, raiseTogether } from './raise';

const errorsOf = (lines: readonly string[]) => lines.filter((line) => line.startsWith('error ')).map((line) => line.slice('error '.length));

/** All that can be made beside others, and what each is told when it is made alone. */
const table = mistakes
  .filter(({ alone = false }) => !alone)
  .map((mistake) => ({ mistake, alone: raise(lib, mistake) }))
  .filter(({ alone }) => !alone.pure)
  .map(({ mistake, alone }) => ({ mistake, errors: errorsOf(alone.lines) }));

test.each([
  ['one stack', ['workers']],
  ['three stacks', ['web', 'workers', 'clocks']],
])('many mistakes in %s are all told at once, none hides another', (_, stacks) => {
  const { thrown, told } = raiseTogether(
    lib,
    table.map(({ mistake }) => mistake),
    stacks,
  );
  expect(thrown).toBeInstanceOf(Error);
  expect((thrown as Error).message).toMatch(/^Validation failed with the following errors:\n/);
  expect(Object.fromEntries(table.map(({ mistake }, index) => [mistake.mistake, told[index]]))).toEqual(
    Object.fromEntries(table.map(({ mistake, errors }) => [mistake.mistake, errors])),
  );
  expect(told.flat().length).toBeGreaterThan(200);
});
