import type { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import { SYSLOG_FACILITIES, type Include, type SetDaemon, type SetLog, type Setting } from '../model';
import { alertIssues, mailFormatIssues } from './alerts';
import { newerThanHostIssues, type Host } from './host';
import { httpdIssues } from './httpd';
import { error, wordIssues, type Issues } from './report';
import { eventQueueIssues, limitsIssues, mailServerIssues, mmonitIssues } from './servers';
import { sslIssues } from './ssl';
import { literalIssues, pathIssues } from './text';

/** Monit's longest cycle, a year. Source: src/p.y of Monit. */
const LONGEST_CYCLE = 31_556_952;
const ON_REBOOT = ['start', 'nostart', 'laststate'];

/** Issues of `set …` and `include …`. */
export function* settingIssues(setting: Setting, host: Host): Issues {
  const { statement } = setting;
  switch (statement) {
    case 'set daemon':
      return yield* daemonIssues(setting);
    case 'set init':
    case 'set terminal batch':
    case 'set fips':
      return;
    case 'set log':
      return yield* logIssues(setting, host);
    case 'set pidfile':
    case 'set idfile':
    case 'set statefile':
      return yield* pathIssues(`${statement}.path`, setting.path);
    case 'set onreboot':
      return yield* wordIssues('set onreboot.onReboot', setting.onReboot, ON_REBOOT);
    case 'set limits':
      return yield* limitsIssues(setting, host);
    case 'set eventqueue':
      return yield* eventQueueIssues(setting);
    case 'set mailserver':
      return yield* mailServerIssues(setting, host);
    case 'set mail-format':
      return yield* mailFormatIssues('set mail-format.format', setting.format);
    case 'set alert':
      return yield* alertIssues('set alert', setting);
    case 'set mmonit':
      return yield* mmonitIssues(setting, host);
    case 'set ssl':
      return yield* sslIssues('set ssl.ssl', setting.ssl, 'default');
    case 'set httpd':
      return yield* httpdIssues(setting, host);
    case 'include':
      return yield* includeIssues(setting);
    default:
      yield* unknownStatementIssues(statement);
  }
}

function* unknownStatementIssues(statement: unknown): Issues {
  yield error('unknown-word', 'statement', {
    got: show(statement),
    expected: 'a statement of Monit: "check process", "set daemon", …',
    remedy: 'Use one of Monit’s: this one would not be written',
  });
}

function* daemonIssues({ interval, startDelay }: SetDaemon): Issues {
  yield* cycleIssues('set daemon.interval', interval, 1);
  if (startDelay !== undefined) yield* cycleIssues('set daemon.startDelay', startDelay, 0);
}

function* cycleIssues(property: string, duration: Duration, least: number): Issues {
  const seconds = duration.toSeconds();
  if (duration.problem() === undefined && Number.isInteger(seconds) && seconds >= least && seconds <= LONGEST_CYCLE) return;
  yield error('duration', property, {
    got: String(duration),
    expected: `whole seconds, from ${least} to ${LONGEST_CYCLE}`,
    remedy: 'Give whole seconds: Monit counts no fractions',
  });
}

function* logIssues({ path, syslog }: SetLog, host: Host): Issues {
  if (path !== undefined) return yield* pathIssues('set log.path', path);
  if (syslog === true) return;
  yield* wordIssues('set log.syslog', syslog, SYSLOG_FACILITIES);
  if (syslog === 'log_user') yield* newerThanHostIssues('set log.syslog', 'log_user', '5.34.4', host);
}

function* includeIssues({ pattern }: Include): Issues {
  yield* literalIssues('include.pattern', pattern);
  if (pattern.startsWith('/') && !/[\p{Cc}"\\]|['\s]$/u.test(pattern)) return;
  yield error('path', 'include.pattern', {
    got: show(pattern),
    expected: 'an absolute path, perhaps with * and ?, without control characters, quotes and backslashes',
    remedy: 'Give the whole path: Monit looks for it where it was started, and says nothing if there is none',
  });
}
