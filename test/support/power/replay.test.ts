import type { Log } from './log';
import { Developer } from './picture';
import { replay } from './replay';
import { parseTrace } from './strace';
import { traceText } from './trace-text';
import type { Inode, Tree } from './tree';

const directory: Inode = { kind: 'directory', mode: 0o755, uid: 0, gid: 0 };
const fileOf = (text: string, mode = 0o644): Inode => ({ kind: 'file', mode, uid: 0, gid: 0, data: Buffer.from(text) });
const BEFORE: Tree = new Map([
  ['/', directory],
  ['/srv', directory],
  ['/srv/old', fileOf('old\n')],
  ['/srv/sub', directory],
]);

function logOf(...calls: readonly string[]): Log {
  return replay(parseTrace(traceText(...calls)), BEFORE, {
    trees: ['/srv'],
    output: /^\/run\/log$/,
    umask: 0o22,
    umasks: new Map([[9, 0]]),
  });
}

function after(log: Log): Record<string, string> {
  const picture = { metadata: log.operations.length, parts: new Map(), names: [], data: new Map() };
  const tree = new Developer(log, () => '/').tree({ cut: picture.metadata, pictures: new Map([['/', picture]]) });
  return Object.fromEntries(
    [...tree].map(([name, { kind, mode, data }]) => [name, `${kind} ${mode.toString(8)} ${String(data ?? '')}`.trim()]),
  );
}

describe('replay', () => {
  test('creates files with the written bytes in order', () => {
    const log = logOf(
      '1 openat(AT_FDCWD</srv>, "new", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 3</srv/new>',
      '1 write(3</srv/new>, "one ", 4) = 4',
      '2 write(3</srv/new>, "two", 3) = 3',
      '1 openat(AT_FDCWD</srv>, "new", O_WRONLY|O_CREAT|O_APPEND, 0666) = 3</srv/new>',
      '1 write(3</srv/new>, "!", 1) = 1',
    );
    expect(after(log)['/srv/new']).toBe('file 644 one two!');
    expect(log.operations).toHaveLength(4);
  });

  test('truncates, renames, links and removes files', () => {
    const log = logOf(
      '1 openat(AT_FDCWD</srv>, "old", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 3</srv/old>',
      '1 renameat2(AT_FDCWD</srv>, "old", AT_FDCWD</srv>, "sub/moved", RENAME_NOREPLACE) = 0',
      '1 symlinkat("/srv/sub/moved", AT_FDCWD</srv>, "link") = 0',
      '1 mkdir("made", 0777) = 0',
      '1 rmdir("made") = 0',
    );
    expect(after(log)).toEqual({
      '/': 'directory 755',
      '/srv': 'directory 755',
      '/srv/link': 'link 777 /srv/sub/moved',
      '/srv/sub': 'directory 755',
      '/srv/sub/moved': 'file 644',
    });
  });

  test("tracks each process's working directory and umask", () => {
    const log = logOf(
      '1 umask(077) = 022',
      '1 chdir("/srv/sub") = 0',
      '1 mkdir("a", 0777) = 0',
      '2 mkdir("/srv/b", 0777) = 0',
      '9 mkdir("/srv/c", 0777) = 0',
    );
    expect(after(log)).toMatchObject({ '/srv/sub/a': 'directory 700', '/srv/b': 'directory 755', '/srv/c': 'directory 777' });
  });

  test('reads a mode from an access control list', () => {
    const log = logOf(
      '1 openat(AT_FDCWD</srv>, "a", O_WRONLY|O_CREAT, 0600) = 3</srv/a>',
      '1 fchmod(3</srv/a>, 0640) = 0',
      '1 fchown(3</srv/a>, 7, -1) = 0',
    );
    expect(after(log)['/srv/a']).toBe('file 640');
    expect(log.changes.at(-1)).toMatchObject({ what: 'attributes', uid: 7 });
  });

  test('records syncs with their commands, and printed lines', () => {
    const log = logOf(
      '1 execve("/bin/sync", ["sync", "old", "."], 0x1 /* 3 vars */) = 0',
      '1 fsync(3</srv/old>) = 0',
      '1 fsync(4</>) = 0',
      '1 syncfs(4</srv>) = 0',
      '1 write(1</run/log>, "deployed\\n", 9) = 9',
    );
    expect(log.syncs).toMatchObject([
      { kind: 'inode', path: '/srv/old', command: '1 sync old .' },
      { kind: 'inode', path: '/' },
      { kind: 'file system', path: '/srv' },
    ]);
    expect(log.printed).toHaveLength(1);
  });

  test('a sync covers the operations that had ended when it began', () => {
    const log = logOf('1 fsync(3</srv> <unfinished ...>', '2 unlink("/srv/old") = 0', '1 <... fsync resumed>) = 0');
    expect(log.syncs).toMatchObject([{ at: 1, covers: 0 }]);
  });

  test('throws for calls that it can’t replay', () => {
    expect(() => logOf('1 rename("/srv/old", "/tmp/old") = 0')).toThrow('renamed across');
    expect(() => logOf('1 fallocate(3</srv/old>, 0, 0, 9) = 0')).toThrow("can't be replayed");
  });
});
