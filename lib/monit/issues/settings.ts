import { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import { SYSLOG_FACILITIES, type Include, type SetDaemon, type SetLog, type Setting } from '../model';
import { placeOf, type Origins } from '../model/places';
import { alertIssues, mailFormatIssues } from './alerts';
import { newerThanHostIssues, type Host } from '../kinds/issues/host';
import { httpdIssues } from './httpd';
import { wordIssues, type Issues } from '../kinds/issues/report';
import { eventQueueIssues, limitsIssues, mailServerIssues, mmonitIssues } from './servers';
import { sslIssues } from '../tls/ssl';
import { literalIssues, pathIssues } from '../kinds/issues/text';

/** Monit's longest cycle, a year. Source: src/p.y of Monit. */
const LONGEST_CYCLE = 31_556_952;
const ON_REBOOT = ['start', 'nostart', 'laststate'];

/** Issues of `set …` and `include …`. */
export function* settingIssues(setting: Setting, host: Host, origins: Origins | undefined): Issues {
  const { statement } = setting;
  const place = placeOf(setting, origins);
  switch (statement) {
    case 'set daemon':
      return yield* daemonIssues(place, setting);
    case 'set init':
    case 'set terminal batch':
    case 'set fips':
      return;
    case 'set log':
      return yield* logIssues(place, setting, host);
    case 'set pidfile':
    case 'set idfile':
    case 'set statefile':
      return yield* pathIssues([...place, 'path'], setting.path);
    case 'set onreboot':
      return yield* wordIssues([...place, 'onReboot'], setting.onReboot, ON_REBOOT);
    case 'set limits':
      return yield* limitsIssues(place, setting, host);
    case 'set eventqueue':
      return yield* eventQueueIssues(place, setting);
    case 'set mailserver':
      return yield* mailServerIssues(place, setting, host);
    case 'set mail-format':
      return yield* mailFormatIssues(origins?.get(setting.format) ?? [...place, 'format'], setting.format);
    case 'set alert':
      return yield* alertIssues(place, setting);
    case 'set mmonit':
      return yield* mmonitIssues(place, setting, host);
    case 'set ssl':
      return yield* sslIssues([...place, 'ssl'], setting.ssl, 'default');
    case 'set httpd':
      return yield* httpdIssues(place, setting, host);
    case 'include':
      return yield* includeIssues(place, setting);
    default:
      yield* unknownStatementIssues(statement);
  }
}

function* unknownStatementIssues(statement: unknown): Issues {
  yield error('monit/unknown-value', ['statement'], {
    problem: `${show(statement)} is not a statement of Monit`,
    remedy: 'Use one such as "check process" or "set daemon": others are not written to the file.',
  });
}

function* daemonIssues(place: Place, { interval, startDelay }: SetDaemon): Issues {
  yield* cycleIssues([...place, 'interval'], interval, 1);
  if (startDelay !== undefined) yield* cycleIssues([...place, 'startDelay'], startDelay, 0);
}

function* cycleIssues(place: Place, duration: unknown, least: number): Issues {
  const seconds = duration instanceof Duration && duration.problem() === undefined ? duration.toSeconds() : NaN;
  if (Number.isInteger(seconds) && seconds >= least && seconds <= LONGEST_CYCLE) return;
  yield error('monit/invalid-duration', place, {
    problem: `${show(duration)} is not a Duration of whole seconds from ${least} to ${LONGEST_CYCLE}`,
    remedy: 'Use one such as Duration.seconds(30): Monit counts no fractions.',
  });
}

function* logIssues(place: Place, { path, syslog }: SetLog, host: Host): Issues {
  if (path !== undefined) return yield* pathIssues([...place, 'path'], path);
  if (syslog === true) return;
  yield* wordIssues([...place, 'syslog'], syslog, SYSLOG_FACILITIES);
  if (syslog === 'log_user') yield* newerThanHostIssues([...place, 'syslog'], 'log_user', '5.34.4', host);
}

function* includeIssues(place: Place, { pattern }: Include): Issues {
  yield* literalIssues([...place, 'pattern'], pattern);
  if (pattern.startsWith('/') && !/[\p{Cc}"\\]|['\s]$/u.test(pattern)) return;
  yield error('monit/invalid-path', [...place, 'pattern'], {
    problem: `${show(pattern)} ${pattern.startsWith('/') ? 'contains a quote, a backslash or a control character' : 'is not absolute'}`,
    remedy: 'Give a full path, like /etc/monit.d/*: Monit reports nothing if no file matches.',
  });
}
