import type { Construct } from 'constructs';
import { alert, when, type FifoRule } from '../../monit';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import { MonitResourceCheck, pathCheckRules, ruleList, type MonitPathCheckProps } from './monit-resource-check';

/** Properties of a {@link MonitFifoCheck}. */
export interface MonitFifoCheckProps extends MonitPathCheckProps {
  /** Absolute path of the named pipe. */
  readonly path: string;
  /**
   * Rules, written with `when`.
   * @default none
   */
  readonly rules?: readonly FifoRule[];
}

const rules: PropRules<MonitFifoCheckProps> = {
  ...pathCheckRules,
  path: { ...is.path, placeholder: () => '/' },
  rules: ruleList,
};

/**
 * A Monit check of a named pipe: its existence, owner and mode.
 *
 * A missing pipe raises an alert, unless `whenGone` or a rule with `when.doesNotExist()` is given; Monit's own default is a restart.
 *
 * Errors: all that `controlFileIssues` finds, `file/invalid-path`, `monit/invalid-check-name`, `monit/invalid-rule`,
 * `monit/uid-forbidden-by-sandbox`, `host/other-host`, `stack/other-stack`, `stack/unknown-property`,
 * `stack/invalid-property`, `stack/token-in-text`.
 *
 * Source: Monit manual, "Fifo"
 *
 * @example
 * ```ts
 * new MonitFifoCheck(this, 'pipe', {
 *   host,
 *   path: '/run/myapp.pipe',
 *   rules: [when.permission.isNot('0600').do(alert())],
 * });
 * ```
 */
export class MonitFifoCheck extends MonitResourceCheck<'fifo'> {
  public constructor(scope: Construct, id: string, props: MonitFifoCheckProps) {
    const { props: checked, issues } = readProps(props, rules);
    const gone = when.doesNotExist().do(checked.whenGone ?? alert());
    super(scope, id, { kind: 'fifo', props: checked, issues, watches: { path: checked.path }, gone });
  }
}
