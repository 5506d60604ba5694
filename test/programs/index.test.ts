import { spawnSync } from 'node:child_process';
import * as programs from '../../lib/programs';

const { queuesRubyProgram, ...inShell } = programs;

it('the only one that is no shell program is read by the Ruby of the service: whole lines of ASCII', () => {
  expect(queuesRubyProgram.split('\n').slice(0, -1)).toEqual(expect.arrayContaining([expect.stringMatching(/^require 'socket'$/)]));
  expect(queuesRubyProgram).toMatch(/^[ -~\n]*[^\n]\n$/);
});

describe.each(Object.entries(inShell))('%s', (_, text) => {
  it('is a shell program of whole lines', () => {
    expect(text).toMatch(/^#!\/bin\/sh\n[^]*[^\n]\n$/);
  });

  it('tells how it is used, or what is missing, and does nothing', () => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', `CLEAN_ENVIRONMENT=$$\n${text}`], {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' },
    });
    expect([status === 0, stdout]).toEqual([false, '']);
    expect(stderr).toMatch(/^usage: |settings is missing/);
  });
});
