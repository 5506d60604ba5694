import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import type { BundleFile, BundlePart } from '../bundle';
import { exec, type ExecAction } from '../monit';
import { notifyProgram } from '../programs';
import { reportIssues, type Secret } from '../terraform';
import { Duration, type Issue } from '../values';
import { bundleFile } from './host-file';
import type { IHostTarget } from './host-target';
import { otherStackIssues } from './other-stack';
import * as is from './prop-kinds';
import type { PropRules } from './props';
import { notSensitiveIssues } from './secret-issues';

/** Properties that every notifier has. */
export interface NotifierProps {
  /** The host whose Monit notifies. */
  readonly host: IHostTarget;
  /**
   * How long after a message about a service and an event no other one goes about the same two; what comes meanwhile is counted, and
   * told in one message when the time is over. Whole seconds, up to a day.
   * @default Duration.minutes(5)
   */
  readonly interval?: Duration;
}

/** What the properties of every notifier must be. */
export const notifierRules: PropRules<NotifierProps> = {
  host: is.host,
  interval: {
    ...is.wholeSeconds(1, 86_400),
    code: 'constructs/bad-notifier-interval',
    remedy: 'Five minutes keep a service that comes and goes from filling a channel.',
  },
};

/** A secret that the sending program gets. */
export interface SenderCredential {
  /** Name of its file in `$CREDENTIALS_DIRECTORY`. */
  readonly name: string;
  /** The property that it comes from. */
  readonly property: string;
  /** Where it is. */
  readonly secret: Secret;
}

/** How a kind of notifier sends. */
export interface Sender {
  /** The properties that all kinds have. */
  readonly props: NotifierProps;
  /** What was wrong with the properties. */
  readonly issues: readonly Issue[];
  /** The program and its arguments, where the notifier's own files lie in a directory. */
  readonly argv: (directory: string) => readonly string[];
  /** A program that the notifier brings: its name in that directory, and its text. */
  readonly program?: { readonly name: string; readonly text: string };
  /** What it must not be seen with. */
  readonly credentials: readonly SenderCredential[];
  /** Who sends; somebody who exists only meanwhile, if left out. */
  readonly user?: string;
  /** Programs that must be on the host. */
  readonly needs: readonly string[];
}

/** Seconds to wait after a failure; each try sends for up to 90 s. */
const RETRY_SECONDS = [60, 300] as const;

const notifiers = new WeakMap<object, Notifier>();

/**
 * Tells somebody what Monit found. Its kinds differ in who is told: {@link SlackNotifier}, {@link WebhookNotifier},
 * {@link MailNotifier}, {@link CommandNotifier}.
 *
 * Monit waits for none of it: the event is noted, and systemd has it delivered by an unprivileged user with a clean environment.
 * What is secret is in no argument, environment or log. One message goes about a service and an event in {@link NotifierProps.interval},
 * then a count; at most two are being sent at a time; a failure is tried twice again, after 1 and 5 minutes, and told in the
 * journal (`journalctl -t cdktf-sidekiq-notify`).
 *
 * Everything is in `/usr/local/lib/cdktf-sidekiq/<stack>-<id>`; for the stack `workers` and the id `slack` this sends a message now:
 *
 *     /usr/local/lib/cdktf-sidekiq/workers-slack/notify --test
 *
 * A notifier in the scope of its host is named without the host, so that hosts made in a loop have the same files.
 *
 * Source: Monit manual, "ACTION" (MONIT_EVENT and its like); systemd.exec(5), LoadCredential=, DynamicUser=
 */
export abstract class Notifier extends Construct {
  /** The host whose Monit notifies. */
  public readonly host: IHostTarget;
  private readonly directory: string;

  /**
   * What a kind of notifier is made by.
   * @internal
   */
  protected constructor(scope: Construct, id: string, sender: Sender) {
    super(scope, id);
    const { props, issues, credentials } = sender;
    this.host = props.host;
    const name = this.channel();
    this.directory = `/usr/local/lib/cdktf-sidekiq/${name}`;
    const elsewhere = otherStackIssues(this, 'host', props.host);
    reportIssues(this, () => [
      ...issues,
      ...elsewhere,
      ...credentials.flatMap(({ property, secret }) => notSensitiveIssues(property, secret)),
    ]);
    if (elsewhere.length === 0) props.host.addPart(() => this.part(name, sender));
  }

  /** What a rule does to tell: `when.cpuPerCore.above(Percent.of(65)).do(slack.notify())`. */
  public notify(): ExecAction {
    const action = exec([`${this.directory}/notify`]);
    notifiers.set(action, this);
    return action;
  }

  /** Below its host, without the host's name: many hosts alike have one file, and a plan shows its change once. */
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
      // systemd-run puts variables into a command line, but for $$.
      ...argv(this.directory).map((word) => `argument=${word.replaceAll('$', '$$$$')}`),
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

/** The notifier that an action came from. */
export function notifierOf(action: object): Notifier | undefined {
  return notifiers.get(action);
}
