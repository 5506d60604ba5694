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
  { mistake: 'a rate of 0 cycles', make: rules(({ when, alert }) => [when.threads.above(100).forCycles(0).do(alert())]) },
  { mistake: 'a rate of 1.5 cycles', make: rules(({ when, alert }) => [when.threads.above(100).forCycles(1.5).do(alert())]) },
  { mistake: 'more cycles than Monit remembers', make: rules(({ when, alert }) => [when.threads.above(100).forCycles(65).do(alert())]) },
  { mistake: 'more times than cycles', make: rules(({ when, alert }) => [when.threads.above(100).forTimes(5, { within: 3 }).do(alert())]) },
  { mistake: 'a memory limit without a unit', make: rules(({ when, alert }) => [when.totalMemory.above(800).do(alert())]) },
  {
    mistake: 'a memory limit that doesn’t fit into 32 bits',
    make: rules(({ when, alert, Size }) => [when.totalMemory.above(Size.bytes(3_000_000_001)).do(alert())]),
  },
  { mistake: 'a memory limit of 0', make: rules(({ when, alert, Size }) => [when.totalMemory.above(Size.bytes(0)).do(alert())]) },
  {
    mistake: 'a limit above 100 percent',
    make: rules(({ when, alert, Percent }) => [when.memory.above(Percent.of(140)).do(alert())]),
  },
  {
    mistake: 'an uptime of half a second',
    make: rules(({ when, alert, Duration }) => [when.uptime.below(Duration.seconds(0.5)).do(alert())]),
  },
  {
    mistake: 'a CPU limit that is a share of all cores',
    make: rules(({ when, alert, Percent }) => [when.cpu.above(Percent.of(65)).forCycles(2).do(alert())]),
  },
  {
    mistake: 'a rule about the process id, which every deployment changes',
    make: rules(({ when, alert }) => [when.pid.changes().do(alert())]),
  },
  {
    mistake: 'two rules of which Monit keeps only the last',
    make: rules(({ when, alert }) => [when.uid.isNot('deploy').do(alert()), when.uid.isNot('app').do(alert())]),
  },
  {
    mistake: 'a program that is repeated every 0 cycles',
    make: rules(({ when, exec }) => [when.threads.above(100).do(exec(['/bin/true'], { repeatEvery: 0 }))]),
  },
  {
    mistake: 'a shell command as a program',
    make: rules(({ when, exec }) => [when.threads.above(100).do(exec(['echo too many | mail ops']))]),
  },
  { mistake: 'a user name with a space in a rule', make: rules(({ when, alert }) => [when.uid.isNot('my user').do(alert())]) },
];

exports.reasons = {
  'monit/invalid-rate': 'Monit remembers the results of 64 cycles, and rejects or never reaches any other rate.',
  'monit/invalid-limit': 'A bare number means bytes in some tests and kilobytes in others, so Monit might compare with the wrong value.',
  'monit/invalid-size': 'Monit reads the number, without its unit, into 32 bits, and silently changes a larger one.',
  'monit/always-true': 'The rule fires in every cycle.',
  'monit/invalid-percent': 'Monit rejects more than 100 percent, and reads the digits in single precision.',
  'monit/invalid-duration': 'Monit counts only whole seconds or milliseconds.',
  'monit/replaced-rule': 'Monit keeps only the last of such rules and silently drops the others.',
  'monit/invalid-repeat-every': 'Monit rejects the whole configuration.',
};
