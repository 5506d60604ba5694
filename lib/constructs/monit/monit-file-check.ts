import type { Construct } from 'constructs';
import { alert, when, type FileRule, type PatternComparison } from '../../monit';
import * as is from '../props/prop-kinds';
import { isRecord, readProps, type PropRules } from '../props/read-props';
import { MonitResourceCheck, pathCheckRules, ruleList, type MonitPathCheckProps } from './monit-resource-check';

/** Properties of a {@link MonitFileCheck}. */
export interface MonitFileCheckProps extends MonitPathCheckProps {
  /** Absolute path of the file. */
  readonly path: string;
  /**
   * Rules, written with `when`.
   * @default none
   */
  readonly rules?: readonly FileRule[];
  /**
   * Lines that rules about the content ignore, given as regular expressions that match them, or don't match them.
   * @default none
   */
  readonly ignoreContent?: readonly PatternComparison[];
}

const rules: PropRules<MonitFileCheckProps> = {
  ...pathCheckRules,
  path: { ...is.path, placeholder: () => '/' },
  rules: ruleList,
  ignoreContent: is.listOf({
    valid: `{ operator: '=', pattern: 'DEBUG' }`,
    problem: (value) => (isRecord(value) && typeof value.pattern === 'string' ? undefined : 'has no pattern'),
  }),
};

/**
 * A Monit check of a file: its size, its age, what is written to it, and its owner.
 *
 * A missing file raises an alert, unless `whenGone` or a rule with `when.doesNotExist()` is given; Monit's own default is a restart.
 *
 * Errors: all that `controlFileIssues` finds, `file/invalid-path`, `monit/invalid-check-name`, `monit/invalid-rule`,
 * `monit/uid-forbidden-by-sandbox`, `host/other-host`, `stack/other-stack`, `stack/unknown-property`,
 * `stack/invalid-property`, `stack/token-in-text`.
 *
 * Source: Monit manual, "File"
 *
 * @example
 * ```ts
 * new MonitFileCheck(this, 'log', {
 *   host,
 *   path: '/opt/myapp/shared/log/production.log',
 *   rules: [when.size.above(Size.gibibytes(1)).do(slack.notify()), when.mtime.above(Duration.hours(2)).do(alert())],
 * });
 * ```
 */
export class MonitFileCheck extends MonitResourceCheck<'file'> {
  public constructor(scope: Construct, id: string, props: MonitFileCheckProps) {
    const { props: checked, issues } = readProps(props, rules);
    const { ignoreContent } = checked;
    const gone = when.doesNotExist().do(checked.whenGone ?? alert());
    super(scope, id, {
      kind: 'file',
      props: checked,
      issues,
      watches: { path: checked.path, ...(ignoreContent === undefined ? {} : { ignoreContent }) },
      gone,
    });
  }
}
