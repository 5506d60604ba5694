import type { Construct } from 'constructs';
import { controlFileIssues, renderControlFile, type Action, type Check, type CheckKind, type Program, type RuleOf } from '../../monit';
import { reportIssues } from '../../terraform';
import type { Issue, Place } from '../../values';
import { bundleFile } from '../host/host-file';
import { hostProp } from '../host/host-prop';
import type { IHostTarget } from '../host/host-target';
import { otherHost } from '../host/other-host';
import { otherStackIssues } from '../props/other-stack';
import type { PropRules } from '../props/read-props';
import { actionIssues, sandboxIssues } from './action-issues';
import { checkNameIssues } from './check-name';
import { checkOptionRules, checkOptions, foreignChecks, type CheckOptions } from './check-options';
import { MonitCheckBase, REPORTED_ELSEWHERE } from './monit-check-base';
import { controlDirectory, ensureMonit } from './monit-daemon';
import { programRule } from './program-rule';
import { inProps, ruleFrom, WHEN_GONE, type RuleOrigins } from './rule-origins';
import { actionProblem } from './rule-problem';

/** Properties of every check of something other than a service. */
export interface MonitResourceCheckProps extends CheckOptions {
  /** The host whose Monit runs the check. */
  readonly host: IHostTarget;
  /**
   * Program that `monit start` and the action `start` run.
   * @default none
   */
  readonly start?: Program;
  /**
   * Program that `monit stop` and the action `stop` run.
   * @default none
   */
  readonly stop?: Program;
  /**
   * Program that `monit restart` and the action `restart` run.
   * @default the stop program, then the start program
   */
  readonly restart?: Program;
}

/** Properties of a check of something that may not exist. */
export interface MonitPathCheckProps extends MonitResourceCheckProps {
  /**
   * Action when the watched object doesn't exist, unless a rule uses `when.doesNotExist()`.
   * @default alert(); Monit's own default is a restart
   */
  readonly whenGone?: Action;
}

/** Validation rules for the properties of every check of something other than a service. Its Monit rules are checked one by one. */
export const resourceCheckRules: PropRules<MonitResourceCheckProps> = {
  ...checkOptionRules,
  host: hostProp,
  start: programRule,
  stop: programRule,
  restart: programRule,
};

/** Validation rules for the properties of a check of something that may not exist. */
export const pathCheckRules: PropRules<MonitPathCheckProps> = {
  ...resourceCheckRules,
  whenGone: { valid: 'an action like alert() or slack.notify()', problem: actionProblem },
};

/** Validation rule for the Monit rules of a check, which are checked one by one. */
export const ruleList = {
  valid: 'a list of rules',
  tokens: true,
  problem: (value: unknown): string | undefined => (Array.isArray(value) ? undefined : 'is not a list'),
} as const;

/** A check of one kind, in Monit's model. */
type CheckOf<K extends CheckKind> = Extract<Check, { readonly statement: `check ${K}` }>;

/** Configuration of one kind of check. */
export interface ResourceCheckConfig<K extends CheckKind> {
  /** Kind of check, as after `check` in the control file. */
  readonly kind: K;
  /** Properties that every kind has. */
  readonly props: MonitResourceCheckProps & { readonly rules?: readonly RuleOf<K>[] };
  /** Issues found in the properties. */
  readonly issues: readonly Issue[];
  /** Fields of the check that are specific to its kind: what it watches. */
  readonly watches: Omit<CheckOf<K>, 'statement' | 'name' | 'rules' | keyof CheckOptions | 'start' | 'stop' | 'restart'>;
  /**
   * Name of the check if none is given.
   * @default the construct's id
   */
  readonly defaultName?: string;
  /**
   * Rule that is added if no other rule covers an object that doesn't exist.
   * @default none
   */
  readonly gone?: RuleOf<K>;
}

/** Placeholder that Monit replaces with the host's own name, only in a check of the system. */
export const HOST_NAME = '$HOST';

/**
 * A check of something other than a service.
 *
 * Source: Monit manual, "Service checks"
 *
 * @example
 * ```ts
 * const checks: readonly MonitResourceCheck[] = [
 *   new MonitFilesystemCheck(this, 'data', { host, path: '/srv' }),
 *   new MonitNetworkCheck(this, 'uplink', { host, interface: 'eth0' }),
 * ];
 * new MonitCheck(this, 'check', { service: sidekiq, pidfile, dependsOn: checks });
 * ```
 */
export abstract class MonitResourceCheck<K extends CheckKind = CheckKind> extends MonitCheckBase<K> {
  /**
   * Creates a check from the configuration of its kind.
   * @internal
   */
  protected constructor(scope: Construct, id: string, config: ResourceCheckConfig<K>) {
    const { kind, props, issues } = config;
    super(scope, id, { kind, host: props.host, checkName: props.checkName ?? config.defaultName ?? id, rules: props.rules });
    const elsewhere = otherStackIssues(this, ['host'], props.host);
    if (elsewhere.length > 0) {
      reportIssues(this, () => [...issues, ...elsewhere]);
      return;
    }
    ensureMonit(this.host);
    reportIssues(this, () => [...issues, ...this.issues(config)]);
    this.host.addPart(() => ({
      files: [
        bundleFile(
          this,
          { path: `${controlDirectory(this.host)}/${this.fileName}`, mode: '0600', adopt: props.adopt },
          renderControlFile({ statements: [this.check(config)] }).split('\n'),
          'monit',
        ),
      ],
      // Monit fills this name in, so it can't be claimed.
      checks: this.checkName === HOST_NAME ? [] : [{ name: this.checkName, claimedBy: this.node.path, adopt: props.adopt }],
    }));
  }

  private get fileName(): string {
    return this.checkName === HOST_NAME ? this.node.id : this.checkName;
  }

  private check({ kind, props, watches, gone }: ResourceCheckConfig<K>, origins: RuleOrigins = new Map()): Check {
    const own = this.givenRules().flatMap((rule, index) => (this.isFinished(rule) ? [ruleFrom(['rules', index], rule, origins)] : []));
    const rules = gone === undefined || hasExistenceRule(own) ? own : [ruleFrom(WHEN_GONE, gone, origins), ...own];
    const { start, stop, restart } = props;
    const programs = Object.fromEntries(Object.entries({ start, stop, restart }).filter(([, program]) => program !== undefined));
    return { statement: `check ${kind}`, name: this.checkName, ...watches, ...checkOptions(props), ...programs, rules } as unknown as Check;
  }

  private issues(config: ResourceCheckConfig<K>): readonly Issue[] {
    const { props, gone } = config;
    const { host } = this;
    const origins: RuleOrigins = new Map();
    const check = this.check(config, origins);
    const context = { monitVersion: host.platform.monit, origins: new Map([[check, []], ...origins]) };
    return [
      ...this.givenRules().flatMap((rule, index) => this.unfinishedRule(rule, index)),
      ...checkNameIssues(this.fileName),
      ...controlFileIssues({ statements: [check] }, context)
        .filter(({ code }) => !REPORTED_ELSEWHERE.has(code))
        .flatMap((issue) => inProps(issue, gone?.action)),
      ...check.rules.flatMap((rule) => ruleActionIssues(rule, origins.get(rule)!, host)),
      ...(['start', 'stop', 'restart'] as const).flatMap((name) =>
        props[name] === undefined ? [] : sandboxIssues([name], props[name], host),
      ),
      ...foreignChecks(props, host).map(([index, check]) => otherHost(['dependsOn', index], check.node.path)),
    ];
  }
}

function hasExistenceRule(rules: readonly unknown[]): boolean {
  return rules.some((rule) => (rule as { readonly test: { readonly test: string } }).test.test === 'doesNotExist');
}

function ruleActionIssues(rule: unknown, place: Place, host: IHostTarget): readonly Issue[] {
  const { action, recovery } = rule as { readonly action: Action; readonly recovery?: { readonly action: Action } };
  return [action, recovery?.action].flatMap((each) => (each === undefined ? [] : actionIssues(each, place, host)));
}
