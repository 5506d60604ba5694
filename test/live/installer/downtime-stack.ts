import {
  Calendar,
  Duration,
  Exec,
  Host,
  SidekiqService,
  SystemdDropIn,
  SystemdService,
  SystemdTimer,
  type ServiceDirectives,
} from '../../../lib';
import type { Bundle } from '../../../lib/bundle';
import { HostRegistry } from '../../../lib/terraform';
import { collectIssues } from '../../../lib/testing';
import type { TestHost } from '../../hosts/host';
import { sshTo, stackWithTerraformData, testApp } from '../../support/stacks';
import { SIDEKIQS } from '../sidekiq/jobs/release';

/** A program that is ready at once and stops at once. */
const PROGRAM: ServiceDirectives = { ExecStart: Exec.command('/bin/sleep', ['infinity']), User: 'deploy' };

/** A command that waits for a shell condition. */
const waitFor = (condition: string, end = 'exit 0') => Exec.command('/bin/sh', ['-c', `until ${condition}; do sleep 0.1; done; ${end}`]);

export interface ReleaseOptions {
  /** Extends nginx by a drop-in. Default: true. */
  readonly dropIn?: boolean;
  /** Shutdown timeout of the Sidekiqs. Default: 300. */
  readonly shutdownSeconds?: number;
  /** Drain timeout of the Sidekiqs. Default: they aren't drained. */
  readonly drainSeconds?: number;
  /** A shell condition: once it is true, `web` fails. */
  readonly failWhen?: string;
}

/**
 * Two Sidekiqs, a timer, a drop-in for nginx and a service `web`, each with the name of the release as its description, and a service
 * that is the same in all releases. The Sidekiqs start only once nginx and the timer are up.
 */
export function release(
  host: TestHost,
  name: string,
  { dropIn = true, shutdownSeconds = 300, drainSeconds, failWhen }: ReleaseOptions = {},
): Bundle {
  const [version, platform] = SIDEKIQS[host.suite];
  const stack = stackWithTerraformData(testApp());
  const worker = new Host(stack, 'worker', { address: host.address, ssh: sshTo(host), platform });
  const common = { host: worker, unit: { Description: name } };
  for (const [id, queue] of [
    ['slow', 'default'],
    ['quick', 'other'],
  ] as const) {
    const { unit } = new SidekiqService(stack, id, {
      host: worker,
      version,
      workingDirectory: '/opt/myapp/current',
      require: './recorded_job.rb',
      queues: [queue],
      user: 'deploy',
      shutdownTimeout: Duration.seconds(shutdownSeconds),
      ...(drainSeconds === undefined ? {} : { drainTimeout: Duration.seconds(drainSeconds) }),
      stability: Duration.seconds(1),
    });
    unit.unit.set({ Description: name });
    unit.service.set({ ExecStartPre: waitFor('systemctl -q is-active nginx.service && systemctl -q is-active tick.timer') });
  }
  if (dropIn) new SystemdDropIn(stack, 'description', { ...common, unitName: 'nginx.service' });
  new SystemdTimer(stack, 'tick', { ...common, timer: { OnCalendar: Calendar.daily() }, service: PROGRAM });
  const fails = failWhen === undefined ? {} : { ExecStartPost: waitFor(failWhen, 'exit 1') };
  new SystemdService(stack, 'web', { ...common, stability: Duration.seconds(0), service: { ...PROGRAM, ...fails } });
  new SystemdService(stack, 'same', { host: worker, unit: { Description: 'same' }, service: PROGRAM });
  const errors = collectIssues(stack).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return HostRegistry.hostsBelow(stack)[0]!.bundle();
}
