import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedLines } from '../../tools/embed-shell';
import { readFileSync } from 'node:fs';

const HOSTILE = {
  SYSTEMD_LOG_LEVEL: 'debug',
  SYSTEMD_UNIT_PATH: '/tmp/units',
  SYSTEMD_COLORS: '1',
  POSIXLY_CORRECT: '1',
  ENV: '/tmp/env',
  BASH_ENV: '/tmp/env',
  IFS: 'x',
  LD_LIBRARY_PATH: '/tmp',
  PATH: `/tmp/bin:${process.env.PATH}`,
  TMPDIR: '/tmp/x',
  GREP_OPTIONS: '-v',
  CLEAN_ENVIRONMENT: '1',
  MONIT_SERVICE: 'sidekiq',
  SERVICE_RESULT: 'success',
};

/** Returns the environment of a program that begins with these lines. */
function seen(begin: string, shell: string): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'cdktf-sidekiq-environment.'));
  try {
    const program = join(directory, 'program');
    const lines = embeddedLines([readFileSync(join(__dirname, '../../lib', begin), 'utf8')]).filter((line) => line !== '#!/bin/sh');
    writeFileSync(program, ['#!/bin/sh', ...lines, 'echo "$0 $# $2"', 'env', ''].join('\n'));
    chmodSync(program, 0o755);
    const { stdout, stderr } = spawnSync(shell, [program, 'one', 'a  b'], { encoding: 'utf8', env: HOSTILE });
    expect(stderr).toBe('');
    const [first, ...variables] = stdout.trimEnd().split('\n');
    expect(first).toBe(`${program} 2 a  b`);
    return variables.filter((line) => !/^(PWD|OLDPWD|SHLVL|_)=/.test(line)).sort();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

test.each(['dash', 'bash'])('the transaction has only its own environment, started by %s', (shell) => {
  expect(seen('installer/sh/base/environment.sh', shell)).toEqual([
    'LC_ALL=C',
    'PAGER=',
    'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    'SYSTEMD_COLORS=0',
    'SYSTEMD_PAGER=',
    'TERM=dumb',
  ]);
});

test.each(['dash', 'bash'])('a program also has Monit’s variables about an event, started by %s', (shell) => {
  expect(seen('programs/sh/begin.sh', shell)).toEqual([
    'LC_ALL=C',
    'MONIT_DATE=',
    'MONIT_DESCRIPTION=',
    'MONIT_EVENT=',
    'MONIT_HOST=',
    'MONIT_SERVICE=sidekiq',
    'PATH=/usr/sbin:/usr/bin:/sbin:/bin',
    'SERVICE_RESULT=success',
    'SYSTEMD_COLORS=0',
    'SYSTEMD_PAGER=',
  ]);
});
