import { OptionalPath, type ServiceUnit } from '../../systemd';
import { error, show, warning, type Issue } from '../../values';
import { EnvironmentFile } from '../host/environment-file';
import { HostFile } from '../host/host-file';
import type { IHostTarget } from '../host/host-target';
import { otherHost } from '../host/other-host';
import type { Supervisor } from './service-props';
import { unitIssues, unitNameIssues } from './unit-issues';

/** State of a service at synth. */
export interface ServiceState {
  /** The host that runs it. */
  readonly host: IHostTarget;
  /** Name of the unit as given, with or without its suffix. */
  readonly unitName: string;
  /** The unit file. */
  readonly unit: ServiceUnit;
  /** Supervisor that restarts the process. */
  readonly supervisor: Supervisor;
  /** True if a Monit check watches the service. */
  readonly watched: boolean;
  /** Files whose changes restart the service, as given. */
  readonly files: readonly unknown[];
  /** Codes of issues that the construct has settled with knowledge that isn't in the unit file. */
  readonly settledCodes: readonly string[];
}

/**
 * Reports issues of a service: its unit file, its supervisor and what it was given.
 *
 * Codes: those of `unitFileIssues`, `unit/invalid-unit-name`, `stack/token-in-text`, `stack/invalid-property`,
 * `host/other-host`, `service/two-supervisors`, `service/no-automatic-restart`, `service/unsupervised`,
 * `service/login-user-runs-service`, `service/environment-in-application`.
 */
export function serviceIssues(service: ServiceState): readonly Issue[] {
  const { host } = service;
  // If Monit is the supervisor, systemd must not restart at all: limits of its restarts don't matter.
  const settledCodes = service.supervisor === 'systemd' ? service.settledCodes : [...service.settledCodes, 'unit/restart-gives-up'];
  return [
    ...unitNameIssues(service.unitName, service.unit),
    ...unitIssues(service.unit, host).filter(({ code }) => !settledCodes.includes(code)),
    ...service.files.flatMap((file) => fileIssues(file, host)),
    ...supervisionIssues(service),
    ...userIssues(service),
    ...environmentIssues(service),
  ];
}

/** Returns whether a value is a file of this library, whose changes a service can follow. */
export function isFile(file: unknown): file is HostFile | EnvironmentFile {
  return file instanceof HostFile || file instanceof EnvironmentFile;
}

/** Reports a file that a service can't follow. Codes: `stack/invalid-property`, `host/other-host`. */
export function fileIssues(file: unknown, host: IHostTarget): readonly Issue[] {
  if (isFile(file)) return file.host === host ? [] : [otherHost(['addFile'], file.path)];
  return [
    error('stack/invalid-property', ['addFile'], {
      problem: `${show(file)} is neither a HostFile nor an EnvironmentFile`,
      remedy: 'Create a HostFile with the file’s text and pass that: changes to a file that is already on the host can’t be detected.',
    }),
  ];
}

/** Cases in which a value of Restart leaves a service stopped. All others restart it unless it exits cleanly. */
const UNRESTARTED: Readonly<Record<string, string>> = { no: 'exits', 'on-success': 'fails' };

function supervisionIssues({ unit, supervisor, watched }: ServiceState): readonly Issue[] {
  const restart = unit.service.get('Restart') ?? 'no';
  const issues: Issue[] = [];
  if (supervisor === 'monit' && restart !== 'no') {
    issues.push(
      error('service/two-supervisors', ['service', 'Restart'], {
        problem: `${show(restart)} makes systemd restart a service whose supervisor is Monit`,
        remedy: `Leave Restart out, or set supervisor: 'systemd': otherwise both restart the service.`,
      }),
    );
  }
  if (supervisor === 'monit' && !watched) {
    issues.push(
      error('service/unsupervised', ['supervisor'], {
        problem: `${show(supervisor)} is the supervisor, but no MonitCheck watches the service`,
        remedy: `Add a MonitCheck, or set supervisor: 'systemd': otherwise nothing restarts the service.`,
      }),
    );
  }
  if (supervisor === 'systemd' && restart !== 'always' && unit.service.get('Type') !== 'oneshot') {
    issues.push(
      warning('service/no-automatic-restart', ['service', 'Restart'], {
        problem: `${show(restart)} does not restart a worker that ${UNRESTARTED[restart] ?? 'exits cleanly'}`,
        remedy: 'Leave Restart out to set "always": otherwise such a worker stays down.',
      }),
    );
  }
  return issues;
}

function userIssues({ unit, host }: ServiceState): readonly Issue[] {
  const user = unit.service.get('User');
  if (user === undefined || user !== host.loginUser || user === 'root') return [];
  return [
    warning('service/login-user-runs-service', ['service', 'User'], {
      problem: `${show(user)} is also the user that Terraform logs in as`,
      remedy: 'Use different users: an attacker who takes over the application could become root through the login user’s sudo.',
    }),
  ];
}

/**
 * Reports environment files in a directory that the service's user can change. systemd reads them as root and follows links: if that user
 * can rename a directory in the path, they can read any file that root can, including other applications' secrets. The application's
 * directories are assumed to belong to its user.
 */
function environmentIssues({ unit }: ServiceState): readonly Issue[] {
  const user = unit.service.get('User');
  if (user === undefined || user === 'root') return [];
  const directory = applicationDirectory(unit.service.get('WorkingDirectory'));
  const inside = [unit.service.get('EnvironmentFile') ?? []]
    .flat()
    .map((file) => (file instanceof OptionalPath ? file.path : file))
    .filter((path): path is string => typeof path === 'string')
    .filter((path) => [directory, `/home/${user}`].some((place) => place !== undefined && path.startsWith(`${place}/`)));
  return inside.map((path) =>
    warning('service/environment-in-application', ['service', 'EnvironmentFile'], {
      problem: `${show(path)} is in a directory that ${user} can change`,
      remedy: `Move it to one such as /etc/${path.split('/')[2]!}: systemd reads it as root and follows links, so ${user} could use it to read other applications' secrets.`,
    }),
  );
}

/** Returns the directory that a code deployment's user owns: /opt/myapp for /opt/myapp/current. */
function applicationDirectory(workingDirectory: unknown): string | undefined {
  if (typeof workingDirectory !== 'string' || !workingDirectory.startsWith('/')) return undefined;
  const directory = workingDirectory.replace(/\/(current|releases)(\/.*)?$/, '').replace(/\/+$/, '');
  return directory.lastIndexOf('/') > 0 ? directory : undefined;
}
