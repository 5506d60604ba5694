// Mistakes in what Monit can watch beside processes, and in its settings: by 'cdktf-sidekiq/monit'.

const file =
  (statements, context) =>
  ({ monit, ...given }) =>
    monit.controlFileIssues({ statements: statements({ monit, ...given }) }, context);
const redis = (rules) =>
  file((given) => [{ statement: 'check host', name: 'redis', address: '192.0.2.5', rules: rules(given.monit, given) }]);
const log = (rules) => file((given) => [{ statement: 'check file', name: 'log', path: '/srv/log', rules: rules(given.monit, given) }]);
const eth0 = (rules) =>
  file((given) => [{ statement: 'check network', name: 'eth0', interface: 'eth0', rules: rules(given.monit, given) }]);
const port = (options) => redis(({ when, alert }, given) => [when.failed.port(443, options(given)).do(alert())]);
const setting = (statement) => file((given) => [statement(given)]);

exports.mistakes = [
  {
    mistake: 'an event that there is not',
    make: setting(() => ({ statement: 'set alert', mail: 'ops@example.com', events: { only: ['crash'] } })),
  },
  { mistake: 'an alert about no event', make: setting(() => ({ statement: 'set alert', mail: 'ops@example.com', events: { only: [] } })) },
  { mistake: 'a mail address with a name', make: setting(() => ({ statement: 'set alert', mail: 'Ops <ops@example.com>' })) },
  {
    mistake: 'TLS of which nothing is said',
    make: port(() => ({ ssl: true })),
  },
  { mistake: 'a pattern for what is not HTTP', make: port(() => ({ protocol: 'redis', content: { operator: '=', pattern: 'ok' } })) },
  { mistake: 'half a checksum', make: log(({ when, alert }) => [when.checksum.isNot('d41d8cd9').do(alert())]) },
  { mistake: 'a connection that is never tried', make: port(() => ({ retry: 0 })) },
  { mistake: 'a user of no name', make: port(() => ({ protocol: { name: 'pgsql', username: '' } })) },
  { mistake: 'a port that there is not', make: redis(({ when, alert }) => [when.failed.port(70_000).do(alert())]) },
  { mistake: 'a URL of another scheme', make: redis(({ when, alert }) => [when.failed.url('redis://192.0.2.5/0').do(alert())]) },
  { mistake: 'a protocol and a conversation', make: port(() => ({ protocol: 'redis', conversation: [{ send: 'PING\r\n' }] })) },
  { mistake: 'a host with a blank', make: port(() => ({ host: 'my redis' })) },
  { mistake: 'a mode as chmod’s letters', make: log(({ when, alert }) => [when.permission.isNot('u=rw').do(alert())]) },
  {
    mistake: 'more traffic than Monit remembers',
    make: eth0(({ when, alert, Duration, Size }) => [when.totalUpload(Duration.days(3)).above(Size.gibibytes(10)).do(alert())]),
  },
  {
    mistake: 'a link that may be neither up nor down',
    make: eth0(({ when, alert }) => [when.link.isUp().do(alert()), when.link.isDown().do(alert())]),
  },
  { mistake: 'a test of another check', make: log(({ when, alert }) => [when.threads.above(9).do(alert())]) },
  { mistake: 'a host of which nothing is asked', make: redis(() => []) },
  { mistake: 'Monit for everybody', make: setting(() => ({ statement: 'set httpd', tcp: { port: 2812, address: '*' } })) },
  {
    mistake: 'a key without its certificate',
    make: setting(() => ({ statement: 'set httpd', tcp: { port: 2812, ssl: { pemKey: '/etc/monit/key' } } })),
  },
  {
    mistake: 'a password that Monit cannot compare',
    make: setting(() => ({ statement: 'set httpd', unixSocket: '/run/m.sock', allow: [{ user: 'ops', password: 'x'.repeat(65) }] })),
  },
];

exports.reasons = {
  'monit/unknown-word': 'Monit refuses the whole configuration for a word that it does not have, or reads it as text.',
  'monit/nothing-said': 'Monit refuses an empty list, or takes it for all.',
  'monit/unquotable-text': 'Where Monit has no quotes a character too many ends the text, and what follows is read as something else.',
  'monit/tls-verification-unsaid':
    'Monit up to 6.0 talks to whoever answers, later ones verify the certificate: the same file means two things.',
  'monit/ignored-option': 'Monit takes it and does not look at it, or refuses the whole configuration.',
  'monit/checksum': 'Monit refuses the whole configuration.',
  'monit/number': 'Monit takes any number, and refuses, ignores or wraps what it cannot use.',
  'monit/empty-text': 'An empty text is hardly ever meant, and Monit says nothing.',
  'monit/port': 'Monit takes any number, and then connects to another port.',
  'monit/url-scheme': 'Monit refuses the whole configuration.',
  'monit/two-conversations': 'Monit refuses the whole configuration.',
  'monit/address': 'Monit takes any text, and then finds no such host.',
  'monit/permission': 'Monit refuses the whole configuration, or compares with another mode.',
  'monit/traffic-window': 'Monit refuses the whole configuration.',
  'monit/link-up-and-down': 'Monit refuses the whole configuration.',
  'monit/misplaced-test': 'Monit refuses the whole configuration.',
  'monit/host-check-without-test': 'Monit refuses the whole configuration.',
  'monit/httpd-on-all-interfaces': 'Who reaches that port and guesses the password can stop every service of the host.',
  'monit/httpd-key': 'Monit refuses the whole configuration.',
  'monit/long-password': 'Monit refuses the whole configuration.',
};
