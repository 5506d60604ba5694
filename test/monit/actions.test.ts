import { alert, exec, restart, start, stop, unmonitor } from '../../lib/monit';

describe('actions', () => {
  it('are plain data', () => {
    expect([alert(), start(), stop(), restart(), unmonitor()].map(({ action }) => action)).toEqual([
      'alert',
      'start',
      'stop',
      'restart',
      'unmonitor',
    ]);
    expect(exec(['/bin/x', 'a b'])).toEqual({ action: 'exec', argv: ['/bin/x', 'a b'] });
    expect(exec(['/bin/x'], { uid: 'deploy', gid: 'deploy', repeatEvery: 5 })).toEqual({
      action: 'exec',
      argv: ['/bin/x'],
      uid: 'deploy',
      gid: 'deploy',
      repeatEvery: 5,
    });
  });
});
