import type { Construct } from 'constructs';
import { alert, when, type DirectoryRule } from '../../monit';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import { MonitResourceCheck, pathCheckRules, ruleList, type MonitPathCheckProps } from './monit-resource-check';

/** Properties of a {@link MonitDirectoryCheck}. */
export interface MonitDirectoryCheckProps extends MonitPathCheckProps {
  /** Absolute path of the directory. */
  readonly path: string;
  /**
   * Rules, written with `when`.
   * @default none
   */
  readonly rules?: readonly DirectoryRule[];
}

const rules: PropRules<MonitDirectoryCheckProps> = {
  ...pathCheckRules,
  path: { ...is.path, placeholder: () => '/' },
  rules: ruleList,
};

/**
 * A Monit check of a directory: its owner, its mode, and when entries were last added or removed.
 *
 * A missing directory raises an alert, unless `whenGone` or a rule with `when.doesNotExist()` is given; Monit's own default is a restart.
 *
 * Errors: all that `controlFileIssues` finds, `file/invalid-path`, `monit/invalid-check-name`, `monit/invalid-rule`,
 * `monit/uid-forbidden-by-sandbox`, `host/other-host`, `stack/other-stack`, `stack/unknown-property`,
 * `stack/invalid-property`, `stack/token-in-text`.
 *
 * Source: Monit manual, "Directory"
 *
 * @example
 * ```ts
 * new MonitDirectoryCheck(this, 'uploads', {
 *   host,
 *   path: '/srv/uploads',
 *   rules: [when.uid.isNot('deploy').do(alert())],
 * });
 * ```
 */
export class MonitDirectoryCheck extends MonitResourceCheck<'directory'> {
  public constructor(scope: Construct, id: string, props: MonitDirectoryCheckProps) {
    const { props: checked, issues } = readProps(props, rules);
    const gone = when.doesNotExist().do(checked.whenGone ?? alert());
    super(scope, id, { kind: 'directory', props: checked, issues, watches: { path: checked.path }, gone });
  }
}
