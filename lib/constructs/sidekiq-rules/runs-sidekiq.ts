import { ExecCommand, type ServiceUnit } from '../../systemd';

/** Returns whether a unit that is described only by its directives runs Sidekiq. */
export function runsSidekiq(unit: ServiceUnit): boolean {
  const args = [unit.service.get('ExecStart')]
    .flat()
    .flatMap((command) => (command instanceof ExecCommand ? [command.program, command.args].flat() : []));
  return args.some((arg) => typeof arg === 'string' && /(^|\/)sidekiq$/.test(arg));
}
