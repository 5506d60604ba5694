import { spawnSync } from 'node:child_process';
import * as programs from '../../lib/programs';

const { queuesRubyProgram, ...inShell } = programs;

it('the only program that isn’t shell is read by the service’s Ruby: whole lines of ASCII', () => {
  expect(queuesRubyProgram.split('\n').slice(0, -1)).toEqual(expect.arrayContaining([expect.stringMatching(/^require 'socket'$/)]));
  expect(queuesRubyProgram).toMatch(/^[ -~\n]*[^\n]\n$/);
});

describe.each(Object.entries(inShell))('%s', (_, text) => {
  it('is a shell program of whole lines', () => {
    expect(text).toMatch(/^#!\/bin\/sh\n[^]*[^\n]\n$/);
  });

  it('prints its usage, or what is missing, and does nothing', () => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', `CLEAN_ENVIRONMENT=$$\n${text}`], {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' },
    });
    expect([status === 0, stdout]).toEqual([false, '']);
    expect(stderr).toMatch(/^usage: |settings is missing/);
  });
});
