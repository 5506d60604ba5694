import { ARRANGEMENTS, seeded, States } from './states';
import type { Log } from './log';
import type { Model } from './models';
import { replay } from './replay';
import { parseTrace } from './strace';
import { traceText } from './trace-text';
import type { Inode, Tree } from './tree';

const directory: Inode = { kind: 'directory', mode: 0o755, uid: 0, gid: 0 };
const BEFORE: Tree = new Map<string, Inode>([
  ['/', directory],
  ['/srv', directory],
  ['/srv/file', { kind: 'file', mode: 0o644, uid: 0, gid: 0, data: Buffer.from('old') }],
  ['/var', directory],
]);

function logOf(...calls: readonly string[]): Log {
  return replay(parseTrace(traceText(...calls)), BEFORE, {
    trees: ['/srv', '/var'],
    output: /^\/run\/log$/,
    umask: 0o22,
    umasks: new Map(),
  });
}

/** Returns all possible contents of the files. One hundred random states must add none. */
function possible(log: Log, model: Model, arrangement = ARRANGEMENTS[0]!): readonly string[] {
  const states = new States(log, model, arrangement);
  const show = (tree: Tree): string =>
    [...tree].flatMap(([name, { data }]) => (data === undefined ? [] : [`${name}=${JSON.stringify(String(data))}`])).join(' ');
  const random = seeded(1);
  for (let turn = 0; turn < 100; turn++) states.any(random);
  return [...new Set([...states.each()].map(({ tree }) => show(tree)))].sort();
}

const WRITE = [
  '1 openat(AT_FDCWD</srv>, "file.new", O_WRONLY|O_CREAT, 0644) = 3</srv/file.new>',
  '1 write(3</srv/file.new>, "next", 4) = 4',
];
const SYNC = '1 fsync(3</srv/file.new>) = 0';
const RENAME = '1 rename("/srv/file.new", "/srv/file") = 0';
const REPLACED = [
  '/srv/file="next"',
  '/srv/file="old"',
  '/srv/file="old" /srv/file.new=""',
  '/srv/file="old" /srv/file.new="ne"',
  '/srv/file="old" /srv/file.new="next"',
];

describe('a file that replaces another one', () => {
  test('without a sync, ext4 writes it before it commits the rename', () => {
    expect(possible(logOf(...WRITE, RENAME), 'ext4 ordered')).toEqual(REPLACED);
  });

  test.each(['xfs', 'btrfs'] as const)('without a sync, %s may show it empty', (model) => {
    expect(possible(logOf(...WRITE, RENAME), model)).toEqual(['/srv/file=""', '/srv/file="ne"', ...REPLACED]);
  });

  test('without a sync, ext4 with data=writeback may show zeros', () => {
    expect(possible(logOf(...WRITE, RENAME), 'ext4 writeback')).toContain('/srv/file="\\u0000\\u0000\\u0000\\u0000"');
  });

  test('without a sync, ext4 without a journal may have lost it', () => {
    expect(possible(logOf(...WRITE, RENAME), 'ext4 without journal')).toContain('');
  });

  test.each(['ext4 ordered', 'ext4 writeback', 'xfs', 'btrfs', 'ext4 without journal'] as const)(
    'after a sync, %s shows either the old or the new file',
    (model) => {
      const found = possible(logOf(...WRITE, SYNC, RENAME), model).filter((text) => !text.includes('file.new'));
      expect(found.filter((text) => text !== '')).toEqual(['/srv/file="next"', '/srv/file="old"']);
    },
  );
});

test('a rename is certain once its directory is synced', () => {
  for (const model of ['ext4 ordered', 'ext4 writeback', 'xfs', 'btrfs', 'ext4 without journal'] as const) {
    const log = logOf(...WRITE, SYNC, RENAME, '1 fsync(4</srv>) = 0', '1 write(1</run/log>, "done", 4) = 4');
    const promised = [...new States(log, model, ARRANGEMENTS[0]!).each()].filter((state) => state.promised);
    expect(promised.map(({ tree }) => String(tree.get('/srv/file')?.data))).toEqual(promised.map(() => 'next'));
    expect(promised.length).toBeGreaterThan(0);
  }
});

test('btrfs may show a synced file without an earlier change that was not synced', () => {
  const log = logOf('1 unlink("/srv/file") = 0', ...WRITE, SYNC);
  expect(possible(log, 'btrfs')).toContain('/srv/file="old" /srv/file.new="next"');
  expect(possible(log, 'xfs')).not.toContain('/srv/file="old" /srv/file.new="next"');
});

test('separate file systems don’t affect each other', () => {
  const log = logOf('1 unlink("/srv/file") = 0', '1 mkdir("/var/made", 0755) = 0', '1 symlink("x", "/var/link") = 0');
  expect(possible(log, 'xfs', ARRANGEMENTS[1])).toContain('/srv/file="old" /var/link="x"');
  expect(possible(log, 'xfs')).not.toContain('/srv/file="old" /var/link="x"');
});

test('syncfs covers everything on its file system', () => {
  const log = logOf(...WRITE, '1 unlink("/srv/file") = 0', '1 syncfs(3</srv>) = 0', '1 write(1</run/log>, "done", 4) = 4');
  for (const model of ['ext4 ordered', 'xfs', 'btrfs', 'ext4 without journal'] as const) {
    const promised = [...new States(log, model, ARRANGEMENTS[0]!).each()].filter((state) => state.promised);
    expect(new Set(promised.map(({ key }) => key)).size).toBe(1);
  }
});

test('the same seed gives the same numbers', () => {
  const [left, right, other] = [seeded(7), seeded(7), seeded(8)];
  expect([left(), left()]).toEqual([right(), right()]);
  expect(left()).not.toBe(other());
});
