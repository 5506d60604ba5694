import { TerraformVariable } from 'cdktf';
import type { IConstruct } from 'constructs';
import { queuesProgram, queuesRubyProgram } from '../../programs';
import { Exec, Output, renderUnitFile, ServiceUnit, type ServiceDirectives } from '../../systemd';
import type { Secret } from '../../terraform';
import { Duration, Size } from '../../values';
import { RubyService } from '../apps/ruby-service';
import { bundleFile } from '../host/host-file';
import type { CompositeRuleConfig } from '../monit/composite-rule';
import type { SystemdService } from '../units/systemd-service';

/** Location of a service's Redis, if its environment isn't enough to find it. */
export interface SidekiqRedis {
  /**
   * Name of the variable in the service's environment that holds the URL, if the application doesn't read the same one as Sidekiq.
   * @default the variable that REDIS_PROVIDER names, or REDIS_URL; redis://localhost:6379/0 if neither is set
   */
  readonly urlVariable?: string;
  /**
   * URL of Redis, `redis://…`, `rediss://…` or `unix://…`, if the application gets it from elsewhere.
   * @default the variable's value
   */
  readonly url?: Secret;
  /**
   * Namespace of the redis-namespace gem; only up to Sidekiq 6.
   * @default none
   */
  readonly namespace?: string;
}

/** Directives that set the environment and the identity of a service's processes. */
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
 * Returns the unit that reads a Sidekiq's queues for Monit. It runs as the service's user and with its environment, which systemd builds
 * from the same directives, so it sees what the service sees, including secrets, without exposing them. A deployment neither starts nor
 * stops it; the program that Monit runs does.
 */
export function queueReader(
  construct: IConstruct,
  service: SystemdService,
  directory: string,
  redis: SidekiqRedis = {},
): Pick<CompositeRuleConfig, 'files' | 'requiredFiles'> {
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
    // The output goes to root's /run, and queue names can be anything that Redis holds.
    LimitFSIZE: Size.kibibytes(256),
    StandardOutput: Output.file(`/run/cdktf-sidekiq/queues/${service.baseName}.service`),
    StandardError: 'inherit',
    // Otherwise each cycle of Monit would write three lines to the journal.
    LogLevelMax: 'notice',
    ...(redis.url === undefined ? {} : { LoadCredential: { [CREDENTIAL]: pathOf(redis.url, directory) } }),
  });
  // The program runs without the application's bundle, which RUBYOPT may load.
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
    requiredFiles: redis.url?.source.kind === 'hostFile' ? [redis.url.source.path] : [],
  };
}

/** Returns the command line of Ruby. Any Ruby works for a service described only by its directives, because the program needs no gems. */
function interpreterOf(service: SystemdService): readonly string[] {
  return service instanceof RubyService ? service.interpreter : ['ruby'];
}

function pathOf({ source }: Secret, directory: string): string {
  return source.kind === 'hostFile' ? source.path : `${directory}/${CREDENTIAL}`;
}
