import type { Check, ProcessCheck, Program, Rule } from '../model';
import { when } from '../when';
import { alert } from '../actions';
import { Duration } from '../../values/duration';
import type { LintExample } from './rule';

const SYSTEMCTL = '/bin/systemctl';

/** A systemctl command, with a timeout that is long enough for its unit. */
export function systemctl(verb: string, seconds = 200): Program {
  return { argv: [SYSTEMCTL, verb, 'sidekiq'], timeout: Duration.seconds(seconds) };
}

/** A process check without issues, with the changes of an example. */
export function processExample(changes: Partial<Omit<ProcessCheck, 'statement' | 'pidfile' | 'matching'>> = {}): ProcessCheck {
  return {
    statement: 'check process',
    name: 'sidekiq',
    pidfile: '/run/sidekiq/sidekiq.pid',
    start: systemctl('start'),
    stop: systemctl('stop'),
    rules: [when.doesNotExist().forCycles(3).do(alert())],
    ...changes,
  };
}

/** An example of these checks. */
export function example(...checks: readonly Check[]): LintExample {
  return { statements: checks };
}

/** An example of a process check with additional rules. */
export function withRule(...rules: readonly Rule[]): LintExample {
  const base = processExample();
  // A rule of any kind of check is a `Rule`; these examples are of a process.
  return example({ ...base, rules: [...base.rules, ...rules] } as ProcessCheck);
}
