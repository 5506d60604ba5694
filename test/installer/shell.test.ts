import { spawnSync } from 'node:child_process';
import * as programs from '../../lib/programs';
import { deploymentScript, uninstallScript } from '../../lib/installer';
import { PROGRAM } from '../../lib/installer/shell.generated';

const inShell = Object.entries(programs).filter(([name]) => name !== 'queuesRubyProgram');

const SCRIPTS: Readonly<Record<string, string>> = {
  'the uploaded script': [...deploymentScript({ lines: ['cdktf-sidekiq 1', 'end'], fixedSha256: 'a1', filledSha256: 'b2' }), ''].join('\n'),
  'the program': ['#!/bin/sh', ...PROGRAM, ''].join('\n'),
  'the uninstallation': [...uninstallScript({ owner: 'o', claim: 'c' }), ''].join('\n'),
  ...Object.fromEntries(inShell),
};

describe.each(Object.keys(SCRIPTS))('%s', (name) => {
  const text = SCRIPTS[name]!;

  it.each([
    ['dash', ['-n']],
    ['bash', ['--posix', '-n']],
  ])('is read by %s', (shell, args) => {
    expect(spawnSync(shell, args, { input: text, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  it('is ASCII, without tabs and long lines: it stands in every stack', () => {
    expect(text.split('\n').filter((line) => !/^[ -~]{0,240}$/.test(line))).toEqual([]);
  });
});

it('defines no function twice: the later one would take the place of the other unseen', () => {
  const names = PROGRAM.flatMap((line) => /^(\w+)\(\) \{/.exec(line)?.[1] ?? []);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
