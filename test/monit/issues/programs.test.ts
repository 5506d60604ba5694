import { Duration } from '../../../lib/values';
import type { Program } from '../../../lib/monit';
import { codesOf, issuesOf, processCheck, programCheck } from './sample';

const issuesOfStart = (start: Program, monitVersion?: string): string[] =>
  codesOf(processCheck({ start }), monitVersion === undefined ? {} : { monitVersion });

describe('a program', () => {
  it.each([[[]], [['']], [['bin/x']], [['bundle', 'exec']], [['~/x']], [['/bin/a\0']]])('%j has no absolute path', (argv) => {
    expect(issuesOfStart({ argv })).toEqual(['monit/invalid-path at x.start.argv[0]']);
  });

  it('has at most 63 words', () => {
    const words = (n: number) => ['/bin/echo', ...Array.from({ length: n - 1 }, () => 'x')];
    expect(issuesOfStart({ argv: words(63) })).toEqual([]);
    expect(issuesOfStart({ argv: words(64) })).toEqual(['monit/too-many-words at x.start.argv']);
  });

  it('fits into Monit’s buffer, including its escapes', () => {
    const ofBytes = (length: number) => issuesOfStart({ argv: ['/bin/x', 'x'.repeat(length)] });
    expect([ofBytes(16_000), ofBytes(17_000)]).toEqual([[], ['monit/text-too-long at x']]);
    expect(issuesOfStart({ argv: ['/bin/x', "'".repeat(5000)] })).toEqual(['monit/text-too-long at x']);
    expect(issuesOfStart({ argv: ['/bin/x', 'é'.repeat(8000)] })).toEqual([]);
    expect(issuesOfStart({ argv: ['/bin/x', 'é'.repeat(8200)] })).toEqual(['monit/text-too-long at x']);
  });

  it('has words that a program can receive, which are not shown', () => {
    const [issue, ...rest] = issuesOf(processCheck({ start: { argv: ['/bin/x', 'a\nb', 's3cret\0'] } }));
    expect(rest).toEqual([]);
    expect(issue).toMatchObject({ code: 'monit/unrepresentable-text', place: ['x', 'start', 'argv', 2] });
    expect(JSON.stringify(issue)).not.toContain('s3cret');
  });

  it('has a user and a group, or neither', () => {
    expect(issuesOfStart({ argv: ['/x'], uid: 'deploy', gid: 'deploy' })).toEqual([]);
    expect(issuesOfStart({ argv: ['/x'], uid: 'deploy' })).toEqual(['monit/uid-without-gid at x.start.gid']);
    expect(issuesOfStart({ argv: ['/x'], gid: 0 })).toEqual(['monit/uid-without-gid at x.start.uid']);
  });

  it.each(['', 'a b', 'é', -1, 1.5, NaN, '-x'])('runs as no user %j', (uid) => {
    expect(issuesOfStart({ argv: ['/x'], uid, gid: 'root' })).toEqual(['monit/invalid-account at x.start.uid']);
  });

  it('can’t change its user in the sandbox of Debian 13', () => {
    const program = { argv: ['/x'], uid: 'deploy', gid: 'deploy' };
    expect(issuesOfStart(program, '5.34.3')).toEqual(['monit/uid-forbidden-by-sandbox at x.start']);
    expect(issuesOfStart(program, '5.33.0')).toEqual([]);
  });

  it.each([0, 0.5, 1.5, -1, NaN, Infinity, 2_147_484])('has no timeout of %d seconds', (n) => {
    expect(issuesOfStart({ argv: ['/x'], timeout: Duration.seconds(n) })).toEqual(['monit/invalid-timeout at x.start.timeout']);
  });

  it.each([1, 60, 2_147_483])('may have a timeout of %d seconds', (n) => {
    expect(issuesOfStart({ argv: ['/x'], timeout: Duration.seconds(n) })).toEqual([]);
  });

  it('is validated in every property', () => {
    const bad = { argv: ['x'] };
    expect(codesOf(processCheck({ start: bad, stop: bad, restart: bad }))).toHaveLength(3);
    expect(codesOf(programCheck({ program: bad }))).toEqual(['monit/invalid-path at x.program.argv[0]']);
  });
});
