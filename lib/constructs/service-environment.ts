import { OptionalPath, type ServiceUnit } from '../systemd';
import { EnvironmentFile } from './environment-file';

/** A service that gets variables: whoever's systemd runs it. */
export interface ServiceWithEnvironment {
  /** Its unit file. */
  readonly unit: ServiceUnit;
  /** Restarts it whenever the file changes. */
  addFile(file: EnvironmentFile): void;
}

/** Gives a service the variables of a file: this library's, whose changes restart it, or the path of one that somebody else manages. */
export function addEnvironmentFile(service: ServiceWithEnvironment, file: EnvironmentFile | OptionalPath | string): void {
  const { unit } = service;
  if (typeof file === 'string' || file instanceof OptionalPath) {
    unit.service.add({ EnvironmentFile: [file] });
    return;
  }
  service.addFile(file);
  // From JavaScript anything may come: what is none is told as that.
  if (file instanceof EnvironmentFile) unit.service.add({ EnvironmentFile: [file.path] });
}
