import type { Construct } from 'constructs';
import { reportIssues } from '../../terraform';
import { readProps, type PropRules } from '../props/read-props';
import { effectiveTimeout } from '../units/systemd-service';
import { SystemdUserService } from '../user-units/systemd-user-service';
import { userServiceProps, userServiceRules, type UserServiceProps } from '../user-units/user-service-props';
import { ladderIssues, sidekiqProcess, sidekiqProcessRules, type SidekiqProcessProps } from './sidekiq-process';

/** Properties of a {@link SidekiqUserService}. */
export interface SidekiqUserServiceProps extends UserServiceProps, SidekiqProcessProps {}

const rules: PropRules<SidekiqUserServiceProps> = { ...userServiceRules, ...sidekiqProcessRules };

/**
 * Runs Sidekiq as a service of its user's own systemd. Like {@link SidekiqService}, but for a user who restarts it with `systemctl --user`
 * and without sudo, as Capistrano does with `service_unit_user: :user`. systemd waits until it reports that it is ready, and stops it
 * without losing jobs. Deployments don't drain it, and Monit doesn't watch it.
 *
 * Errors: those of a {@link SystemdUserService}, `sidekiq/…` for options that the version doesn't support, `service/timeout-ladder`,
 * `unit/watchdog-without-notify`, `sidekiq/short-shutdown`, `file/invalid-path`.
 *
 * Source: https://github.com/sidekiq/sidekiq/wiki/Deployment, user@.service(5)
 *
 * @example
 * ```ts
 * const manager = new SystemdUserManager(this, 'deploy', { host, user: 'deploy' });
 * new SidekiqUserService(this, 'sidekiq', {
 *   manager,
 *   version: '7.3',
 *   workingDirectory: '/home/deploy/myapp/current',
 * });
 * ```
 */
export class SidekiqUserService extends SystemdUserService {
  public constructor(scope: Construct, id: string, props: SidekiqUserServiceProps) {
    const { props: checked, issues } = readProps(props, rules);
    const process = sidekiqProcess(checked, checked.unitName ?? id);
    super(scope, id, {
      ...userServiceProps(checked),
      startWhen: checked.startWhen ?? process.startWhen,
      unit: process.unit,
      service: { ...process.service, ...process.own },
    });
    for (const file of checked.environmentFiles ?? []) this.addEnvironmentFile(file);
    reportIssues(this, () => [
      ...issues,
      ...process.issues,
      ...ladderIssues(process.shutdownTimeout, effectiveTimeout(this.unit.service.get('TimeoutStopSec'))),
    ]);
  }

  /**
   * Sidekiq's version determines whether it notifies systemd.
   * @internal
   */
  protected override settledCodes(): readonly string[] {
    return [...super.settledCodes(), 'unit/use-type-notify'];
  }
}
