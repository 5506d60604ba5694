// Mistakes in notifiers: mail, webhooks and commands.

const mail = (props) => (given) =>
  new given.MailNotifier(given.stack, 'mail', {
    host: given.host,
    server: 'mail.example.com',
    from: 'monit@example.com',
    to: ['ops@example.com'],
    ...props(given),
  });
const command = (argv) => (given) => new given.CommandNotifier(given.stack, 'page', { host: given.host, argv });
const file = ({ Secret }) => Secret.fromHostFile('/etc/myapp/secret');

exports.mistakes = [
  {
    mistake: 'a notifier with an interval of zero',
    make: (given) =>
      new given.SlackNotifier(given.stack, 'slack', { host: given.host, webhookUrl: file(given), interval: given.Duration.seconds(0) }),
  },
  {
    mistake: 'an authorization header in the program',
    make: (given) =>
      new given.WebhookNotifier(given.stack, 'hook', { host: given.host, webhookUrl: file(given), authorization: 'Bearer t0k3n' }),
  },
  { mistake: 'a mail server with a scheme and a port', make: mail(() => ({ server: 'smtp://mail.example.com:587' })) },
  { mistake: 'an invalid port of a mail server', make: mail(() => ({ port: 0 })) },
  { mistake: 'a sender with a display name', make: mail(() => ({ from: 'Monit <monit@example.com>' })) },
  { mistake: 'an empty list of recipients', make: mail(() => ({ to: [] })) },
  { mistake: 'a list of recipients with an invalid address', make: mail(() => ({ to: ['ops@example.com', 'ops'] })) },
  { mistake: 'a username without a password', make: mail(() => ({ username: 'monit' })) },
  { mistake: 'a password without a username', make: mail((given) => ({ password: file(given) })) },
  { mistake: 'a username with a colon', make: mail((given) => ({ username: 'mo:nit', password: file(given) })) },
  {
    mistake: 'a password over an unencrypted connection',
    make: mail((given) => ({ username: 'monit', password: file(given), encryption: 'none' })),
  },
  { mistake: 'a notifier’s command as one string', make: command('/usr/local/bin/page ops') },
  { mistake: 'a notifier’s command without its path', make: command(['page', 'ops']) },
  { mistake: 'a notifier’s command with a variable in its path', make: command(['/opt/$APP/page']) },
  { mistake: 'a notifier’s command with a line break in an argument', make: command(['/usr/local/bin/page', 'two\nlines']) },
];

exports.reasons = {
  'notifier/invalid-interval': 'A service that keeps failing would flood the channel until its readers ignore it.',
  'notifier/invalid-server': 'curl gets a URL that is built from the host, port and encryption, and would fail with any other text in it.',
  'notifier/invalid-mail-address': 'The address is used in SMTP commands and in a header, where any other text would become part of it.',
  'notifier/invalid-mail-login': 'The username and password are sent to the server together, separated by a colon.',
  'notifier/plaintext-password': 'Without encryption, the password crosses the network in plaintext.',
  'notifier/invalid-command':
    'The program is started without a shell, in another directory, and its arguments are stored in a file, one per line.',
};
