import type { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import type { SetDaemon, SetHttpd } from '../model';
import { LARGEST_NUMBER } from '../units';
import { error, issue, type Issues } from './report';
import { pathIssues } from './text';

/** `sun_path` has 108 bytes, one of them for the NUL. Source: unix(7). */
const LONGEST_SOCKET_PATH = 107;

/** `set daemon`. */
export function* daemonIssues({ interval, startDelay }: SetDaemon): Issues {
  yield* cycleIssues('set daemon.interval', interval, 1);
  if (startDelay !== undefined) yield* cycleIssues('set daemon.startDelay', startDelay, 0);
  yield issue('warning', 'set-daemon-is-host-wide', 'set daemon', {
    got: String(interval),
    expected: 'one owner of the interval on a host',
    remedy: 'Make sure that it is yours to set: the last "set daemon" read retimes the checks of everybody on the host',
  });
}

/** `set httpd`. */
export function* httpdIssues({ unixSocket }: SetHttpd): Issues {
  yield* pathIssues('set httpd.unixSocket', unixSocket);
  const length = new TextEncoder().encode(unixSocket).length;
  if (length <= LONGEST_SOCKET_PATH) return;
  yield error('socket-path', 'set httpd.unixSocket', {
    got: `${show(unixSocket)}, ${length} bytes`,
    expected: `at most ${LONGEST_SOCKET_PATH} bytes`,
    remedy: 'Choose a shorter path: the kernel takes no longer one for a socket',
  });
}

function* cycleIssues(property: string, duration: Duration, least: number): Issues {
  const seconds = duration.toSeconds();
  if (duration.problem() === undefined && Number.isInteger(seconds) && seconds >= least && seconds <= LARGEST_NUMBER) return;
  yield error('duration', property, {
    got: String(duration),
    expected: `whole seconds, from ${least} to ${LARGEST_NUMBER}`,
    remedy: 'Give whole seconds: Monit counts no fractions',
  });
}
