import type { BundleFile, BundleService } from '../../bundle';
import { startWhenProgram } from '../../programs';
import { Exec, PathUnit, renderUnitFile, ServiceUnit } from '../../systemd';
import { Duration } from '../../values';
import { bundleFile } from '../host/host-file';
import type { ISystemdService } from './service-interface';
import type { ServiceProps } from './service-props';
import { UNIT_DIRECTORY, unitToStart } from './systemd-unit';

/** First systemd version whose path units notice when a symbolic link in the path is replaced (seen on Debian 11 and 12). */
const FOLLOWS_LINKS = 252;

/**
 * Returns the units that start a service once the path of `startWhen` exists: `Restart=` doesn't retry after a failed
 * `ConditionPathExists=` (systemd issue 29149). A path unit with `PathExists=` on the service itself would undo an operator's stop, so it
 * runs a program that starts only the units that wait for the path. `PathChanged=` fires each time the path appears or disappears, and
 * leaves the path unit armed.
 *
 * @param service service that the trigger is named after
 * @param props properties of the service
 * @param waiting units to start: `unit`, or `user/unit`
 */
export function startTrigger(
  service: ISystemdService & { readonly baseName: string; readonly runningUnits: readonly string[] },
  { startWhen, enabled = true }: Pick<ServiceProps, 'startWhen' | 'enabled'>,
  waiting: readonly string[],
): { readonly files: readonly BundleFile[]; readonly services: readonly BundleService[] } {
  if (startWhen === undefined) return { files: [], services: [] };
  const name = `${service.baseName}-start-when`;
  const program = `/usr/local/lib/cdktf-sidekiq/${service.unitName}/start-when`;
  const path = new PathUnit(`${name}.path`);
  // Before=: at boot it must be armed by the time systemd finds the path missing.
  path.unit.set({ Description: `Waits for ${startWhen}`, Before: service.runningUnits });
  path.path.set({ PathChanged: service.host.platform.systemd < FOLLOWS_LINKS ? [...above(startWhen), startWhen] : [startWhen] });
  path.install.set({ WantedBy: ['multi-user.target'] });
  const start = new ServiceUnit(`${name}.service`);
  // If the path is replaced very often, a start limit would end the path unit as well.
  start.unit.set({ Description: `Starts ${service.baseName} when ${startWhen} is there`, StartLimitIntervalSec: Duration.seconds(0) });
  start.service.set({
    Type: 'oneshot',
    ExecStart: Exec.command(program, [startWhen, enabled ? 'enabled' : 'any', ...waiting]),
  });
  const unit = (file: PathUnit | ServiceUnit): BundleFile =>
    bundleFile(service, { path: `${UNIT_DIRECTORY}/${file.name}` }, renderUnitFile(file).split('\n'), 'unit');
  return {
    files: [unit(path), unit(start), bundleFile(service, { path: program, mode: '0755' }, startWhenProgram.split('\n'))],
    services: [unitToStart(path.name, true)],
  };
}

/** Returns the parent directories of a path, without the root. */
function above(path: string): readonly string[] {
  const names = path.split('/').slice(1, -1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
}
