import type { Construct } from 'constructs';
import type { Secret } from '../../terraform';
import { absolutePathProblem, textProblem } from '../../values';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import { Notifier, notifierRules, type NotifierProps } from './notifier';

/** Properties of a {@link CommandNotifier}. */
export interface CommandNotifierProps extends NotifierProps {
  /** Absolute path of the program, followed by its arguments. There is no shell: each argument is passed unchanged. */
  readonly argv: readonly string[];
  /**
   * User on the host that runs the program.
   * @default a transient user that can write only to its own /tmp
   */
  readonly user?: string;
  /**
   * Secret that only the program can read, in the file `$CREDENTIALS_DIRECTORY/secret`.
   * @default none
   */
  readonly secret?: Secret;
}

const rules: PropRules<CommandNotifierProps> = {
  ...notifierRules,
  argv: {
    valid: `a list of the program’s absolute path and its arguments, without line breaks, like ['/usr/local/bin/page', 'ops']`,
    code: 'notifier/invalid-command',
    problem: argvProblem,
    placeholder: () => ['/bin/true'],
  },
  user: is.runsAs,
  secret: is.secret,
};

/**
 * Runs your own program when a Monit rule fires. Its environment holds Monit's variables MONIT_SERVICE, MONIT_HOST, MONIT_EVENT,
 * MONIT_DESCRIPTION and MONIT_DATE, as well as NOTIFY_TIME (in UTC, `2026-02-03T04:05:06Z`) and NOTIFY_COUNT (the number of events
 * of this service and kind that the call covers). It must finish within 90 seconds; a non-zero exit status counts as a failure and
 * is retried.
 *
 * Errors: `notifier/invalid-command`, `unit/invalid-user-name`, `secret/not-sensitive`,
 * `notifier/invalid-interval`, `stack/other-stack`, `stack/unknown-property`, `stack/invalid-property`.
 *
 * Source: Monit manual, "ACTION"
 *
 * @example
 * ```ts
 * const pager = new CommandNotifier(this, 'pager', {
 *   host,
 *   argv: ['/usr/local/bin/page', '--team', 'ops'],
 *   secret: Secret.fromHostFile('/etc/myapp/pager-token'),
 * });
 * const rules = [when.memory.above(Percent.of(95)).forCycles(3).do(pager.notify())];
 * new MonitSystemCheck(this, 'system', { host, rules });
 * ```
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
  if (!Array.isArray(argv) || argv.length === 0) return 'is not a list that starts with a program';
  const [program, ...args] = argv as readonly unknown[];
  const problem = absolutePathProblem(program);
  if (problem !== undefined) return `names a program whose path ${problem}`;
  // systemd would expand it as a variable in the program's argv[0].
  if (String(program).includes('$')) return 'names a program whose path contains a $';
  const at = args.findIndex((arg) => textProblem(arg) !== undefined);
  return at < 0 ? undefined : `has an element [${at + 1}] that ${textProblem(args[at])}`;
}
