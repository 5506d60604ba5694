import { OptionalPath, type ServiceUnit } from '../../systemd';
import { EnvironmentFile } from '../host/environment-file';

/** A service that can be given environment variables, run by the system's or by a user's systemd. */
export interface ServiceWithEnvironment {
  /** Its unit file. */
  readonly unit: ServiceUnit;
  /** Restarts it whenever the file changes. */
  addFile(file: EnvironmentFile): void;
}

/**
 * Gives a service the variables of a file: one of this library, whose changes restart the service, or the path of a file that is managed
 * elsewhere.
 */
export function addEnvironmentFile(service: ServiceWithEnvironment, file: EnvironmentFile | OptionalPath | string): void {
  const { unit } = service;
  if (typeof file === 'string' || file instanceof OptionalPath) {
    unit.service.add({ EnvironmentFile: [file] });
    return;
  }
  service.addFile(file);
  // JavaScript callers may pass anything; values that aren't files are reported as such.
  if (file instanceof EnvironmentFile) unit.service.add({ EnvironmentFile: [file.path] });
}
