import type { Construct } from 'constructs';
import type { Secret } from '../terraform';
import { absolutePathProblem, textProblem } from '../values';
import { Notifier, notifierRules, type NotifierProps } from './notifier';
import * as is from './prop-kinds';
import { readProps, type PropRules } from './props';

/** Properties of a {@link CommandNotifier}. */
export interface CommandNotifierProps extends NotifierProps {
  /** The program, by its absolute path, and its arguments: no shell, each word arrives as it is. */
  readonly argv: readonly string[];
  /**
   * Who runs it: a user of the host.
   * @default one that exists only meanwhile, and can write nowhere but to its own /tmp
   */
  readonly user?: string;
  /**
   * Something that only the program may read, in the file `$CREDENTIALS_DIRECTORY/secret`.
   * @default none
   */
  readonly secret?: Secret;
}

const rules: PropRules<CommandNotifierProps> = {
  ...notifierRules,
  argv: {
    expected: `a list of words that begins with an absolute path, like ['/usr/local/bin/page', 'ops']`,
    code: 'constructs/bad-notifier-command',
    remedy: 'Write the program’s path as it is on the host, then its arguments, each on one line.',
    problem: argvProblem,
    standIn: () => ['/bin/true'],
  },
  user: is.runsAs,
  secret: is.secret,
};

/**
 * Runs a program of yours with what Monit found: MONIT_SERVICE, MONIT_HOST, MONIT_EVENT, MONIT_DESCRIPTION and MONIT_DATE in its
 * environment, as Monit names them, NOTIFY_TIME (in UTC, `2026-02-03T04:05:06Z`) and NOTIFY_COUNT (how many events of the service
 * and of its kind it stands for). It has 90 seconds; another exit status than 0 counts as a failure, and is tried again.
 *
 * Errors: `constructs/bad-notifier-command`, `systemd/bad-user-name`, `constructs/secret-not-sensitive`,
 * `constructs/bad-notifier-interval`, `constructs/other-stack`, `constructs/unknown-property`, `constructs/bad-property`.
 *
 * Source: Monit manual, "ACTION"
 */
export class CommandNotifier extends Notifier {
  public constructor(scope: Construct, id: string, props: CommandNotifierProps) {
    const { props: checked, issues } = readProps(props, rules);
    const { argv, user, secret } = checked;
    super(scope, id, {
      props: checked,
      issues,
      argv: () => argv,
      credentials: secret === undefined ? [] : [{ name: 'secret', property: 'secret', secret }],
      user,
      needs: [],
    });
  }
}

function argvProblem(argv: unknown): string | undefined {
  if (!Array.isArray(argv) || argv.length === 0) return 'is no list with a program';
  const [program, ...words] = argv as readonly unknown[];
  const problem = absolutePathProblem(program);
  if (problem !== undefined) return `names a program whose path ${problem}`;
  // systemd would look for a variable in the name that it gives the program.
  if (String(program).includes('$')) return 'names a program whose path holds a $';
  const at = words.findIndex((word) => textProblem(word) !== undefined);
  return at < 0 ? undefined : `has at [${at + 1}] a word that ${textProblem(words[at])}`;
}
