// Mistakes in control files that are made without the constructs, by 'cdktf-sidekiq/monit': what only these can get wrong.

const argv = ['/bin/true'];
const process = (changes) => ({
  statement: 'check process',
  name: 'clock',
  pidfile: '/run/clock.pid',
  start: { argv },
  stop: { argv },
  restart: { argv },
  mode: 'passive',
  rules: [],
  ...changes,
});
const file =
  (statements, context) =>
  ({ monit, ...given }) =>
    monit.controlFileIssues({ statements: statements({ monit, ...given }) }, context);
const check = (changes, context) => file((given) => [process(changes(given))], context);

exports.mistakes = [
  { mistake: 'a version of Monit that is none', make: check(() => ({}), { monitVersion: 'latest' }) },
  {
    mistake: 'a test that the host’s Monit lacks',
    make: file(
      ({ monit }) => [
        { statement: 'check program', name: 'queue', program: { argv }, rules: [monit.when.content.matches('late').do(monit.alert())] },
      ],
      { monitVersion: '5.27.2' },
    ),
  },
  { mistake: 'a cycle that the host’s Monit deprecates', make: check(() => ({ every: { cycles: 2 } }), { monitVersion: '6.0.0' }) },
  { mistake: 'a schedule that Monit cannot read', make: check(() => ({ every: { cron: '*/5 * * * *' } })) },
  { mistake: 'a name that begins with a slash', make: check(() => ({ name: '/clock' })) },
  { mistake: 'a pidfile of a check by a relative path', make: check(() => ({ pidfile: 'run/clock.pid' })) },
  { mistake: 'a pidfile that the sandbox hides', make: check(() => ({ pidfile: '/home/deploy/clock.pid' }), { monitVersion: '5.34.3' }) },
  {
    mistake: 'another user in the sandbox',
    make: check(() => ({ start: { argv, uid: 'deploy', gid: 'deploy' } }), { monitVersion: '5.34.3' }),
  },
  { mistake: 'a group with a blank', make: check(() => ({ groups: ['my app'] })) },
  { mistake: 'a check that waits for itself', make: check(() => ({ dependsOn: ['clock'] })) },
  { mistake: 'a restart that nobody asked for', make: check(() => ({ mode: 'active' })) },
  {
    mistake: 'an action without its program',
    make: check(({ monit }) => ({ start: undefined, restart: undefined, rules: [monit.when.threads.above(9).do(monit.start())] })),
  },
  {
    mistake: 'a check of a program without a rule',
    make: file(() => [{ statement: 'check program', name: 'queue', program: { argv }, rules: [] }]),
  },
  { mistake: 'two checks of one name in a file', make: file(() => [process({}), process({ name: 'Clock', pidfile: '/run/clock-2.pid' })]) },
  { mistake: 'a cycle of everybody’s', make: file(({ monit, Duration }) => [{ statement: 'set daemon', interval: Duration.seconds(30) }]) },
  { mistake: 'a setting twice', make: file(() => [1, 2].map((n) => ({ statement: 'set httpd', unixSocket: `/run/monit-${n}.sock` }))) },
];

exports.reasons = {
  'monit/version': 'What Monit understands differs by version.',
  'monit/newer-than-host': 'An older Monit refuses the whole configuration for a word that it does not know.',
  'monit/deprecated': 'Monit takes it with a warning, and will not for ever.',
  'monit/every': 'Monit takes other text without a word, and then never runs the check, or aborts.',
  'monit/name': 'Monit takes what begins with a slash for a path, and shows names on one line; it refuses the whole configuration.',
  'monit/path': 'Monit runs in /, and a relative path would start there.',
  'monit/path-hidden-by-sandbox':
    'Debian’s service for Monit hides /home, /root and /tmp from 13 on: the process looks gone, and is restarted in each cycle.',
  'monit/uid-forbidden-by-sandbox': 'Debian’s service for Monit may not change its user from 13 on: the program does not run.',
  'monit/group-name': 'The name of a group cannot be quoted: Monit would read what follows as something else.',
  'monit/depends-on-itself': 'Monit refuses the whole configuration for a loop.',
  'monit/missing-program': 'Monit logs a line and does nothing.',
  'monit/program-check-without-rule': 'Monit refuses the whole configuration.',
  'monit/duplicate-name': 'Monit refuses the whole configuration; it does not tell capitals from small letters.',
  'monit/repeated-statement': 'Monit mixes the two, and the last one wins.',
};
