import { spawnSync } from 'node:child_process';
import * as programs from '../../lib/programs';

describe.each(Object.entries(programs))('%s', (_, text) => {
  it('is a shell program of whole lines', () => {
    expect(text).toMatch(/^#!\/bin\/sh\n[^]*[^\n]\n$/);
  });

  it('tells how it is used, or what is missing, and does nothing', () => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', text], { encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } });
    expect([status === 0, stdout]).toEqual([false, '']);
    expect(stderr).toMatch(/^usage: |settings is missing/);
  });
});
