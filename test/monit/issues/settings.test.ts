import { controlFileIssues } from '../../../lib/monit';
import { Duration } from '../../../lib/values';
import { brief } from './sample';

const daemon = (interval: Duration, startDelay?: Duration) =>
  brief(controlFileIssues({ statements: [{ statement: 'set daemon', interval, ...(startDelay === undefined ? {} : { startDelay }) }] }));

const WARNING = 'monit/set-daemon-is-host-wide at set daemon';

describe('set daemon', () => {
  it('is reported as host-wide', () => {
    expect(daemon(Duration.minutes(2), Duration.seconds(0))).toEqual([WARNING]);
  });

  it.each([0, 0.5, -1, NaN, 3_000_000_000])('has no interval of %d seconds', (n) => {
    expect(daemon(Duration.seconds(n))).toEqual(['monit/invalid-duration at set daemon.interval', WARNING]);
  });

  it('has a start delay of whole seconds', () => {
    expect(daemon(Duration.seconds(5), Duration.milliseconds(1))).toEqual(['monit/invalid-duration at set daemon.startDelay', WARNING]);
  });
});

describe('set httpd', () => {
  const httpd = (unixSocket: string) => brief(controlFileIssues({ statements: [{ statement: 'set httpd', unixSocket }] }));

  it('has an absolute path that fits into a socket address', () => {
    expect(httpd('/run/monit.sock')).toEqual([]);
    expect(httpd('monit.sock')).toEqual(['monit/invalid-path at set httpd.unixSocket']);
    expect(httpd(`/${'x'.repeat(106)}`)).toEqual([]);
    expect(httpd(`/${'é'.repeat(54)}`)).toEqual(['monit/socket-path-too-long at set httpd.unixSocket']);
  });
});
