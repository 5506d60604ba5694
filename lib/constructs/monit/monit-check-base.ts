import { Construct } from 'constructs';
import type { CheckKind, RuleOf } from '../../monit';
import { error, type Issue } from '../../values';
import type { IHostTarget } from '../host/host-target';
import { hasTokenWithin, tokenIssue } from '../props/tokens';
import { ruleProblem } from './rule-problem';

/** Configuration of a check. */
export interface CheckConfig<K extends CheckKind, R> {
  /** Kind of check, as after `check` in the control file. */
  readonly kind: K;
  /** Host whose Monit runs the check. */
  readonly host: IHostTarget;
  /** Name of the check. */
  readonly checkName: string;
  /** Initial rules. More can be added later. */
  readonly rules: readonly R[] | undefined;
}

/**
 * A Monit check. The subclasses watch a service's process ({@link MonitCheck}), a file, a directory, a named pipe, a file system,
 * another host, a network interface, a program's result or the host as a whole.
 *
 * Source: Monit manual, "Service checks"
 *
 * @example
 * ```ts
 * const rules = [when.failed.port(6379, { protocol: 'redis' }).forCycles(2).do(slack.notify())];
 * const redis: MonitCheckBase = new MonitHostCheck(this, 'redis', { host, address: 'redis.example.com', rules });
 * new MonitCheck(this, 'check', { service: sidekiq, pidfile, dependsOn: [redis] });
 * ```
 */
export abstract class MonitCheckBase<K extends CheckKind = CheckKind, R = RuleOf<K>> extends Construct {
  /** Host whose Monit runs the check. */
  public readonly host: IHostTarget;
  /** Name of the check. */
  public readonly checkName: string;
  private readonly kind: K;
  private readonly given: R[];

  /**
   * Called by the subclasses.
   * @internal
   */
  protected constructor(scope: Construct, id: string, { kind, host, checkName, rules }: CheckConfig<K, R>) {
    super(scope, id);
    this.kind = kind;
    this.host = host;
    this.checkName = checkName;
    this.given = [...(rules ?? [])];
  }

  /** Adds rules after the existing ones. */
  public addRules(...rules: readonly R[]): void {
    this.given.push(...rules);
  }

  /**
   * Returns all rules as given, including invalid ones, in order.
   * @internal
   */
  protected givenRules(): readonly R[] {
    return this.given;
  }

  /**
   * Returns whether a value is a complete rule without tokens, which can be rendered for Monit.
   * @internal
   */
  protected isFinished(rule: unknown): rule is RuleOf<K> {
    return ruleProblem(rule, this.kind) === undefined && !hasTokenWithin(rule);
  }

  /**
   * Issues of a value that isn't a complete rule, or isn't one for this kind of check.
   * @internal
   */
  protected unfinishedRule(rule: unknown, index: number): readonly Issue[] {
    const place = ['rules', index];
    if (hasTokenWithin(rule)) return [tokenIssue(place)];
    const problem = ruleProblem(rule, this.kind);
    if (problem === undefined) return [];
    return [
      error('monit/invalid-rule', place, {
        problem: `this rule ${problem}`,
        remedy: `Use a rule that starts with \`when\` and ends with \`.do(…)\`, like ${EXAMPLES[this.kind]}.`,
      }),
    ];
  }
}

const EXAMPLES: Readonly<Record<CheckKind, string>> = {
  process: 'when.totalMemory.above(Size.mebibytes(800)).forCycles(3).do(restart())',
  file: 'when.size.above(Size.mebibytes(100)).do(alert())',
  directory: `when.permission.isNot('0755').do(alert())`,
  fifo: 'when.doesNotExist().do(alert())',
  filesystem: 'when.space.above(Percent.of(90)).do(alert())',
  host: 'when.failed.port(443).forCycles(2).do(alert())',
  network: 'when.link.isDown().do(alert())',
  system: 'when.loadAverage(5).above(8).do(alert())',
  program: 'when.status.notEqual(0).do(alert())',
};

/**
 * Codes of control file issues that the constructs report themselves, with knowledge that a control file lacks: whether the platform is
 * sandboxed, and that a check's name is also a file name.
 */
export const REPORTED_ELSEWHERE: ReadonlySet<string> = new Set([
  'monit/uid-forbidden-by-sandbox',
  'monit/path-hidden-by-sandbox',
  'monit/invalid-name',
  'monit/no-restart-limit',
  'monit/timeout-below-unit',
]);
