import type { Construct } from 'constructs';
import { alert, when, type FilesystemRule } from '../monit';
import { readProps, type PropRules } from './props';
import { MonitResourceCheck, pathCheckRules, ruleList, type MonitPathCheckProps } from './resource-check';

/** Properties of a {@link MonitFilesystemCheck}. */
export interface MonitFilesystemCheckProps extends MonitPathCheckProps {
  /** A mount point, a device, or any file or directory on it. */
  readonly path: string;
  /** What it is judged by, written with `when`. */
  readonly rules?: readonly FilesystemRule[];
}

const rules: PropRules<MonitFilesystemCheckProps> = {
  ...pathCheckRules,
  path: {
    expected: 'a mount point, a device, or a path on it',
    problem: (value) => (typeof value === 'string' && value !== '' ? undefined : 'is none'),
    standIn: () => '/',
  },
  rules: ruleList,
};

/**
 * A Monit check of a file system: how full it is, how busy its disk.
 *
 *     new MonitFilesystemCheck(this, 'root', { host, path: '/', rules: [when.space.above(Percent.of(90)).do(slack.notify())] });
 *
 * Without a word about it, one that is not there is told; Monit by itself would restart.
 *
 * Errors: all that `controlFileIssues` finds, `constructs/bad-path`, `constructs/bad-check-name`, `constructs/bad-rule`,
 * `constructs/monit-sandbox`, `constructs/other-host`, `constructs/other-stack`, `constructs/unknown-property`,
 * `constructs/bad-property`, `constructs/token-in-text`.
 *
 * Source: Monit manual, "Filesystem"
 */
export class MonitFilesystemCheck extends MonitResourceCheck<'filesystem'> {
  public constructor(scope: Construct, id: string, props: MonitFilesystemCheckProps) {
    const { props: checked, issues } = readProps(props, rules);
    const gone = when.doesNotExist().do(checked.whenGone ?? alert());
    super(scope, id, { kind: 'filesystem', props: checked, issues, watches: { path: checked.path }, gone });
  }
}
