import { spawnSync } from 'node:child_process';
import { PROGRAM } from '../../lib/installer/shell.generated';
import { SHELL_SCRIPTS } from '../../tools/shell-scripts';

describe.each(Object.keys(SHELL_SCRIPTS))('%s', (name) => {
  const text = SHELL_SCRIPTS[name]!;

  it.each([
    ['dash', ['-n']],
    ['bash', ['--posix', '-n']],
  ])('is read by %s', (shell, args) => {
    expect(spawnSync(shell, args, { input: text, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  it('is ASCII, without tabs and long lines, because every stack contains it', () => {
    expect(text.split('\n').filter((line) => !/^[ -~]{0,240}$/.test(line))).toEqual([]);
  });
});

it('defines no function twice, because the later one would silently replace the other', () => {
  const names = PROGRAM.flatMap((line) => /^(\w+)\(\) \{/.exec(line)?.[1] ?? []);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
