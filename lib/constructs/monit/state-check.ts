import { exec, when, type Check, type ProgramRule } from '../../monit';
import { Duration } from '../../values';
import type { CompositeRuleConfig, CompositeRuleContext } from './composite-rule';

/** Exit status of `guard check` for a unit that systemd gave up on, and that no operator has stopped. */
export const GAVE_UP = 1;

/** Exit status of `guard check`, once, for a unit that crashed and that systemd has restarted. */
export const CRASHED = 3;

/** Rule that starts a unit that systemd gave up on, as often as the cooldown allows. */
export function reviveRule({ directory, unitName, cooldown }: CompositeRuleContext): ProgramRule {
  return when.status.equal(GAVE_UP).do(exec([`${directory}/guard`, 'revive', unitName, cooldown], { repeatEvery: 1 }));
}

/**
 * Returns the checks besides that of the process: one of the unit's state, and those of the rules, each with a name of its own.
 *
 * @param configs composite rules as bound to the context
 * @param revives starts a unit that systemd gave up on, even if no rule does
 * @param context context of the rules
 */
export function extraChecks(configs: readonly CompositeRuleConfig[], revives: boolean, context: CompositeRuleContext): readonly Check[] {
  const { checkName, directory, unitName } = context;
  const given = configs.flatMap(({ state = [] }) => state);
  const wanted = revives ? [reviveRule(context), ...given] : given;
  // Both the option and a rule may ask for this, but a unit is revived only once.
  const written = wanted.map((rule) => JSON.stringify(rule));
  const rules = wanted.filter((_, index) => written.indexOf(written[index]!) === index);
  const program = { argv: [`${directory}/guard`, 'check', unitName], timeout: Duration.seconds(30) };
  const all: readonly Check[] = [
    ...(rules.length > 0 ? [{ statement: 'check program', name: `${checkName}-state`, program, rules } as const] : []),
    ...configs.flatMap(({ checks = [] }) => checks),
  ];
  // Two rules of the same kind, each with its own limit, need different names.
  return all.map((check, index) => {
    const earlier = all.slice(0, index).filter(({ name }) => name === check.name).length;
    return earlier === 0 ? check : { ...check, name: `${check.name}-${earlier + 1}` };
  });
}
