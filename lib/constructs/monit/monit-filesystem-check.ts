import type { Construct } from 'constructs';
import { alert, when, type FilesystemRule } from '../../monit';
import { readProps, type PropRules } from '../props/read-props';
import { MonitResourceCheck, pathCheckRules, ruleList, type MonitPathCheckProps } from './monit-resource-check';

/** Properties of a {@link MonitFilesystemCheck}. */
export interface MonitFilesystemCheckProps extends MonitPathCheckProps {
  /** Mount point, device, or any file or directory on the file system. */
  readonly path: string;
  /**
   * Rules, written with `when`.
   * @default none
   */
  readonly rules?: readonly FilesystemRule[];
}

const rules: PropRules<MonitFilesystemCheckProps> = {
  ...pathCheckRules,
  path: {
    valid: 'a mount point, a device, or a path on it',
    problem: (value) => (typeof value === 'string' && value !== '' ? undefined : 'is not a path'),
    placeholder: () => '/',
  },
  rules: ruleList,
};

/**
 * A Monit check of a file system: how full it is, and how busy its disk is.
 *
 * A missing file system raises an alert, unless `whenGone` or a rule with `when.doesNotExist()` is given; Monit's own default is a restart.
 *
 * Errors: all that `controlFileIssues` finds, `file/invalid-path`, `monit/invalid-check-name`, `monit/invalid-rule`,
 * `monit/uid-forbidden-by-sandbox`, `host/other-host`, `stack/other-stack`, `stack/unknown-property`,
 * `stack/invalid-property`, `stack/token-in-text`.
 *
 * Source: Monit manual, "Filesystem"
 *
 * @example
 * ```ts
 * new MonitFilesystemCheck(this, 'root', {
 *   host,
 *   path: '/',
 *   rules: [when.space.above(Percent.of(90)).do(slack.notify()), when.inodes.above(Percent.of(90)).do(slack.notify())],
 * });
 * ```
 */
export class MonitFilesystemCheck extends MonitResourceCheck<'filesystem'> {
  public constructor(scope: Construct, id: string, props: MonitFilesystemCheckProps) {
    const { props: checked, issues } = readProps(props, rules);
    const gone = when.doesNotExist().do(checked.whenGone ?? alert());
    super(scope, id, { kind: 'filesystem', props: checked, issues, watches: { path: checked.path }, gone });
  }
}
