import type { Construct } from 'constructs';
import type { SystemRule } from '../../monit';
import { readProps, type PropRules } from '../props/read-props';
import { HOST_NAME, MonitResourceCheck, resourceCheckRules, ruleList, type MonitResourceCheckProps } from './monit-resource-check';

/** Properties of a {@link MonitSystemCheck}. */
export interface MonitSystemCheckProps extends MonitResourceCheckProps {
  /**
   * Rules, written with `when`.
   * @default none
   */
  readonly rules?: readonly SystemRule[];
}

const rules: PropRules<MonitSystemCheckProps> = {
  ...resourceCheckRules,
  rules: ruleList,
};

/**
 * A Monit check of the host as a whole: load, CPU, memory and swap. A host can have only one.
 *
 * Unless `checkName` is set, the check has the host's name (`$HOST`), which Monit uses for the host in messages.
 *
 * Errors: all that `controlFileIssues` finds, `monit/invalid-check-name`, `monit/invalid-rule`,
 * `monit/uid-forbidden-by-sandbox`, `host/other-host`, `stack/other-stack`, `stack/unknown-property`,
 * `stack/invalid-property`, `stack/token-in-text`.
 *
 * Source: Monit manual, "System"
 *
 * @example
 * ```ts
 * new MonitSystemCheck(this, 'system', {
 *   host,
 *   rules: [
 *     when.memory.above(Percent.of(90)).forCycles(5).do(slack.notify()),
 *     when.loadAveragePerCore(5).above(2).forCycles(5).do(slack.notify()),
 *   ],
 * });
 * ```
 */
export class MonitSystemCheck extends MonitResourceCheck<'system'> {
  public constructor(scope: Construct, id: string, props: MonitSystemCheckProps) {
    const { props: checked, issues } = readProps(props, rules);
    super(scope, id, { kind: 'system', props: checked, issues, watches: {}, defaultName: HOST_NAME });
  }
}
