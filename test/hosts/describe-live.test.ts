import { describeLive } from './describe-live';

describe('describeLive', () => {
  const { PATH, CI } = process.env;
  const body = (): void => undefined;

  afterEach(() => {
    process.env.PATH = PATH;
    if (CI === undefined) delete process.env.CI;
    else process.env.CI = CI;
    jest.restoreAllMocks();
  });

  it('runs the block if nothing is missing', () => {
    const describeSpy = jest.spyOn(globalThis, 'describe').mockImplementation(() => undefined);
    describeLive('hosts', { needs: [] }, body);
    expect(describeSpy.mock.calls).toEqual([['hosts', body]]);
  });

  it('skips the block on a laptop, with the reason in the title', () => {
    delete process.env.CI;
    process.env.PATH = '/nowhere';
    const skip = jest.spyOn(describe, 'skip').mockImplementation(() => undefined);
    describeLive('hosts', { needs: ['terraform'] }, body);
    expect(skip.mock.calls).toEqual([['hosts (skipped, missing here: terraform)', body]]);
  });

  it('fails in CI, where skipping would hide that nothing was tested', () => {
    process.env.CI = 'true';
    process.env.PATH = '/nowhere';
    const tests: (() => void)[] = [];
    jest.spyOn(globalThis, 'describe').mockImplementation((_name, inner) => inner());
    jest.spyOn(globalThis, 'it').mockImplementation((_name, test) => void tests.push(test as () => void));
    describeLive('hosts', { needs: ['terraform'] }, body);
    expect(tests).toHaveLength(1);
    expect(tests[0]).toThrow(/missing here: terraform; in CI that is a failure/);
  });
});
