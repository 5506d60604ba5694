// A service named clock, for mistakes in its directives.

/** Adds directives to the [Service] and [Unit] sections of a unit without issues. */
exports.directives =
  (service, unit = () => ({})) =>
  (given) =>
    new given.SystemdService(given.stack, 'clock', {
      host: given.host,
      unit: unit(given),
      service: { ExecStart: given.Exec.command('/usr/bin/clockwork'), User: 'deploy', ...service(given) },
    });

/** Adds properties to a service without issues. */
exports.clock =
  (props = () => ({})) =>
  (given) =>
    new given.SystemdService(given.stack, 'service', {
      host: given.host,
      unitName: 'clock',
      service: { ExecStart: given.Exec.command('/usr/bin/clockwork'), User: 'deploy' },
      ...props(given),
    });
