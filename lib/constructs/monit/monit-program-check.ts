import type { Construct } from 'constructs';
import type { Program, ProgramRule } from '../../monit';
import { readProps, type PropRules } from '../props/read-props';
import { MonitResourceCheck, resourceCheckRules, ruleList, type MonitResourceCheckProps } from './monit-resource-check';
import { programRule } from './program-rule';

/** Properties of a {@link MonitProgramCheck}. */
export interface MonitProgramCheckProps extends MonitResourceCheckProps {
  /**
   * Program to run in each cycle. It must exist on the host; otherwise Monit refuses all of its control files. Its timeout is 5 minutes
   * unless it sets one.
   */
  readonly program: Program;
  /** Rules, written with `when`. At least one must be about the status or the content; otherwise Monit refuses the check. */
  readonly rules: readonly ProgramRule[];
}

const rules: PropRules<MonitProgramCheckProps> = {
  ...resourceCheckRules,
  program: { ...programRule, placeholder: () => ({ argv: ['/bin/true'] }) },
  rules: { ...ruleList, placeholder: () => [] },
};

/**
 * A Monit check of your own program's exit status and output.
 *
 * Errors: all that `controlFileIssues` finds, `monit/invalid-check-name`, `monit/invalid-rule`,
 * `monit/uid-forbidden-by-sandbox`, `host/other-host`, `stack/other-stack`, `stack/unknown-property`,
 * `stack/invalid-property`, `stack/token-in-text`.
 *
 * Source: Monit manual, "Program"
 *
 * @example
 * ```ts
 * new MonitProgramCheck(this, 'backup', {
 *   host,
 *   program: { argv: ['/usr/local/bin/backup-age', '--hours', '26'] },
 *   rules: [when.status.notEqual(0).do(slack.notify())],
 * });
 * ```
 */
export class MonitProgramCheck extends MonitResourceCheck<'program'> {
  public constructor(scope: Construct, id: string, props: MonitProgramCheckProps) {
    const { props: checked, issues } = readProps(props, rules);
    super(scope, id, { kind: 'program', props: checked, issues, watches: { program: checked.program } });
  }
}
