// A service whose directives are what a mistake is about.

/** Adds to a unit without fault: to its [Service], and to its [Unit]. */
exports.directives =
  (service, unit = () => ({})) =>
  (given) =>
    new given.SystemdService(given.stack, 'clock', {
      host: given.host,
      unit: unit(given),
      service: { ExecStart: given.Exec.command('/usr/bin/clockwork'), User: 'deploy', ...service(given) },
    });

/** A service without fault, with other properties. */
exports.clock =
  (props = () => ({})) =>
  (given) =>
    new given.SystemdService(given.stack, 'service', {
      host: given.host,
      unitName: 'clock',
      service: { ExecStart: given.Exec.command('/usr/bin/clockwork'), User: 'deploy' },
      ...props(given),
    });
