// Mistakes that are only possible in control files made without the constructs, by 'cdktf-sidekiq/monit'.

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
  { mistake: 'an invalid version of Monit', make: check(() => ({}), { monitVersion: 'latest' }) },
  {
    mistake: 'a test that the host’s Monit lacks',
    make: file(
      ({ monit }) => [
        { statement: 'check program', name: 'queue', program: { argv }, rules: [monit.when.content.matches('late').do(monit.alert())] },
      ],
      { monitVersion: '5.27.2' },
    ),
  },
  { mistake: 'an option that the host’s Monit deprecates', make: check(() => ({ every: { cycles: 2 } }), { monitVersion: '6.0.0' }) },
  { mistake: 'a schedule that Monit misreads', make: check(() => ({ every: { cron: '*/5 * * * *' } })) },
  { mistake: 'a check name with a leading slash', make: check(() => ({ name: '/clock' })) },
  { mistake: 'a relative path of a check’s pidfile', make: check(() => ({ pidfile: 'run/clock.pid' })) },
  { mistake: 'a pidfile hidden by the sandbox', make: check(() => ({ pidfile: '/home/deploy/clock.pid' }), { monitVersion: '5.34.3' }) },
  {
    mistake: 'another user in Monit’s sandbox',
    make: check(() => ({ start: { argv, uid: 'deploy', gid: 'deploy' } }), { monitVersion: '5.34.3' }),
  },
  { mistake: 'a group name with a space', make: check(() => ({ groups: ['my app'] })) },
  { mistake: 'a check that depends on itself', make: check(() => ({ dependsOn: ['clock'] })) },
  { mistake: 'a restart rule that Monit adds', make: check(() => ({ mode: 'active' })) },
  {
    mistake: 'an action without a program',
    make: check(({ monit }) => ({ start: undefined, restart: undefined, rules: [monit.when.threads.above(9).do(monit.start())] })),
  },
  {
    mistake: 'a program check without a rule',
    make: file(() => [{ statement: 'check program', name: 'queue', program: { argv }, rules: [] }]),
  },
  {
    mistake: 'two checks with one name in a file',
    make: file(() => [process({}), process({ name: 'Clock', pidfile: '/run/clock-2.pid' })]),
  },
  {
    mistake: 'an interval for the whole host',
    make: file(({ monit, Duration }) => [{ statement: 'set daemon', interval: Duration.seconds(30) }]),
  },
  { mistake: 'a repeated setting', make: file(() => [1, 2].map((n) => ({ statement: 'set httpd', unixSocket: `/run/monit-${n}.sock` }))) },
];

exports.reasons = {
  'monit/invalid-version': 'Monit’s language depends on its version.',
  'monit/deprecated': 'Monit still accepts it, with a warning, and may drop it later.',
  'monit/invalid-every': 'Monit silently accepts other text, and then never runs the check, or aborts.',
  'monit/invalid-name': 'Monit reads a name that starts with a slash as a path, and rejects the whole configuration.',
  'monit/path-hidden-by-sandbox':
    'Since Debian 13, Monit’s service can’t see /home, /root and /tmp: it finds no process, and restarts it in every cycle.',
  'monit/uid-forbidden-by-sandbox': 'Since Debian 13, Monit’s service can’t change users, so the program doesn’t run.',
  'monit/invalid-group-name': 'A group’s name can’t be escaped, so Monit reads the rest of it as something else.',
  'monit/depends-on-itself': 'Monit rejects the whole configuration if dependencies form a loop.',
  'monit/missing-program': 'Monit logs a line and does nothing.',
  'monit/program-check-without-rule': 'Monit rejects the whole configuration.',
  'monit/duplicate-name': 'Monit ignores case in names, and rejects the whole configuration if two are equal.',
  'monit/duplicate-statement': 'Monit silently keeps one of them, or mixes them.',
};
