import { show } from '../../values/issue';
import { alert } from '../actions';
import { when } from '../when';
import { example, withRule } from './examples';
import { rules } from './parts';
import { rule, type LintRule } from './rule';

/** Source: Monit manual, "TCP/UDP port test": the default host is localhost. */
const portOfLocalhost = rule({
  code: 'monit/port-of-localhost',
  severity: 'info',
  reason: 'In a process check, a port without a host is on localhost: a service that listens only on another address looks down.',
  bad: () => withRule(when.failed.port(6379, { protocol: 'redis' }).do(alert())),
  good: () => withRule(when.failed.port(6379, { host: '127.0.0.1', protocol: 'redis' }).do(alert())),
  *find(subject) {
    for (const { it, check, place } of rules(subject)) {
      if (check.statement !== 'check process' || it.test.test !== 'port' || it.test.host !== undefined) continue;
      yield {
        place: [...place, 'test'],
        problem: `port ${it.test.port} has no host, so Monit connects to localhost`,
        remedy: 'Set `host` to the address that the service listens on.',
      };
    }
  },
});

/** Source: Monit manual, "File content testing": a path is that of a file of patterns. */
const patternsFromFile = rule({
  code: 'monit/patterns-from-file',
  severity: 'info',
  reason: 'Monit reads a pattern that starts with a slash as the path of a file of patterns.',
  bad: () => example({ statement: 'check file', name: 'log', path: '/srv/log', rules: [when.content.matchesOneOf('/error').do(alert())] }),
  good: () => example({ statement: 'check file', name: 'log', path: '/srv/log', rules: [when.content.matches('/error').do(alert())] }),
  *find(subject) {
    for (const { it, place } of rules(subject)) {
      if (it.test.test !== 'contentFromFile') continue;
      yield {
        place: [...place, 'test', 'patternFile'],
        problem: `Monit reads the patterns from the file ${show(it.test.patternFile)}`,
        remedy: 'Use when.content.matches() if the text itself is the pattern.',
      };
    }
  },
});

/** Rules about ports and patterns. */
export const INPUT_RULES: readonly LintRule[] = [portOfLocalhost, patternsFromFile];
