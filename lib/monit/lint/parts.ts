import type { Place } from '../../values/place';
import type { Action } from '../actions';
import type { Check, Program, Rule } from '../model';
import { placeOf, placeOfRule } from '../model/places';
import { CHECK_KINDS } from '../check-kind';
import type { LintSubject } from './rule';

/** A part of a control file, with its place: `['sidekiq', 'rules', 2]`. */
export interface Found<T> {
  /** The part. */
  readonly it: T;
  /** Place of the part. */
  readonly place: Place;
  /** The check that contains the part. */
  readonly check: Check;
}

/** All checks. */
export function* checks({ statements, context }: LintSubject): Generator<Found<Check>, void, undefined> {
  for (const statement of statements) {
    const check = CHECK_KINDS.some((kind) => statement.statement === `check ${kind}`) ? (statement as Check) : undefined;
    if (check !== undefined) yield { it: check, check, place: placeOf(check, context.origins) };
  }
}

/** The rules of all checks. */
export function* rules(subject: LintSubject): Generator<Found<Rule>, void, undefined> {
  for (const { check, place } of checks(subject)) {
    for (const [index, rule] of check.rules.entries())
      yield { it: rule, check, place: placeOfRule(rule, index, place, subject.context.origins) };
  }
}

/** The actions of all rules, including those on recovery. */
export function* actions(subject: LintSubject): Generator<Found<Action>, void, undefined> {
  for (const { it, check, place } of rules(subject)) {
    yield { it: it.action, check, place: [...place, 'action'] };
    if (it.recovery !== undefined) yield { it: it.recovery.action, check, place: [...place, 'recovery', 'action'] };
  }
}

/** All programs that Monit runs. */
export function* programs(subject: LintSubject): Generator<Found<Pick<Program, 'argv'>>, void, undefined> {
  for (const { check, place } of checks(subject)) {
    if (check.statement === 'check program') yield { it: check.program, check, place: [...place, 'program'] };
    for (const method of ['start', 'stop', 'restart'] as const) {
      if (check[method] !== undefined) yield { it: check[method], check, place: [...place, method] };
    }
  }
  for (const { it, check, place } of actions(subject)) if (it.action === 'exec') yield { it, check, place };
}

/**
 * Verb and unit of a systemctl command, the unit with its suffix: `systemctl restart sidekiq`.
 * @returns undefined for other commands
 */
export function unitOf({ argv }: Pick<Program, 'argv'>): { readonly verb: string; readonly unit: string } | undefined {
  const [program, ...words] = argv;
  if (program === undefined || !/\/systemctl$/.test(program)) return undefined;
  const [verb, unit] = words.filter((word) => !word.startsWith('-'));
  if (verb === undefined || unit === undefined) return undefined;
  return { verb, unit: /\.[a-z]+$/.test(unit) ? unit : `${unit}.service` };
}
