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
  {
    mistake: 'a program for the patterns of a file',
    make: log(({ when, exec }) => [when.content.matchesOneOf('/etc/errors').do(exec(['/bin/true']))]),
    alsoTold: ['monit/patterns-from-file'],
  },
  { mistake: 'a host of which nothing is asked', make: redis(() => []) },
  { mistake: 'Monit for everybody', make: setting(() => ({ statement: 'set httpd', tcp: { port: 2812, address: '*' } })) },
  {
    mistake: 'a key without its certificate',
    make: setting(() => ({ statement: 'set httpd', tcp: { port: 2812, ssl: { pemKey: '/etc/monit/key' } } })),
  },
  {
    mistake: 'a password that Monit cannot compare',
    alsoTold: ['secret/in-control-file'],
    make: setting(() => ({ statement: 'set httpd', unixSocket: '/run/m.sock', allow: [{ user: 'ops', password: 'x'.repeat(65) }] })),
  },
];

// What Monit takes, and hardly does as it was meant: a rule's own example is the mistake.
const lint = (code) => ({
  mistake: LINTED[code],
  make: ({ monit }) => {
    const { statements, context } = monit.LINT_RULES.find((rule) => rule.code === code).bad();
    return monit.controlFileIssues({ statements }, context);
  },
});
const LINTED = {
  'monit/no-restart-limit': 'a restart without an end',
  'monit/timeout-below-unit': 'a stop that Monit gives up on',
  'monit/program-unusable': 'a program that the host lacks',
  'monit/option-inside-command': 'a user inside the command',
  'monit/shell-words': 'a redirection without a shell',
  'monit/depends-on-missing': 'a dependency on a check that is not there',
  'monit/duplicate-check': 'two checks of one process',
  'monit/cycles-take-long': 'cycles that take longer than it seems',
  'secret/in-control-file': 'a password in the control file',
  'monit/port-of-localhost': 'a port without its host',
  'monit/patterns-from-file': 'a path for a pattern',
};
exports.mistakes.push(...Object.keys(LINTED).map(lint));

// What only the text of a control file can get wrong.
const parsed =
  (text) =>
  ({ monit }) =>
    monit.ControlFile.parse(text).issues;
exports.mistakes.push(
  {
    mistake: 'a control file that ends too early',
    make: parsed('check process clock\n  with pidfile /run/clock.pid\n  if cpu > 50% then\n'),
  },
  {
    mistake: 'more cycles than there are bits, in a text',
    make: parsed('check system "$HOST"\n  if memory > 80% for 70 cycles then alert\n'),
  },
  {
    mistake: 'a number that wraps, in a text',
    make: parsed('check system "$HOST"\n  if memory > 5000000000 B then alert\n'),
  },
  {
    mistake: 'two conditions in one rule, in a text',
    make: parsed('check system "$HOST"\n  if cpu > 50% and memory > 80% then alert\n'),
  },
  { mistake: 'a comparison with “changed”, in a text', make: parsed('check system "$HOST"\n  if cpu changed 50% then alert\n') },
  {
    mistake: 'a recovery of a change, in a text',
    make: parsed('check file log with path /srv/log\n  if changed permission then alert else if succeeded then alert\n'),
  },
);

exports.reasons = {
  'monit/crashes-monit': 'Monit 5.33 to 6.0 crash at the first line that matches.',
  'monit/invalid-syntax': 'Monit refuses the whole configuration.',
  'monit/refused-value': 'Monit refuses the whole configuration.',
  'monit/wrapped-number': 'Monit silently truncates a number to 32 bits.',
  'monit/replaced-test': 'Monit silently keeps only the last of several tests in a rule, or of several “every”.',
  'monit/changed-operator': 'Monit accepts it and compares nothing.',
  'monit/ignored-recovery': 'Monit accepts it but never does it.',
  'monit/unknown-value': 'Monit refuses the whole configuration for an unknown word, or reads the word as text.',
  'monit/empty-list': 'Monit refuses an empty list, or treats it as everything.',
  'monit/unquotable-text': 'Where Monit allows no quotes, such a character ends the text, and Monit reads what follows as something else.',
  'monit/ignored-option': 'Monit ignores it, or refuses the whole configuration.',
  'monit/invalid-checksum': 'Monit refuses the whole configuration.',
  'monit/invalid-number': 'Monit accepts any number, and refuses, ignores or wraps one that it can’t use.',
  'monit/empty-text': 'An empty text is rarely intended, and Monit does not report it.',
  'monit/invalid-port': 'Monit accepts any number, and then connects to another port.',
  'monit/invalid-url-scheme': 'Monit refuses the whole configuration.',
  'monit/two-conversations': 'Monit refuses the whole configuration.',
  'monit/invalid-address': 'Monit accepts any text, and then can’t find the host.',
  'monit/invalid-permission': 'Monit refuses the whole configuration, or compares with another mode.',
  'monit/invalid-traffic-window': 'Monit refuses the whole configuration.',
  'monit/link-up-and-down': 'Monit refuses the whole configuration.',
  'monit/misplaced-test': 'Monit refuses the whole configuration.',
  'monit/host-check-without-test': 'Monit refuses the whole configuration.',
  'monit/missing-httpd-key': 'Monit refuses the whole configuration.',
  'monit/password-too-long': 'Monit refuses the whole configuration.',
};
