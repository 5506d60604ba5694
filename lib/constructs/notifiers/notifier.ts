import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import type { BundleFile, BundlePart } from '../../bundle';
import { exec, type ExecAction } from '../../monit';
import { notifyProgram } from '../../programs';
import { reportIssues, type Secret } from '../../terraform';
import { Duration, type Issue } from '../../values';
import { bundleFile } from '../host/host-file';
import { hostProp } from '../host/host-prop';
import type { IHostTarget } from '../host/host-target';
import { otherStackIssues } from '../props/other-stack';
import * as is from '../props/prop-kinds';
import type { PropRules } from '../props/read-props';
import { notSensitiveIssues } from '../props/secret-issues';

/** Properties of every notifier. */
export interface NotifierProps {
  /** Host whose Monit sends the notifications. */
  readonly host: IHostTarget;
  /**
   * Minimum time between two messages about the same service and event. Events in between are counted and reported in one message
   * at the end of the interval. Whole seconds, up to a day.
   * @default Duration.minutes(5)
   */
  readonly interval?: Duration;
}

/** Validation rules for the properties of every notifier. */
export const notifierRules: PropRules<NotifierProps> = {
  host: hostProp,
  interval: {
    ...is.wholeSeconds(1, 86_400),
    code: 'notifier/invalid-interval',
    reason: 'the default of five minutes keeps a failing service from flooding the channel',
  },
};

/** A secret for the program that sends. */
export interface SenderCredential {
  /** Name of the secret's file in `$CREDENTIALS_DIRECTORY`. */
  readonly name: string;
  /** Name of the property that holds the secret. */
  readonly property: string;
  /** The secret itself. */
  readonly secret: Secret;
}

/** Configuration of a kind of notifier. */
export interface Sender {
  /** Properties that all kinds have. */
  readonly props: NotifierProps;
  /** Issues of the properties. */
  readonly issues: readonly Issue[];
  /** Returns the program and its arguments, given the directory of the notifier's files. */
  readonly argv: (directory: string) => readonly string[];
  /** Program that the notifier installs: its name in that directory, and its text. */
  readonly program?: { readonly name: string; readonly text: string };
  /** Secrets for the program, which must not be visible in its arguments or environment. */
  readonly credentials: readonly SenderCredential[];
  /** User that runs the program; a transient user if left out. */
  readonly user?: string;
  /** Programs that must be on the host. */
  readonly needs: readonly string[];
}

/** Seconds to wait before each retry; an attempt takes up to 90 s. */
const RETRY_SECONDS = [60, 300] as const;

const notifiers = new WeakMap<object, Notifier>();

/**
 * Sends a notification when a Monit rule fires. The subclasses are {@link SlackNotifier}, {@link WebhookNotifier},
 * {@link MailNotifier} and {@link CommandNotifier}.
 *
 * Monit doesn't wait for the delivery: the event is recorded, and systemd delivers it as an unprivileged user with a clean environment.
 * Secrets appear in no argument, environment or log. At most one message is sent per service and event in each
 * {@link NotifierProps.interval}; the next one has the count of events. At most two messages are sent at a time. A failed delivery is
 * retried twice, after 1 and 5 minutes, and logged in the journal (`journalctl -t cdktf-sidekiq-notify`).
 *
 * All files are in `/usr/local/lib/cdktf-sidekiq/<stack>-<id>`. For the stack `workers` and the id `slack`, this sends a test message:
 *
 *     /usr/local/lib/cdktf-sidekiq/workers-slack/notify --test
 *
 * The directory of a notifier in the scope of its host is named without the host, so that hosts created in a loop have the same files.
 *
 * Source: Monit manual, "ACTION" (MONIT_EVENT and its like); systemd.exec(5), LoadCredential=, DynamicUser=
 *
 * @example
 * ```ts
 * const pager = new CommandNotifier(this, 'pager', { host, argv: ['/usr/local/bin/page'] });
 * const notifiers: readonly Notifier[] = [slack, pager];
 * const rules = notifiers.map((notifier) => when.memory.above(Percent.of(95)).forCycles(3).do(notifier.notify()));
 * new MonitSystemCheck(this, 'system', { host, rules });
 * ```
 */
export abstract class Notifier extends Construct {
  /** Host whose Monit sends the notifications. */
  public readonly host: IHostTarget;
  private readonly directory: string;

  /**
   * Called by the subclasses.
   * @internal
   */
  protected constructor(scope: Construct, id: string, sender: Sender) {
    super(scope, id);
    const { props, issues, credentials } = sender;
    this.host = props.host;
    const name = this.channel();
    this.directory = `/usr/local/lib/cdktf-sidekiq/${name}`;
    const elsewhere = otherStackIssues(this, ['host'], props.host);
    reportIssues(this, () => [
      ...issues,
      ...elsewhere,
      ...credentials.flatMap(({ property, secret }) => notSensitiveIssues([property], secret)),
    ]);
    if (elsewhere.length === 0) props.host.addPart(() => this.part(name, sender));
  }

  /** Returns an action that sends a notification: `when.cpuPerCore.above(Percent.of(65)).do(slack.notify())`. */
  public notify(): ExecAction {
    const action = exec([`${this.directory}/notify`]);
    notifiers.set(action, this);
    return action;
  }

  /**
   * Name of the notifier's directory. It lacks the host's name if the notifier is in the host's scope, so that identical hosts have
   * one file and a plan shows its change once.
   */
  private channel(): string {
    const stack = TerraformStack.of(this);
    const within = this.node.scopes.includes(this.host) ? this.host : stack;
    const name = this.node.path.slice(within.node.path.length + 1);
    return [stack.node.id, name].join('-').replace(/[^A-Za-z0-9_.-]+/g, '-');
  }

  private part(channel: string, { props, issues, argv, program, credentials, user, needs }: Sender): BundlePart {
    const file = (name: string, mode: string, lines: readonly string[]): BundleFile =>
      bundleFile(this, { path: `${this.directory}/${name}`, mode }, lines);
    const settings = [
      `channel=${channel}`,
      `interval=${(props.interval ?? Duration.minutes(5)).toSeconds()}`,
      ...RETRY_SECONDS.map((seconds) => `retry=${seconds}`),
      ...credentials.map(({ name, secret }) => `credential=${name}:${this.pathOf(name, secret)}`),
      ...(user === undefined ? [] : [`user=${user}`]),
      // systemd-run expands variables in its command line; `$$` is a literal `$`.
      ...argv(this.directory).map((arg) => `argument=${arg.replaceAll('$', '$$$$')}`),
    ];
    return {
      files: [
        file('notify', '0755', notifyProgram.split('\n')),
        file('settings', '0644', [...settings, '']),
        ...(program === undefined ? [] : [file(program.name, '0755', program.text.split('\n'))]),
        ...credentials.flatMap(({ name, secret: { source } }) =>
          source.kind === 'variable' ? [file(name, '0600', [source.variable.stringValue, ''])] : [],
        ),
      ],
      requires: {
        programs: [...needs, 'systemd-run'],
        files: issues.length > 0 ? [] : credentials.flatMap(({ secret: { source } }) => (source.kind === 'hostFile' ? [source.path] : [])),
        users: user === undefined || /^\d+$/.test(user) ? [] : [user],
      },
    };
  }

  private pathOf(name: string, { source }: Secret): string {
    return source.kind === 'hostFile' ? source.path : `${this.directory}/${name}`;
  }
}

/**
 * Returns the notifier that created an action.
 *
 * @returns undefined when no notifier did
 */
export function notifierOf(action: object): Notifier | undefined {
  return notifiers.get(action);
}
