import type { Construct } from 'constructs';
import { reportIssues } from '../terraform';
import { readProps, type PropRules } from './props';
import { ladderIssues, sidekiqProcess, sidekiqProcessRules, type SidekiqProcessProps } from './sidekiq-process';
import { effectiveTimeout } from './systemd-service';
import { SystemdUserService } from './systemd-user-service';
import { userServiceProps, userServiceRules, type UserServiceProps } from './user-service-props';

/** Properties of a {@link SidekiqUserService}. */
export interface SidekiqUserServiceProps extends UserServiceProps, SidekiqProcessProps {}

const rules: PropRules<SidekiqUserServiceProps> = { ...userServiceRules, ...sidekiqProcessRules };

/**
 * Sidekiq as a service of its user's own systemd: what {@link SidekiqService} is, for a user who restarts it with `systemctl --user` and
 * without sudo, as Capistrano does with `service_unit_user: :user`. It is ready when it says so and stopped so that no job is lost; deployments don't
 * drain it, and Monit does not watch it.
 *
 * Errors: those of a {@link SystemdUserService}, `sidekiq/…` for what the version does not take, `constructs/timeout-ladder`,
 * `constructs/watchdog-without-notify`, `constructs/short-shutdown`, `constructs/bad-path`.
 *
 * Source: https://github.com/sidekiq/sidekiq/wiki/Deployment, user@.service(5)
 */
export class SidekiqUserService extends SystemdUserService {
  public constructor(scope: Construct, id: string, props: SidekiqUserServiceProps) {
    const { props: checked, issues } = readProps(props, rules);
    const process = sidekiqProcess(checked, checked.unitName ?? id);
    super(scope, id, {
      ...userServiceProps(checked),
      startWhen: checked.startWhen ?? process.startWhen,
      unit: process.unit,
      service: process.service,
    });
    for (const file of checked.environmentFiles ?? []) this.addEnvironmentFile(file);
    reportIssues(this, () => [
      ...issues,
      ...process.issues,
      ...ladderIssues(process.shutdownTimeout, effectiveTimeout(this.unit.service.get('TimeoutStopSec'))),
    ]);
  }

  /**
   * The version has decided.
   * @internal
   */
  protected override decided(): readonly string[] {
    return [...super.decided(), 'systemd/could-notify'];
  }
}
