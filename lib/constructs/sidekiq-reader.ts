import { TerraformVariable } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { BundlePart } from '../bundle';
import { queuesProgram, queuesRubyProgram } from '../programs';
import { Exec, Output, renderUnitFile, ServiceUnit, type ServiceDirectives } from '../systemd';
import type { Secret } from '../terraform';
import { Duration, Size } from '../values';
import { bundleFile } from './host-file';
import { SidekiqService } from './sidekiq-service';
import type { SystemdService } from './systemd-service';

/** How a service's Redis is found, where its environment alone does not say. */
export interface SidekiqRedis {
  /**
   * Name of the variable in the service's environment that holds the URL, where the application reads another one than Sidekiq does.
   * @default the variable that REDIS_PROVIDER names, or REDIS_URL; redis://localhost:6379/0 if there is none
   */
  readonly urlVariable?: string;
  /**
   * The URL itself, `redis://…`, `rediss://…` or `unix://…`, where the application has it from elsewhere.
   * @default the variable's
   */
  readonly url?: Secret;
  /**
   * The namespace of the gem redis-namespace, up to Sidekiq 6.
   * @default none
   */
  readonly namespace?: string;
}

/** What makes the environment of a service's processes, and who they are. */
const SHARED = [
  'User',
  'Group',
  'SupplementaryGroups',
  'WorkingDirectory',
  'Environment',
  'EnvironmentFile',
  'PassEnvironment',
  'UnsetEnvironment',
] as const satisfies readonly (keyof ServiceDirectives)[];

const CREDENTIAL = 'redis-url';

/**
 * The unit that reads a Sidekiq's queues for Monit, as the service's user and in the service's own environment: systemd makes both of
 * the same directives, so that what the service sees is seen, secrets included, and nobody else sees it. A deployment neither
 * starts nor stops it: the program that Monit runs does.
 */
export function sidekiqReader(construct: IConstruct, service: SystemdService, directory: string, redis: SidekiqRedis): BundlePart {
  const name = `${service.baseName}-queues.service`;
  const unit = new ServiceUnit(name);
  unit.unit.set({
    Description: `Reads the queues of ${service.unitName} for Monit`,
    ConditionPathExists: service.unit.unit.get('ConditionPathExists'),
  });
  for (const directive of SHARED) unit.service.set({ [directive]: service.unit.service.get(directive) });
  const program = `${directory}/queues`;
  unit.service.set({
    Type: 'oneshot',
    ExecStart: Exec.command(program, [redis.urlVariable ?? '', redis.namespace ?? '', ...interpreterOf(service)]),
    TimeoutStartSec: Duration.seconds(20),
    // Its output lies in root's /run, and names of queues are whatever Redis holds.
    LimitFSIZE: Size.kibibytes(256),
    StandardOutput: Output.file(`/run/cdktf-sidekiq/queues/${service.baseName}.service`),
    StandardError: 'inherit',
    // Each cycle of Monit would leave three lines in the journal.
    LogLevelMax: 'notice',
    ...(redis.url === undefined ? {} : { LoadCredential: { [CREDENTIAL]: pathOf(redis.url, directory) } }),
  });
  // It is started without the application's bundle.
  unit.service.add({ UnsetEnvironment: ['RUBYOPT'] });
  return {
    files: [
      bundleFile(construct, { path: `/etc/systemd/system/${name}` }, renderUnitFile(unit).split('\n'), 'unit'),
      bundleFile(construct, { path: program, mode: '0755' }, queuesProgram.split('\n')),
      bundleFile(construct, { path: `${program}.rb`, mode: '0755' }, queuesRubyProgram.split('\n')),
      ...(redis.url?.source.kind === 'variable' && TerraformVariable.isTerraformElement(redis.url.source.variable)
        ? [bundleFile(construct, { path: `${directory}/${CREDENTIAL}`, mode: '0600' }, [redis.url.source.variable.stringValue, ''])]
        : []),
    ],
    requires: { files: redis.url?.source.kind === 'hostFile' ? [redis.url.source.path] : [] },
  };
}

/** Where the service is described by its directives alone, any Ruby does: it needs no gem. */
function interpreterOf(service: SystemdService): readonly string[] {
  return service instanceof SidekiqService ? service.interpreter : ['ruby'];
}

function pathOf({ source }: Secret, directory: string): string {
  return source.kind === 'hostFile' ? source.path : `${directory}/${CREDENTIAL}`;
}
