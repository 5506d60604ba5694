import type { Construct } from 'constructs';
import { controlFileIssues, renderControlFile, type Action, type Check, type CheckKind, type Program, type RuleOf } from '../monit';
import { reportIssues } from '../terraform';
import type { Issue } from '../values';
import { actionIssues, sandboxIssues } from './action-issues';
import { checkNameIssues } from './check-name';
import { checkOptionRules, checkOptions, foreignChecks, type CheckOptions } from './check-options';
import { bundleFile } from './host-file';
import type { IHostTarget } from './host-target';
import { inProps, MonitCheckBase, TOLD_BETTER } from './monit-check-base';
import { controlDirectory, ensureMonit } from './monit-daemon';
import { otherStackIssues } from './other-stack';
import * as is from './prop-kinds';
import type { PropRules } from './props';
import { programRule } from './program-rule';
import { actionProblem } from './rule-problem';
import { otherHost } from './service-issues';

/** Properties of every check of something else than a service. */
export interface MonitResourceCheckProps extends CheckOptions {
  /** The host whose Monit watches. */
  readonly host: IHostTarget;
  /**
   * What `monit start` and the action `start` run.
   * @default nothing
   */
  readonly start?: Program;
  /**
   * What `monit stop` and the action `stop` run.
   * @default nothing
   */
  readonly stop?: Program;
  /**
   * What `monit restart` and the action `restart` run.
   * @default the stop program, then the start program
   */
  readonly restart?: Program;
}

/** Properties of a check of something that may be there or not. */
export interface MonitPathCheckProps extends MonitResourceCheckProps {
  /**
   * What Monit does when it is not there, where no rule says `when.doesNotExist()`.
   * @default alert(): Monit by itself would restart
   */
  readonly whenGone?: Action;
}

/** What the properties of every check of something else than a service must be; its rules are looked at one by one. */
export const resourceCheckRules: PropRules<MonitResourceCheckProps> = {
  ...checkOptionRules,
  host: is.host,
  start: programRule,
  stop: programRule,
  restart: programRule,
};

/** What those of a check of something that may be there or not must be. */
export const pathCheckRules: PropRules<MonitPathCheckProps> = {
  ...resourceCheckRules,
  whenGone: { expected: 'an action like alert() or slack.notify()', problem: actionProblem },
};

/** Rules of a kind of check: looked at one by one. */
export const ruleList = {
  expected: 'a list of rules',
  tokens: true,
  problem: (value: unknown): string | undefined => (Array.isArray(value) ? undefined : 'is not a list'),
} as const;

/** A check in Monit's words, but for what all checks have. */
type CheckOf<K extends CheckKind> = Extract<Check, { readonly statement: `check ${K}` }>;

/** What a kind of check is made by. */
export interface ResourceCheckMaking<K extends CheckKind> {
  /** The word after `check`. */
  readonly kind: K;
  /** The properties that all have. */
  readonly props: MonitResourceCheckProps & { readonly rules?: readonly RuleOf<K>[] };
  /** What was wrong with the properties. */
  readonly issues: readonly Issue[];
  /** What it watches, in Monit's words. */
  readonly watches: Omit<CheckOf<K>, 'statement' | 'name' | 'rules' | keyof CheckOptions | 'start' | 'stop' | 'restart'>;
  /** The check's name, where none is given; the construct's id, if left out. */
  readonly usualName?: string;
  /** What Monit is told where no rule says what becomes of something that is not there. */
  readonly gone?: RuleOf<K>;
}

/** What Monit fills in with the host's own name, in a check of the system alone. */
export const HOST_NAME = '$HOST';

/**
 * A check of something else than a service.
 *
 * Source: Monit manual, "Service checks"
 */
export abstract class MonitResourceCheck<K extends CheckKind = CheckKind> extends MonitCheckBase<K> {
  /**
   * What a kind of check is made by.
   * @internal
   */
  protected constructor(scope: Construct, id: string, making: ResourceCheckMaking<K>) {
    const { kind, props, issues } = making;
    super(scope, id, { kind, host: props.host, checkName: props.checkName ?? making.usualName ?? id, rules: props.rules });
    const elsewhere = otherStackIssues(this, 'host', props.host);
    if (elsewhere.length > 0) {
      reportIssues(this, () => [...issues, ...elsewhere]);
      return;
    }
    ensureMonit(this.host);
    reportIssues(this, () => [...issues, ...this.issues(making)]);
    this.host.addPart(() => ({
      files: [
        bundleFile(
          this,
          { path: `${controlDirectory(this.host)}/${this.fileName}`, mode: '0600', adopt: props.adopt },
          renderControlFile({ statements: [this.check(making)] }).split('\n'),
          'monit',
        ),
      ],
      // What Monit fills in is nobody's to claim.
      checks: this.checkName === HOST_NAME ? [] : [{ name: this.checkName, claimedBy: this.node.path, adopt: props.adopt }],
    }));
  }

  private get fileName(): string {
    return this.checkName === HOST_NAME ? this.node.id : this.checkName;
  }

  private check({ kind, props, watches, gone }: ResourceCheckMaking<K>): Check {
    const own = this.givenRules().filter((rule) => this.isFinished(rule));
    const rules = gone === undefined || saysWhenGone(own) ? own : [gone, ...own];
    const { start, stop, restart } = props;
    const programs = Object.fromEntries(Object.entries({ start, stop, restart }).filter(([, program]) => program !== undefined));
    return { statement: `check ${kind}`, name: this.checkName, ...watches, ...checkOptions(props), ...programs, rules } as unknown as Check;
  }

  private issues(making: ResourceCheckMaking<K>): readonly Issue[] {
    const { props, gone } = making;
    const given = this.givenRules();
    const places = given.flatMap((rule, index) => (this.isFinished(rule) ? [index] : []));
    const added = gone === undefined || saysWhenGone(given.filter((rule) => this.isFinished(rule))) ? 0 : 1;
    const place = (text: string): string =>
      text.replace(/\brules\[(\d+)\]/g, (all, index) => `rules[${places[Number(index) - added] ?? all}]`);
    const { host, checkName } = this;
    return [
      ...given.flatMap((rule, index) => this.unfinishedRule(rule, index)),
      ...checkNameIssues(this.fileName),
      ...controlFileIssues({ statements: [this.check(making)] }, { monitVersion: host.platform.monit })
        .filter(({ code }) => !TOLD_BETTER.has(code))
        .map((issue) => inProps(issue, checkName))
        // The first rule is ours, but for its action.
        .map((issue) =>
          added === 1 && issue.property.startsWith('rules[0]')
            ? { ...issue, property: issue.property.replace(/^rules\[0\]\.action\b/, 'whenGone') }
            : { ...issue, property: place(issue.property), got: place(issue.got) },
        )
        .filter(({ property }) => !property.startsWith('rules[undefined]')),
      ...places.flatMap((index) => ruleActionIssues(given[index]!, `rules[${index}]`, host)),
      ...(added === 1 ? ruleActionIssues(gone!, 'whenGone', host) : []),
      ...(['start', 'stop', 'restart'] as const).flatMap((name) =>
        props[name] === undefined ? [] : sandboxIssues(name, props[name], host),
      ),
      ...foreignChecks(props, host).map(([index, check]) => otherHost(`dependsOn[${index}]`, check.node.path)),
    ];
  }
}

function saysWhenGone(rules: readonly unknown[]): boolean {
  return rules.some((rule) => (rule as { readonly test: { readonly test: string } }).test.test === 'doesNotExist');
}

function ruleActionIssues(rule: unknown, property: string, host: IHostTarget): readonly Issue[] {
  const { action, recovery } = rule as { readonly action: Action; readonly recovery?: { readonly action: Action } };
  return [action, recovery?.action].flatMap((each) => (each === undefined ? [] : actionIssues(each, property, host)));
}
