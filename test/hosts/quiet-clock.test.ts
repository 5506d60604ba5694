import { quietNow, slowness } from './quiet-clock';

describe('slowness', () => {
  it('is the number of runnable tasks per processor', () => {
    expect(slowness('7.98 4.59 2.07 9/127 8401', 2)).toBe(4.5);
  });

  it('is 1 if there are enough processors, or if it is unknown', () => {
    expect(slowness('0.10 0.20 0.30 1/127 8401', 2)).toBe(1);
    expect(slowness('', 2)).toBe(1);
  });
});

describe('quietNow', () => {
  it('advances, and never faster than the clock', async () => {
    const [before, started] = [quietNow(), performance.now()];
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [after, ended] = [quietNow(), performance.now()];
    expect(after).toBeGreaterThan(before);
    expect(after - before).toBeLessThanOrEqual(ended - started + 1);
  });
});
