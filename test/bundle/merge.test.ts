import fc from 'fast-check';
import { mergeBundle, type BundleFile, type BundlePart, type BundleService } from '../../lib/bundle';

const file = (path: string, claimedBy = 'stack/a'): BundleFile => {
  return { path, lines: ['text', ''], mode: '0644', user: 'root', group: 'root', claimedBy, kind: 'plain' };
};
const service = (unit: string): BundleService => {
  return { unit, enabled: true, restartOn: [], stabilitySeconds: 3, stopSeconds: 90, startSeconds: 90, whenStopped: 'keep' };
};

const PARTS: readonly BundlePart[] = [
  { requires: { systemd: '252' } },
  { files: [file('/etc/b')], services: [service('b.service')], requires: { users: ['deploy'], groups: ['deploy'] } },
  { files: [file('/etc/a')], services: [service('a.service')], requires: { users: ['app', 'deploy'] } },
  {
    checks: [{ name: 'b', claimedBy: 'stack/b' }],
    requires: { monit: '5.33.0', programs: ['curl'], files: ['/etc/webhook'], monitIntervalSeconds: 30 },
  },
  { requires: { files: ['/etc/webhook'] } },
];

test('merges parts, sorts them and lists each requirement once', () => {
  const { bundle, issues } = mergeBundle(PARTS);
  expect(issues).toEqual([]);
  expect(bundle.files.map(({ path }) => path)).toEqual(['/etc/a', '/etc/b']);
  expect(bundle.services.map(({ unit }) => unit)).toEqual(['a.service', 'b.service']);
  expect(bundle.checks).toEqual(['b']);
  expect(bundle.requires).toEqual({
    systemd: '252',
    monit: '5.33.0',
    users: ['app', 'deploy'],
    groups: ['deploy'],
    programs: ['curl'],
    files: ['/etc/webhook'],
    monitIntervalSeconds: 30,
  });
});

test('the order of construction has no effect', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...PARTS], { minLength: PARTS.length }), (parts) => {
      expect(mergeBundle(parts)).toEqual(mergeBundle(PARTS));
    }),
  );
});

test('sorts by code unit, independently of the locale', () => {
  const paths = ['/b', '/B', '/é', '/a', '/_'];
  expect(mergeBundle([{ files: paths.map((path) => file(path)) }]).bundle.files.map(({ path }) => path)).toEqual([
    '/B',
    '/_',
    '/a',
    '/b',
    '/é',
  ]);
});

test('a path that two constructs claim raises an issue that names both, and keeps the file of the first', () => {
  const { bundle, issues } = mergeBundle([{ files: [file('/etc/a', 'stack/one')] }, { files: [file('/etc/a', 'stack/two')] }]);
  expect(bundle.files).toEqual([file('/etc/a', 'stack/one')]);
  expect(issues).toEqual([
    {
      code: 'host/duplicate-path',
      severity: 'error',
      place: ['/etc/a'],
      problem: 'stack/one and stack/two both use this path',
      remedy: 'Give one of them another path or unit name.',
    },
  ]);
});

test('compares check names without case, as Monit does', () => {
  const { issues } = mergeBundle([
    { checks: [{ name: 'Web', claimedBy: 'stack/one' }] },
    { checks: [{ name: 'web', claimedBy: 'stack/two' }] },
  ]);
  expect(issues).toEqual([
    expect.objectContaining({ code: 'monit/duplicate-name', place: ['web'], problem: 'stack/one and stack/two both use this check name' }),
  ]);
});

const pidfile = (path: string, claimedBy: string): BundlePart => ({ pidfiles: [{ path, claimedBy }] });

test.each<[string, string, readonly BundlePart[]]>([
  ['host/duplicate-pidfile', '/run/a.pid', [pidfile('/run/a.pid', 'stack/one'), pidfile('/run/a.pid', 'stack/two')]],
  ['host/duplicate-path', '/run/a.pid', [{ files: [file('/run/a.pid', 'stack/one')] }, pidfile('/run/a.pid', 'stack/two')]],
  ['host/path-below-file', '/etc/two/a/b', [{ files: [file('/etc/two/a', 'stack/one'), file('/etc/two/a/b', 'stack/two')] }]],
  ['host/path-below-file', '/etc/two/a/b/c', [{ files: [file('/etc/two/a', 'stack/one')] }, pidfile('/etc/two/a/b/c', 'stack/two')]],
])('%s at %s names both', (code, place, parts) => {
  const { issues } = mergeBundle(parts);
  expect(issues).toEqual([expect.objectContaining({ code, severity: 'error', place: [place] })]);
  for (const name of ['stack/one', 'stack/two']) expect(issues[0]?.problem).toContain(name);
});

test('accepts neighbouring paths and paths that only share a prefix', () => {
  const files = ['/etc/two/a', '/etc/two/ab', '/etc/two/a.d/b', '/etc/two/c'].map((path) => file(path));
  expect(mergeBundle([{ files }, pidfile('/run/a.pid', 'stack/one'), pidfile('/run/b.pid', 'stack/two')]).issues).toEqual([]);
});

test('doesn’t require a file that is part of the bundle', () => {
  const { bundle } = mergeBundle([{ files: [file('/etc/a')] }, { requires: { files: ['/etc/a', '/etc/b'] } }]);
  expect(bundle.requires.files).toEqual(['/etc/b']);
});
