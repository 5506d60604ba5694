import type { ServiceUnit } from '../../systemd';
import { Duration, error, show, warning, type Issue } from '../../values';
import type { IHostTarget } from '../host/host-target';
import { userManagerIssues } from './user-manager-issues';

const DEPENDENCIES = ['After', 'Before', 'Wants', 'Requires', 'Requisite', 'BindsTo', 'PartOf', 'Upholds'] as const;

/** Targets that only the system's systemd has. Source: systemd.special(7), "Units managed by the system service manager". */
const OF_THE_SYSTEM =
  /^(network(-online|-pre)?|multi-user|graphical|sysinit|local-fs(-pre)?|remote-fs(-pre)?|nss-lookup|nss-user-lookup|time-sync|time-set|cryptsetup|rescue|emergency|getty|swap|umount)\.target$/;

/** Seconds that user@.service itself may take to stop. Source: TimeoutStopSec= in user@.service. */
const MANAGER_STOP_SECONDS = 120;

/**
 * Reports what a user's systemd can't do, silently ignores or doesn't know.
 *
 * Codes: those of userManagerIssues, `unit/system-unit-in-user-service`, `service/long-user-stop`.
 */
export function userUnitIssues(unit: ServiceUnit, user: string, host: IHostTarget): readonly Issue[] {
  return [...userManagerIssues(unit, user, host.platform.systemd), ...systemUnits(unit), ...stopIssues(unit.service.get('TimeoutStopSec'))];
}

function systemUnits({ unit }: ServiceUnit): readonly Issue[] {
  return DEPENDENCIES.flatMap((name) =>
    [unit.get(name) ?? []]
      .flat()
      .filter((other): other is string => typeof other === 'string' && OF_THE_SYSTEM.test(other))
      .map((other): Issue =>
        error('unit/system-unit-in-user-service', ['unit', name], {
          problem: `a user’s systemd has no ${other}`,
          remedy: 'Move it to systemUnit.unit.unit, which belongs to the system’s systemd.',
        }),
      ),
  );
}

function stopIssues(stop: unknown): readonly Issue[] {
  const seconds = stop instanceof Duration ? stop.toSeconds() : stop === 'infinity' ? Number.POSITIVE_INFINITY : 0;
  if (seconds < MANAGER_STOP_SECONDS) return [];
  return [
    warning('service/long-user-stop', ['service', 'TimeoutStopSec'], {
      problem: `${show(stop)} is not shorter than the ${MANAGER_STOP_SECONDS} s that user@.service has to stop all of its services`,
      remedy: `Set less than ${MANAGER_STOP_SECONDS} s, or raise TimeoutStopSec of user@.service with a SystemdDropIn: otherwise systemd kills all of them at shutdown.`,
    }),
  ];
}
