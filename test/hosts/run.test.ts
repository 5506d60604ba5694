import { lastLines, must, run } from './run';
import { quietNow } from './quiet-clock';

describe('run', () => {
  it('passes input, and returns the exit code and both outputs', async () => {
    const outcome = await run(['sh', '-c', 'cat; echo oops >&2; exit 3'], { input: 'hello' });
    expect(outcome).toEqual({ code: 3, stdout: 'hello', stderr: 'oops\n' });
  });

  it('returns 128 + the signal for a command that a signal ended', async () => {
    expect((await run(['sh', '-c', 'kill -TERM $$'])).code).toBe(143);
  });

  it('kills a command that exceeds its limit, with its children', async () => {
    const started = quietNow();
    const outcome = await run(['sh', '-c', 'sleep 60 & sleep 60; echo never'], { timeout: 100 });
    expect(outcome.code).toBe(137);
    expect(outcome.stderr).toContain('killed after 100 ms');
    expect(quietNow() - started).toBeLessThan(10_000);
  });

  it('rejects for a command that doesn’t exist', async () => {
    await expect(run(['/nowhere/at/all'])).rejects.toThrow('/nowhere/at/all');
  });

  it('survives a command that doesn’t read its input', async () => {
    expect((await run(['true'], { input: 'x'.repeat(1_000_000) })).code).toBe(0);
  });
});

describe('must', () => {
  it('rejects with the end of the output', async () => {
    await expect(must(['sh', '-c', 'echo the cause >&2; exit 1'])).rejects.toThrow(/ended with 1:\nthe cause/);
  });
});

describe('lastLines', () => {
  it('keeps the end', () => {
    expect(lastLines('a\nb\nc\n', 2)).toBe('b\nc');
  });
});
