// Mistakes in the rules of a check.

const rules = (make, platform) => (given) => {
  const { Host, MonitCheck, PidfileHooks, Platform, SystemdService, Exec, Duration, stack, ssh, address } = given;
  const host = platform === undefined ? given.host : new Host(stack, 'worker-2', { address, ssh, platform: Platform[platform] });
  const service = new SystemdService(stack, 'clock', {
    host,
    service: {
      ExecStart: Exec.command('/usr/bin/clockwork'),
      User: 'deploy',
      TimeoutStartSec: Duration.seconds(10),
      TimeoutStopSec: Duration.seconds(10),
    },
  });
  new MonitCheck(stack, 'monit', { service, pidfile: new PidfileHooks(stack, 'pidfile', { service }), rules: make(given) });
};

exports.mistakes = [
  { mistake: 'no cycles', make: rules(({ when, alert }) => [when.threads.above(100).forCycles(0).do(alert())]) },
  { mistake: 'half a cycle', make: rules(({ when, alert }) => [when.threads.above(100).forCycles(1.5).do(alert())]) },
  { mistake: 'more cycles than Monit remembers', make: rules(({ when, alert }) => [when.threads.above(100).forCycles(65).do(alert())]) },
  { mistake: 'more times than cycles', make: rules(({ when, alert }) => [when.threads.above(100).forTimes(5, { within: 3 }).do(alert())]) },
  { mistake: 'memory as a number', make: rules(({ when, alert }) => [when.totalMemory.above(800).do(alert())]) },
  {
    mistake: 'memory that Monit cannot count',
    make: rules(({ when, alert, Size }) => [when.totalMemory.above(Size.bytes(3_000_000_001)).do(alert())]),
  },
  { mistake: 'memory above nothing', make: rules(({ when, alert, Size }) => [when.totalMemory.above(Size.bytes(0)).do(alert())]) },
  {
    mistake: 'a share above the whole in a rule',
    make: rules(({ when, alert, Percent }) => [when.memory.above(Percent.of(140)).do(alert())]),
  },
  {
    mistake: 'an uptime of half a second',
    make: rules(({ when, alert, Duration }) => [when.uptime.below(Duration.seconds(0.5)).do(alert())]),
  },
  { mistake: 'a share of all cores', make: rules(({ when, alert, Percent }) => [when.cpu.above(Percent.of(65)).forCycles(2).do(alert())]) },
  { mistake: 'a pid that changes with every deploy', make: rules(({ when, alert }) => [when.pid.changes().do(alert())]) },
  {
    mistake: 'two rules of which Monit keeps one',
    make: rules(({ when, alert }) => [when.uid.isNot('deploy').do(alert()), when.uid.isNot('app').do(alert())]),
  },
  {
    mistake: 'a program that is repeated in no cycle',
    make: rules(({ when, exec }) => [when.threads.above(100).do(exec(['/bin/true'], { repeatEvery: 0 }))]),
  },
  {
    mistake: 'a program that is a line of a shell',
    make: rules(({ when, exec }) => [when.threads.above(100).do(exec(['echo too many | mail ops']))]),
  },
  { mistake: 'a user with a blank in a rule', make: rules(({ when, alert }) => [when.uid.isNot('my user').do(alert())]) },
];

exports.reasons = {
  'monit/invalid-rate': 'Monit remembers the results of 64 cycles, and refuses or never reaches any other rate.',
  'monit/invalid-limit': 'A bare number means bytes in some tests and kilobytes in others, so Monit might compare with the wrong value.',
  'monit/invalid-size': 'Monit reads the number, without its unit, into 32 bits, and silently changes a larger one.',
  'monit/always-true': 'The rule would fire in every cycle.',
  'monit/invalid-percent': 'Monit refuses more than 100 percent, and reads the digits in single precision.',
  'monit/invalid-duration': 'Monit counts whole seconds.',
  'monit/replaced-rule': 'Monit keeps only the last of such rules and silently drops the others.',
  'monit/invalid-repeat-every': 'Monit refuses the whole configuration.',
};
