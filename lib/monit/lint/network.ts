import { alert } from '../actions';
import { when } from '../when';
import { example, withRule } from './examples';
import { rules } from './parts';
import { rule, type LintRule } from './rule';

/** Source: Monit manual, "TCP/UDP port test": without a host it is localhost. */
const portOfLocalhost = rule({
  code: 'monit/port-of-localhost',
  severity: 'info',
  reason: 'In a process check a port without a host is one of localhost: a service that listens on another address alone looks dead.',
  bad: () => withRule(when.failed.port(6379, { protocol: 'redis' }).do(alert())),
  good: () => withRule(when.failed.port(6379, { host: '127.0.0.1', protocol: 'redis' }).do(alert())),
  *find(subject) {
    for (const { it, check, place } of rules(subject)) {
      if (check.statement !== 'check process' || it.test.test !== 'port' || it.test.host !== undefined) continue;
      yield {
        place: [...place, 'test'],
        got: `port ${it.test.port}, without a host`,
        expected: 'the host to connect to',
        remedy: 'Set host: without it Monit connects to localhost.',
      };
    }
  },
});

/** Source: Monit manual, "File content testing": a path names a file of patterns. */
const patternsFromFile = rule({
  code: 'monit/patterns-from-file',
  severity: 'info',
  reason: 'What begins with a slash is no pattern to Monit but the name of a file of patterns.',
  bad: () => example({ statement: 'check file', name: 'log', path: '/srv/log', rules: [when.content.matchesOneOf('/error').do(alert())] }),
  good: () => example({ statement: 'check file', name: 'log', path: '/srv/log', rules: [when.content.matches('/error').do(alert())] }),
  *find(subject) {
    for (const { it, place } of rules(subject)) {
      if (it.test.test !== 'contentFromFile') continue;
      yield {
        place: [...place, 'test', 'patternFile'],
        got: 'a path',
        expected: 'a pattern, or a file of patterns',
        remedy: 'Use when.content.matches if the text itself is the pattern: Monit reads the patterns from that file.',
      };
    }
  },
});

/** Rules about ports and patterns. */
export const INPUT_RULES: readonly LintRule[] = [portOfLocalhost, patternsFromFile];
