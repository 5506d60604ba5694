import type { Check, ProcessCheck, Program, Rule } from '../model';
import { when } from '../when';
import { alert } from '../actions';
import { Duration } from '../../values/duration';
import type { LintExample } from './rule';

const SYSTEMCTL = '/bin/systemctl';

/** A command about a unit, with time enough for it. */
export function systemctl(verb: string, seconds = 200): Program {
  return { argv: [SYSTEMCTL, verb, 'sidekiq'], timeout: Duration.seconds(seconds) };
}

/** A process check that no rule finds fault with, changed in what an example is about. */
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

/** One check. */
export function example(...checks: readonly Check[]): LintExample {
  return { statements: checks };
}

/** A process check with one rule more. */
export function withRule(...rules: readonly Rule[]): LintExample {
  const base = processExample();
  // Rules of every kind of check are rules; the examples are of a process.
  return example({ ...base, rules: [...base.rules, ...rules] } as ProcessCheck);
}
