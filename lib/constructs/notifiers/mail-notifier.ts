import type { Construct } from 'constructs';
import { sendProgram } from '../../programs';
import type { Secret } from '../../terraform';
import { error, show, warning, type Issue } from '../../values';
import * as is from '../props/prop-kinds';
import { readProps, type PropRule, type PropRules } from '../props/read-props';
import { Notifier, notifierRules, type NotifierProps, type Sender } from './notifier';

/** Encryption of the connection to a mail server: TLS from the start, TLS after STARTTLS, or none. */
export type MailEncryption = 'tls' | 'starttls' | 'none';

/** Properties of a {@link MailNotifier}. */
export interface MailNotifierProps extends NotifierProps {
  /** Host name or address of the mail server. */
  readonly server: string;
  /**
   * Port of the mail server.
   * @default 465 with 'tls', 587 with 'starttls', 25 with 'none'
   */
  readonly port?: number;
  /**
   * Encryption of the connection. An invalid certificate is refused.
   * @default 'starttls'
   */
  readonly encryption?: MailEncryption;
  /**
   * User name for the server. Requires {@link password}.
   * @default none: no login
   */
  readonly username?: string;
  /**
   * Password for the server: one line of printable ASCII. Requires {@link username}.
   * @default none: no login
   */
  readonly password?: Secret;
  /** Sender address, such as `monit@example.com`. */
  readonly from: string;
  /** Recipient addresses, 1 to 50. */
  readonly to: readonly string[];
}

const address: PropRule<string> = {
  code: 'notifier/invalid-mail-address',
  valid: 'only the address, without a display name, like ops@example.com',
  problem: (value) =>
    typeof value === 'string' &&
    value.length <= 254 &&
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(value)
      ? undefined
      : 'is not a mail address',
};

const PORTS = { tls: 465, starttls: 587, none: 25 } as const;

const rules: PropRules<MailNotifierProps> = {
  ...notifierRules,
  server: {
    code: 'notifier/invalid-server',
    valid: 'only the host name or address, without a scheme or port',
    reason: 'these come from encryption and port',
    problem: (value) =>
      typeof value === 'string' && /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])$/.test(value)
        ? undefined
        : 'is not a host name or address',
    placeholder: () => 'localhost',
  },
  port: {
    code: 'notifier/invalid-server',
    valid: 'a whole number from 1 to 65535',
    problem: (value) => is.wholeNumberProblem(value, 1, 65_535),
  },
  encryption: is.oneOf('tls', 'starttls', 'none'),
  username: {
    code: 'notifier/invalid-mail-login',
    valid: 'printable ASCII without a colon',
    problem: (value) => (typeof value === 'string' && /^[!-9;-~][ -9;-~]*$/.test(value) ? undefined : 'is not a valid login name'),
  },
  password: is.secret,
  from: { ...address, placeholder: () => 'nobody@localhost' },
  to: {
    ...address,
    valid: `a list of 1 to 50 addresses, like ['ops@example.com']`,
    elements: address,
    problem: (value) => {
      if (!Array.isArray(value) || value.length === 0 || value.length > 50) return 'is not a list of 1 to 50 addresses';
      const at = value.findIndex((each) => address.problem(each) !== undefined);
      return at < 0 ? undefined : `has an element [${at}] that is not a mail address`;
    },
    placeholder: () => ['nobody@localhost'],
  },
};

/**
 * Sends a mail through your mail server when a Monit rule fires. Monit's own `alert` also sends mail, but for all checks of the host
 * and from Monit's service itself; this notifier applies to single rules and has the limits of every notifier.
 *
 * Requires curl on the host, and the password file if the password is read from the host.
 *
 * Errors: `notifier/invalid-server`, `notifier/invalid-mail-address`, `notifier/invalid-mail-login`,
 * `secret/not-sensitive`, `notifier/invalid-interval`, `stack/other-stack`, `stack/unknown-property`,
 * `stack/invalid-property`; warning: `notifier/plaintext-password`.
 *
 * Source: RFC 5321, RFC 5322; curl(1), --ssl-reqd
 *
 * @example
 * ```ts
 * const mail = new MailNotifier(this, 'mail', {
 *   host,
 *   server: 'mx.example.com',
 *   username: 'monit',
 *   password: Secret.fromHostFile('/etc/myapp/smtp-password'),
 *   from: 'monit@example.com',
 *   to: ['ops@example.com'],
 * });
 * ```
 */
export class MailNotifier extends Notifier {
  public constructor(scope: Construct, id: string, props: MailNotifierProps) {
    const { props: checked, issues } = readProps(props, rules);
    super(scope, id, mailSender(checked, [...issues, ...loginIssues(checked, issues)]));
  }
}

function mailSender(props: MailNotifierProps, issues: readonly Issue[]): Sender {
  const { server, encryption = 'starttls', username = '', password, from, to } = props;
  const url = `${encryption === 'tls' ? 'smtps' : 'smtp'}://${server}:${props.port ?? PORTS[encryption]}`;
  return {
    props,
    issues,
    argv: (directory) => [`${directory}/send`, 'mail', url, encryption === 'none' ? 'none' : 'required', username, from, ...to],
    program: { name: 'send', text: sendProgram },
    credentials: password === undefined ? [] : [{ name: 'password', property: 'password', secret: password }],
    needs: ['curl'],
  };
}

function loginIssues({ username, password, encryption }: MailNotifierProps, found: readonly Issue[]): readonly Issue[] {
  const [missing, given] = username === undefined ? (['username', 'password'] as const) : (['password', 'username'] as const);
  if ((username === undefined) !== (password === undefined) && !found.some(({ place }) => place[0] === missing)) {
    return [
      error('notifier/invalid-mail-login', [missing], {
        problem: `${missing} is not set, although ${given} is`,
        remedy: 'Set both username and password, or leave both out.',
      }),
    ];
  }
  if (password === undefined || encryption !== 'none') return [];
  return [
    warning('notifier/plaintext-password', ['encryption'], {
      problem: `${show('none')} sends the password in plaintext`,
      remedy: `Use 'starttls' or 'tls', or let the server accept the host by its address: otherwise anyone on the network path can read the password.`,
    }),
  ];
}
