import { parseTrace } from './strace';
import { hex } from './trace-text';

describe('parseTrace', () => {
  test('reads names, paths, flags and bytes', () => {
    const line = `7 openat(AT_FDCWD<${hex('/srv')}>, "${hex('a, (b')}", O_WRONLY|O_CREAT, 0600) = 3<${hex('/srv/a, (b')}>`;
    const [call] = parseTrace(line);
    expect(call).toMatchObject({ pid: 7, name: 'openat', result: 3, resultPath: '/srv/a, (b' });
    expect(call!.args[0]).toEqual({ text: 'AT_FDCWD', path: '/srv' });
    expect(String(call!.args[1]!.bytes)).toBe('a, (b');
    expect(call!.args.slice(2).map(({ text }) => text)).toEqual(['O_WRONLY|O_CREAT', '0600']);
  });

  test('joins calls that other processes interrupted, and keeps the line of their beginning', () => {
    const [first, second] = parseTrace(
      [`7 fsync(3<${hex('/srv')}> <unfinished ...>`, `8 rmdir("${hex('x')}") = 0`, '7 <... fsync resumed>) = 0'].join('\n'),
    );
    expect(first).toMatchObject({ pid: 8, name: 'rmdir' });
    expect(second).toMatchObject({ pid: 7, name: 'fsync', begun: 1, ended: 3, args: [{ path: '/srv' }] });
  });

  test('skips failed calls, signals and exits', () => {
    const text = [
      `7 rmdir("${hex('x')}") = -1 ENOENT (No such file or directory)`,
      '7 copy_file_range(3, NULL, 4, NULL, 9, 0) = -1 ENOSYS (Function not implemented) (INJECTED)',
      '7 --- SIGCHLD {si_signo=SIGCHLD} ---',
      '7 +++ exited with 0 +++',
    ];
    expect(parseTrace(text.join('\n'))).toEqual([]);
  });

  test('gives a deleted file no path', () => {
    expect(parseTrace(`7 write(1<${hex('/srv/x')}>(deleted), "${hex('y')}", 1) = 1`)[0]!.args[0]).toEqual({ text: '1', path: '' });
  });

  test('throws if a string is truncated', () => {
    expect(() => parseTrace(`7 write(1<${hex('/srv/x')}>, "${hex('y')}"..., 9) = 9`)).toThrow('cut a string short');
  });
});
