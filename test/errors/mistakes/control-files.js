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
  'monit/invalid-version': 'Monit’s language depends on its version.',
  'monit/deprecated': 'Monit still accepts it, with a warning, and may drop it later.',
  'monit/invalid-every': 'Monit silently accepts other text, and then never runs the check, or aborts.',
  'monit/invalid-name':
    'A name must be on one line and not start with a slash, which Monit reads as a path: it refuses the whole configuration.',
  'monit/path-hidden-by-sandbox':
    'Since Debian 13, Monit’s service hides /home, /root and /tmp: the process seems not to run, and is restarted in every cycle.',
  'monit/uid-forbidden-by-sandbox': 'Since Debian 13, Monit’s service can’t change users, so the program does not run.',
  'monit/invalid-group-name': 'A group’s name can’t be quoted, so Monit would read what follows as something else.',
  'monit/depends-on-itself': 'Monit refuses the whole configuration if dependencies form a loop.',
  'monit/missing-program': 'Monit logs a line and does nothing.',
  'monit/program-check-without-rule': 'Monit refuses the whole configuration.',
  'monit/duplicate-name': 'Monit ignores case in names, and refuses the whole configuration if two are the same.',
  'monit/duplicate-statement': 'Monit merges the two, and the last one wins.',
};
