// Mistakes in other checks than process checks, and in Monit's settings, by 'cdktf-sidekiq/monit'.

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
    mistake: 'an unknown event',
    make: setting(() => ({ statement: 'set alert', mail: 'ops@example.com', events: { only: ['crash'] } })),
  },
  { mistake: 'an empty list of events', make: setting(() => ({ statement: 'set alert', mail: 'ops@example.com', events: { only: [] } })) },
  { mistake: 'a mail address with a display name', make: setting(() => ({ statement: 'set alert', mail: 'Ops <ops@example.com>' })) },
  {
    mistake: 'TLS without a setting for verification',
    make: port(() => ({ ssl: true })),
  },
  {
    mistake: 'a content pattern for a protocol other than HTTP',
    make: port(() => ({ protocol: 'redis', content: { operator: '=', pattern: 'ok' } })),
  },
  { mistake: 'an incomplete checksum', make: log(({ when, alert }) => [when.checksum.isNot('d41d8cd9').do(alert())]) },
  { mistake: 'a connection with 0 attempts', make: port(() => ({ retry: 0 })) },
  { mistake: 'an empty user name', make: port(() => ({ protocol: { name: 'pgsql', username: '' } })) },
  { mistake: 'a port above 65535', make: redis(({ when, alert }) => [when.failed.port(70_000).do(alert())]) },
  { mistake: 'a URL with an unsupported scheme', make: redis(({ when, alert }) => [when.failed.url('redis://192.0.2.5/0').do(alert())]) },
  { mistake: 'a protocol together with a conversation', make: port(() => ({ protocol: 'redis', conversation: [{ send: 'PING\r\n' }] })) },
  { mistake: 'a host name with a space', make: port(() => ({ host: 'my redis' })) },
  { mistake: 'a mode in letters', make: log(({ when, alert }) => [when.permission.isNot('u=rw').do(alert())]) },
  {
    mistake: 'a longer period of traffic than Monit remembers',
    make: eth0(({ when, alert, Duration, Size }) => [when.totalUpload(Duration.days(3)).above(Size.gibibytes(10)).do(alert())]),
  },
  {
    mistake: 'rules for both a link that is up and one that is down',
    make: eth0(({ when, alert }) => [when.link.isUp().do(alert()), when.link.isDown().do(alert())]),
  },
  { mistake: 'a test of another kind of check', make: log(({ when, alert }) => [when.threads.above(9).do(alert())]) },
  {
    mistake: 'a program as the action for a file of patterns',
    make: log(({ when, exec }) => [when.content.matchesOneOf('/etc/errors').do(exec(['/bin/true']))]),
    alsoReported: ['monit/patterns-from-file'],
  },
  { mistake: 'a host check without a test', make: redis(() => []) },
  { mistake: 'an HTTP interface on all addresses', make: setting(() => ({ statement: 'set httpd', tcp: { port: 2812, address: '*' } })) },
  {
    mistake: 'a key without its certificate',
    make: setting(() => ({ statement: 'set httpd', tcp: { port: 2812, ssl: { pemKey: '/etc/monit/key' } } })),
  },
  {
    mistake: 'a password that is too long for Monit',
    alsoReported: ['secret/in-control-file'],
    make: setting(() => ({ statement: 'set httpd', unixSocket: '/run/m.sock', allow: [{ user: 'ops', password: 'x'.repeat(65) }] })),
  },
];

// Files that Monit accepts but doesn't run as intended: the mistake is the rule's own example.
const lint = (code) => ({
  mistake: LINTED[code],
  make: ({ monit }) => {
    const { statements, context } = monit.LINT_RULES.find((rule) => rule.code === code).bad();
    return monit.controlFileIssues({ statements }, context);
  },
});
const LINTED = {
  'monit/no-restart-limit': 'restarts without a limit',
  'monit/timeout-below-unit': 'a stop timeout shorter than systemd’s',
  'monit/program-unusable': 'a program that is missing on the host',
  'monit/option-inside-command': 'a user inside the quotes of a command',
  'monit/shell-words': 'a redirection without a shell',
  'monit/depends-on-missing': 'a dependency on a missing check',
  'monit/duplicate-check': 'two checks of one process',
  'monit/cycles-take-long': 'cycles that add up to many minutes',
  'secret/in-control-file': 'a password in the control file',
  'monit/port-of-localhost': 'a port without a host',
  'monit/patterns-from-file': 'a path instead of a pattern',
};
exports.mistakes.push(...Object.keys(LINTED).map(lint));

// Mistakes that are only possible in the text of a control file.
const parsed =
  (text) =>
  ({ monit }) =>
    monit.ControlFile.parse(text).issues;
exports.mistakes.push(
  {
    mistake: 'a text that ends within a statement',
    make: parsed('check process clock\n  with pidfile /run/clock.pid\n  if cpu > 50% then\n'),
  },
  {
    mistake: 'more than 64 cycles in a text',
    make: parsed('check system "$HOST"\n  if memory > 80% for 70 cycles then alert\n'),
  },
  {
    mistake: 'a number that doesn’t fit into 32 bits in a text',
    make: parsed('check system "$HOST"\n  if memory > 5000000000 B then alert\n'),
  },
  {
    mistake: 'two tests in one rule in a text',
    make: parsed('check system "$HOST"\n  if cpu > 50% and memory > 80% then alert\n'),
  },
  { mistake: 'a comparison with “changed” in a text', make: parsed('check system "$HOST"\n  if cpu changed 50% then alert\n') },
  {
    mistake: 'a recovery of a change in a text',
    make: parsed('check file log with path /srv/log\n  if changed permission then alert else if succeeded then alert\n'),
  },
);

exports.reasons = {
  'monit/crashes-monit': 'Monit 5.33 to 6.0 crash at the first line that matches.',
  'monit/invalid-syntax': 'Monit rejects the whole configuration.',
  'monit/refused-value': 'Monit rejects the whole configuration.',
  'monit/wrapped-number': 'Monit silently truncates a number to 32 bits.',
  'monit/replaced-test': 'Monit silently keeps only the last of several tests in a rule, or of several “every”.',
  'monit/changed-operator': 'Monit accepts it and compares nothing.',
  'monit/ignored-recovery': 'Monit accepts it but never does it.',
  'monit/unknown-value': 'Monit rejects the whole configuration for an unknown word, or reads the word as text.',
  'monit/empty-list': 'Monit rejects an empty list, or treats it as everything.',
  'monit/unquotable-text': 'Where Monit allows no quotes, such a character ends the text, and Monit reads the rest as something else.',
  'monit/ignored-option': 'Monit ignores it, or rejects the whole configuration.',
  'monit/invalid-checksum': 'Monit rejects the whole configuration.',
  'monit/invalid-number': 'Monit rejects, ignores or wraps a number that it can’t use.',
  'monit/empty-text': 'An empty text is rarely intended, and Monit doesn’t report it.',
  'monit/invalid-port': 'Monit accepts any number, and then connects to another port.',
  'monit/invalid-url-scheme': 'Monit rejects the whole configuration.',
  'monit/two-conversations': 'Monit rejects the whole configuration.',
  'monit/invalid-address': 'Monit accepts any text, and then can’t find the host.',
  'monit/invalid-permission': 'Monit rejects the whole configuration, or compares with another mode.',
  'monit/invalid-traffic-window': 'Monit rejects the whole configuration.',
  'monit/link-up-and-down': 'Monit rejects the whole configuration.',
  'monit/misplaced-test': 'Monit rejects the whole configuration.',
  'monit/host-check-without-test': 'Monit rejects the whole configuration.',
  'monit/missing-httpd-key': 'Monit rejects the whole configuration.',
  'monit/password-too-long': 'Monit rejects the whole configuration.',
};
