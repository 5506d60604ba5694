import type { Construct } from 'constructs';
import { TRANSACTION_WAIT_SECONDS, type BootCheck } from '../../bundle';
import type { ExecCommand } from '../../systemd';
import { reportIssues } from '../../terraform';
import { error, type Duration, type Issue } from '../../values';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import { bootCheck } from '../units/boot-check';
import { RubyService, rubyServiceRules, type RubyServiceProps } from './ruby-service';
import { ladderIssues, literalOptionIssues, sidekiqProcess, sidekiqProcessRules, type SidekiqProcessProps } from './sidekiq-process';

/** Properties of a {@link SidekiqService}. */
export interface SidekiqServiceProps extends RubyServiceProps, SidekiqProcessProps {
  /**
   * Lets jobs that take longer than `shutdownTimeout` finish before a deployment restarts or removes the service. Sidekiq is quieted first,
   * and takes no new jobs for at most this long, until its running ones have finished. Any that are still running then get the
   * `shutdownTimeout`, as without draining. A deployment that fails or is killed meanwhile restarts the service. Only deployments drain,
   * not `systemctl restart` or Monit.
   * @default no draining: Sidekiq is stopped at once
   */
  readonly drainTimeout?: Duration;
  /**
   * Starts a second Sidekiq with the new definition before a deployment stops the running one, and waits until it is ready. If the release
   * can't boot, because of a missing gem or variable or an unreachable Redis, the deployment is refused and the old process keeps working.
   * The second process takes no jobs (except those of capsules, which it finishes or puts back) and writes no pidfile. It needs as much
   * memory as the first; if that isn't free, the deployment skips the check and reports that. It runs the application's initializers. If
   * those can't run twice, for instance because they listen on a port, set `false`.
   * @default true
   */
  readonly bootCheck?: boolean;
}

const rules: PropRules<SidekiqServiceProps> = {
  ...rubyServiceRules,
  ...sidekiqProcessRules,
  drainTimeout: is.duration,
  bootCheck: is.flag,
};

/** Time for validation, Monit's reload, and the rollback that may follow a failed start. */
const TRANSACTION_MARGIN_SECONDS = 120;

/**
 * Runs Sidekiq as a systemd service: systemd waits until it is ready (`Type=notify` from 6.0.6 on), stops it without losing jobs, and
 * restarts it whenever it ends.
 *
 * `unit` can be changed until the stack is synthesized.
 *
 * Errors: those of a {@link RubyService}, `sidekiq/…` for options that the version doesn't support, `service/timeout-ladder`,
 * `unit/watchdog-without-notify`, `sidekiq/short-shutdown`, `service/short-drain`, `service/long-drain`.
 *
 * Source: https://github.com/sidekiq/sidekiq/wiki/Deployment, systemd.service(5)
 *
 * @example
 * ```ts
 * const sidekiq = new SidekiqService(this, 'sidekiq', {
 *   host,
 *   version: '7.3',
 *   workingDirectory: '/opt/myapp/current',
 *   user: 'deploy',
 *   shutdownTimeout: Duration.seconds(60),
 * });
 * sidekiq.unit.service.set({ MemoryMax: Size.gibibytes(2) });
 * ```
 */
export class SidekiqService extends RubyService {
  private readonly shutdownTimeout: Duration;
  private readonly drainTimeout: Duration | undefined;
  private readonly commands: { readonly usual: ExecCommand; readonly idle: ExecCommand } | undefined;

  public constructor(scope: Construct, id: string, props: SidekiqServiceProps) {
    const { props: checked, issues } = readProps(props, rules);
    const process = sidekiqProcess(checked, checked.unitName ?? id);
    super(scope, id, { props: checked, issues, process, service: process.own });
    this.shutdownTimeout = process.shutdownTimeout;
    this.drainTimeout = checked.drainTimeout;
    this.commands = checked.bootCheck === false ? undefined : { usual: process.own.ExecStart, idle: process.idleCommand };
    reportIssues(this, () => [
      ...(this.instances.length === 0 ? [] : literalOptionIssues(checked)),
      ...ladderIssues(this.shutdownTimeout, this.stopTimeout),
      ...this.drainIssues(),
    ]);
  }

  /**
   * Returns the boot check. A command that the user changed is run as it is, instead of the idle one.
   * @internal
   */
  protected override bootCheck(): BootCheck | undefined {
    if (this.commands === undefined) return undefined;
    const command = this.unit.service.get('ExecStart');
    return bootCheck('ready', command === this.commands.usual ? this.commands.idle : command);
  }

  /**
   * Sidekiq's version determines whether it notifies systemd.
   * @internal
   */
  protected override settledCodes(): readonly string[] {
    return ['unit/use-type-notify'];
  }

  /** @internal */
  protected override drain(): Duration | undefined {
    return this.drainTimeout;
  }

  private drainIssues(): readonly Issue[] {
    if (this.drainTimeout === undefined) return [];
    const [drain, shutdown] = [this.drainTimeout.toSeconds(), this.shutdownTimeout.toSeconds()];
    const most = TRANSACTION_WAIT_SECONDS - TRANSACTION_MARGIN_SECONDS - this.stopTimeout.toSeconds() - this.startTimeout.toSeconds();
    if (drain <= shutdown) {
      return [
        error('service/short-drain', ['drainTimeout'], {
          problem: `${drain} s is not longer than shutdownTimeout (${shutdown} s)`,
          remedy:
            'Leave drainTimeout out, or set it to the time that your longest jobs take: jobs that finish within shutdownTimeout need no draining.',
        }),
      ];
    }
    if (drain <= most) return [];
    return [
      error('service/long-drain', ['drainTimeout'], {
        problem: `${drain} s leaves too little time to stop, start and roll back within the ${TRANSACTION_WAIT_SECONDS} s that another deployment waits`,
        remedy: `Set at most ${most} s, and split longer jobs into shorter ones: a job that doesn’t finish in time goes back to Redis.`,
      }),
    ];
  }
}
