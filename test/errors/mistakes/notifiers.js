// Mistakes about who is told what Monit finds, and how.

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
    mistake: 'a notifier that tells of everything, at once',
    make: (given) =>
      new given.SlackNotifier(given.stack, 'slack', { host: given.host, webhookUrl: file(given), interval: given.Duration.seconds(0) }),
  },
  {
    mistake: 'a token in the program',
    make: (given) =>
      new given.WebhookNotifier(given.stack, 'hook', { host: given.host, webhookUrl: file(given), authorization: 'Bearer t0k3n' }),
  },
  { mistake: 'a mail server with its scheme', make: mail(() => ({ server: 'smtp://mail.example.com:587' })) },
  { mistake: 'a mail server’s port that is none', make: mail(() => ({ port: 0 })) },
  { mistake: 'a mail from somebody by name', make: mail(() => ({ from: 'Monit <monit@example.com>' })) },
  { mistake: 'a mail to nobody', make: mail(() => ({ to: [] })) },
  { mistake: 'a mail to one address that is none', make: mail(() => ({ to: ['ops@example.com', 'ops'] })) },
  { mistake: 'a login without a password', make: mail(() => ({ username: 'monit' })) },
  { mistake: 'a password without a login', make: mail((given) => ({ password: file(given) })) },
  { mistake: 'a login with a colon', make: mail((given) => ({ username: 'mo:nit', password: file(given) })) },
  {
    mistake: 'a password that goes in clear',
    make: mail((given) => ({ username: 'monit', password: file(given), encryption: 'none' })),
  },
  { mistake: 'a notifier’s command as text', make: command('/usr/local/bin/page ops') },
  { mistake: 'a notifier’s command by its name', make: command(['page', 'ops']) },
  { mistake: 'a command with a variable in its path', make: command(['/opt/$APP/page']) },
  { mistake: 'a command with a word of two lines', make: command(['/usr/local/bin/page', 'two\nlines']) },
];

exports.reasons = {
  'notifier/invalid-interval': 'A service that keeps failing would flood the channel, and people would stop reading it.',
  'notifier/invalid-server': 'The server’s URL is built from its host, port and encryption.',
  'notifier/invalid-mail-address': 'The address is used in SMTP commands and in a header, where any other text would become part of it.',
  'notifier/invalid-mail-login': 'The username and password are sent to the server together, separated by a colon.',
  'notifier/plaintext-password': 'Without encryption, the password crosses the network in plaintext.',
  'notifier/invalid-command':
    'The program is started without a shell, in another directory, and its arguments are stored in a file, one per line.',
};
