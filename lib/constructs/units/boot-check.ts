import type { BootCheck } from '../../bundle';
import { renderUnitFile, ServiceUnit, type ExecCommand, type ServiceDirectives } from '../../systemd';
import type { Issue } from '../../values';
import type { IHostTarget } from '../host/host-target';
import { unitIssues } from './unit-issues';

/**
 * Boot check of a service, in the form that a bundle takes.
 *
 * @param until condition for the service to count as booted
 * @param command command to run instead of the service's ExecStart=
 */
export function bootCheck(until: BootCheck['until'], command: ServiceDirectives['ExecStart']): BootCheck {
  const execStart = renderUnitFile(unitOf(command))
    .split('\n')
    .find((line) => line.startsWith('ExecStart='));
  return { until, execStart: execStart ?? '' };
}

/** Issues of a boot check's command. */
export function bootCheckIssues(command: ExecCommand | undefined, host: IHostTarget): readonly Issue[] {
  if (command === undefined) return [];
  return unitIssues(unitOf(command), host)
    .filter(({ place: [section, directive] }) => section === 'service' && directive === 'ExecStart')
    .map((issue) => ({ ...issue, place: ['bootCheck'] }));
}

function unitOf(command: ServiceDirectives['ExecStart']): ServiceUnit {
  const unit = new ServiceUnit('boot-check.service');
  unit.service.set({ Type: 'oneshot', ExecStart: command, User: 'root' });
  return unit;
}
