import type { Issue } from '../../values';
import type { CompositeRuleConfig, CompositeRuleContext, ICompositeRule } from '../monit/composite-rule';
import { renderSidekiqRule } from './render-sidekiq-rule';
import { sidekiqRuleIssues } from './sidekiq-rule-issues';
import type { SidekiqWatch } from './sidekiq-watch';

/** Rules about what all instances of a service share: its queues, its Redis, a disk. */
const SHARED: readonly string[] = ['redis', 'queueLatency', 'retries', 'dead', 'logDisk'];

/**
 * Ready-made rule about a Sidekiq, from {@link SidekiqRules}: for the `rules` of a {@link MonitCheck}, alongside those of {@link when}.
 *
 * @example
 * ```ts
 * const slow: SidekiqRule = SidekiqRules.queueLatency(Duration.minutes(5), { queue: 'mailers', notify: slack.notify() });
 * new MonitCheck(this, 'check', { service: sidekiq, pidfile, rules: [slow] });
 * ```
 */
export class SidekiqRule implements ICompositeRule {
  /** True if the rule is about one process; false for queues, Redis and disks. */
  public readonly perProcess: boolean;
  private readonly watch: SidekiqWatch;

  /** @internal */
  public constructor(watch: SidekiqWatch) {
    this.watch = watch;
    this.perProcess = !SHARED.includes(watch.sidekiqRule);
  }

  /**
   * Returns the issues of the rule's limits and options.
   *
   * @param context context of the first process
   */
  public issues(context: CompositeRuleContext): readonly Issue[] {
    return sidekiqRuleIssues(this.watch, context);
  }

  /**
   * Returns the rule in Monit's terms.
   *
   * @param context context of each process, or of the service
   */
  public bind(context: CompositeRuleContext): CompositeRuleConfig {
    return renderSidekiqRule(this.watch, context);
  }
}
