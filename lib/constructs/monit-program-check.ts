import type { Construct } from 'constructs';
import type { Program, ProgramRule } from '../monit';
import { programRule } from './program-rule';
import { readProps, type PropRules } from './props';
import { MonitResourceCheck, resourceCheckRules, ruleList, type MonitResourceCheckProps } from './resource-check';

/** Properties of a {@link MonitProgramCheck}. */
export interface MonitProgramCheckProps extends MonitResourceCheckProps {
  /** What is run in each cycle: it must be on the host, or Monit refuses all of its control files. Its timeout is 5 minutes, if it has none. */
  readonly program: Program;
  /** What it is judged by, written with `when`; at least one about the status or the content, or Monit refuses the check. */
  readonly rules: readonly ProgramRule[];
}

const rules: PropRules<MonitProgramCheckProps> = {
  ...resourceCheckRules,
  program: { ...programRule, standIn: () => ({ argv: ['/bin/true'] }) },
  rules: { ...ruleList, standIn: () => [] },
};

/**
 * A Monit check of what a program of yours says: its exit status, its output.
 *
 *     const program = { argv: ['/usr/local/bin/backup-age', '--hours', '26'] };
 *     new MonitProgramCheck(this, 'backup', { host, program, rules: [when.status.notEqual(0).do(slack.notify())] });
 *
 * Errors: all that `controlFileIssues` finds, `constructs/bad-check-name`, `constructs/bad-rule`,
 * `constructs/monit-sandbox`, `constructs/other-host`, `constructs/other-stack`, `constructs/unknown-property`,
 * `constructs/bad-property`, `constructs/token-in-text`.
 *
 * Source: Monit manual, "Program"
 */
export class MonitProgramCheck extends MonitResourceCheck<'program'> {
  public constructor(scope: Construct, id: string, props: MonitProgramCheckProps) {
    const { props: checked, issues } = readProps(props, rules);
    super(scope, id, { kind: 'program', props: checked, issues, watches: { program: checked.program } });
  }
}
