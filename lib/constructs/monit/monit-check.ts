import type { Construct } from 'constructs';
import type { BundlePart } from '../../bundle';
import {
  alert,
  controlFileIssues,
  exec,
  renderControlFile,
  when,
  type Action,
  type Check,
  type ProcessCheck,
  type ProcessRule,
  type Program,
} from '../../monit';
import { guardProgram } from '../../programs';
import { reportIssues } from '../../terraform';
import { Duration, error, inside, show, type Issue } from '../../values';
import { bundleFile } from '../host/host-file';
import { otherHost } from '../host/other-host';
import { otherStackIssues } from '../props/other-stack';
import { readProps } from '../props/read-props';
import type { SystemdService } from '../units/systemd-service';
import { checkOptions, foreignChecks } from './check-options';
import { isCompositeRule, type CompositeRuleConfig, type CompositeRuleContext, type ICompositeRule } from './composite-rule';
import { MonitCheckBase, REPORTED_ELSEWHERE } from './monit-check-base';
import { monitCheckIssues } from './monit-check-issues';
import { checkRules, type MonitCheckProps } from './monit-check-props';
import { controlDirectory, ensureMonit, monitInterval } from './monit-daemon';
import { conflictIssues, filesOfRules, type BoundRule } from './rule-files';
import { inProps, ruleFrom, WHEN_GONE, type RuleOrigins } from './rule-origins';
import { extraChecks } from './state-check';

const checks = new WeakMap<SystemdService, MonitCheck>();

/** Added to systemd's own timeouts, so that systemd's expire before Monit's. */
const MARGIN_SECONDS = 10;

/**
 * A Monit check of a service's main process.
 *
 * systemd restarts a process that has ended; Monit watches resources and alerts. If the process is missing for longer than a stop and
 * a start can take, the check alerts or runs `whenGone`. If Monit is the service's supervisor, it starts the service instead, unless an
 * operator has stopped it.
 *
 * Ready-made rules ({@link SidekiqRules}) about Sidekiq's queues, its Redis and its state add separate checks, which are named after
 * this one: `sidekiq-latency`.
 *
 * A service with instances has one check for each instance, `sidekiq@1`, all in one group.
 *
 * Errors: all that {@link controlFileIssues} finds, those of `monitCheckIssues`, `monit/invalid-rule`, `sidekiq/invalid-rule`,
 * `monit/conflicting-rules`, `sidekiq/rule-without-sidekiq`, `monit/check-of-instances`, `monit/duplicate-check`, `host/other-host`,
 * `stack/other-stack`, `stack/unknown-property`, `stack/invalid-property`, `stack/token-in-text`.
 *
 * Source: Monit manual, "SERVICE TESTS"
 *
 * @example
 * ```ts
 * const check = new MonitCheck(this, 'check', {
 *   service: sidekiq,
 *   pidfile,
 *   rules: SidekiqRules.recommended({ notify: slack.notify() }),
 * });
 * check.addRules(when.threads.above(200).forCycles(3).do(slack.notify()));
 * ```
 */
export class MonitCheck extends MonitCheckBase<'process', ProcessRule | ICompositeRule> {
  /** Service that the check watches. */
  public readonly service: SystemdService;
  private readonly props: MonitCheckProps;

  public constructor(scope: Construct, id: string, props: MonitCheckProps) {
    const { props: checked, issues } = readProps(props, checkRules);
    const { service, rules } = checked;
    super(scope, id, { kind: 'process', host: service.host, checkName: checked.checkName ?? service.baseName, rules });
    this.props = checked;
    this.service = service;
    const elsewhere = otherStackIssues(this, ['service'], this.service);
    if (elsewhere.length > 0) {
      reportIssues(this, () => [...issues, ...elsewhere]);
      return;
    }
    const first = checks.get(this.service);
    if (first !== undefined) {
      reportIssues(this, () => [...issues, secondCheck(first)]);
      return;
    }
    checks.set(this.service, this);
    this.service.watch();
    ensureMonit(this.host);
    reportIssues(this, () => [...issues, ...this.ruleIssues(), ...this.issues()]);
    this.host.addPart(() => this.part());
  }

  /** Context for the rules of one instance or, if undefined, for those that all instances share. */
  private contextOf(instance: string | undefined): CompositeRuleContext {
    const { baseName, unitName } = this.service;
    return {
      check: this,
      service: this.service,
      checkName: instance === undefined ? this.checkName : `${this.checkName}@${instance}`,
      unitName: instance === undefined ? `${baseName}.service` : unitName.replace('@', `@${instance}`),
      directory: `/usr/local/lib/cdktf-sidekiq/${unitName}`,
      cooldown: String(Math.round((this.props.restartCooldown ?? Duration.minutes(10)).toSeconds())),
      graceCycles: this.graceCycles(),
      interval: monitInterval(this.host),
    };
  }

  /** Rules of the process check that the user gave, or that composite rules add. */
  private ownRules(context: CompositeRuleContext, origins: RuleOrigins): readonly ProcessRule[] {
    return this.givenRules().flatMap((given, index) => {
      const rules = isCompositeRule(given) ? (bind(given, context).process ?? []) : this.isFinished(given) ? [given] : [];
      return rules.map((rule) => ruleFrom(['rules', index], rule, origins));
    });
  }

  private composites(): readonly ICompositeRule[] {
    return this.givenRules().filter(isCompositeRule);
  }

  /** Composite rules, as bound to what all instances share. */
  private boundRules(): readonly BoundRule[] {
    const context = this.contextOf(undefined);
    return this.givenRules().flatMap((rule, index) =>
      isCompositeRule(rule) ? [{ place: ['rules', index], config: bind(rule, context) }] : [],
    );
  }

  private part(): BundlePart {
    const { directory } = this.contextOf(undefined);
    const checks = this.checks();
    const lines = renderControlFile({ statements: checks }).split('\n');
    const { adopt } = this.props;
    const rules = this.boundRules();
    return {
      files: [
        bundleFile(this, { path: `${controlDirectory(this.host)}/${this.checkName}`, mode: '0600', adopt }, lines, 'monit'),
        bundleFile(this, { path: `${directory}/guard`, mode: '0755' }, guardProgram.split('\n')),
        ...filesOfRules(rules),
      ],
      checks: checks.map(({ name }) => ({ name, claimedBy: this.node.path, adopt })),
      requires: { files: rules.flatMap(({ config }) => config.requiredFiles ?? []) },
    };
  }

  /**
   * All checks: each process, the state of its unit, and those that ready-made rules add.
   *
   * @param instances instances of the service
   * @param origins receives the places that the processes' rules come from
   */
  private checks(instances = this.instances(), origins: RuleOrigins = new Map()): readonly Check[] {
    const revives = this.props.revive === true;
    const shared = this.contextOf(undefined);
    const single = this.service.instances.length === 0;
    const units = instances.flatMap((instance): readonly Check[] => {
      const context = this.contextOf(instance);
      const own = this.composites().filter(({ perProcess }) => single || perProcess);
      return [this.process(instance, origins), ...extraChecks(bound(own, context), revives, context)];
    });
    const common = this.composites().filter(({ perProcess }) => !single && !perProcess);
    const others = extraChecks(bound(common, shared), false, shared);
    const all = [...units, ...others];
    const { onReboot, alerts, noAlerts, groups } = checkOptions(this.props);
    // One group shows all of them: `monit -g sidekiq summary`.
    const given = { onReboot, alerts, noAlerts, groups: groups ?? (all.length > 1 || !single ? [this.checkName] : undefined) };
    const same = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return all.map((check): Check => ({ ...check, ...same }));
  }

  private instances(): readonly (string | undefined)[] {
    return this.service.instances.length === 0 ? [undefined] : this.service.instances;
  }

  private process(instance: string | undefined, origins: RuleOrigins): ProcessCheck {
    const { pidfile, matching } = this.props;
    const file = typeof pidfile === 'object' ? pidfile.pathOf(instance) : pidfile;
    const finder = file !== undefined ? { pidfile: file } : { matching: matching ?? '' };
    const context = this.contextOf(instance);
    return {
      statement: 'check process',
      name: context.checkName,
      ...finder,
      ...this.programs(context),
      ...checkOptions(this.props),
      rules: this.allRules(context, origins),
    };
  }

  private programs({ unitName, directory, cooldown }: CompositeRuleContext): Pick<ProcessCheck, 'start' | 'stop' | 'restart'> {
    const stop = Math.ceil(this.service.stopTimeout.toSeconds());
    const start = Math.ceil(this.service.startTimeout.toSeconds());
    const systemctl = (verb: string, seconds: number): Program => ({
      argv: ['/bin/systemctl', verb, unitName],
      timeout: Duration.seconds(seconds + MARGIN_SECONDS),
    });
    const restart = this.props.restart ?? {
      argv: [`${directory}/guard`, 'restart', unitName, cooldown],
      timeout: Duration.seconds(stop + start + MARGIN_SECONDS),
    };
    return {
      start: this.props.start ?? systemctl('start', start),
      stop: this.props.stop ?? systemctl('stop', stop),
      ...(restart === 'stop-start' ? {} : { restart }),
    };
  }

  /**
   * Adds a `doesNotExist` rule unless the user gave one. By default Monit restarts a missing process at once, even one that is starting
   * or stopping, or that an operator has stopped.
   */
  private allRules(context: CompositeRuleContext, origins: RuleOrigins): readonly ProcessRule[] {
    const { unitName, directory, cooldown, graceCycles } = context;
    const rules = this.ownRules(context, origins);
    const withGone = (action: Action): readonly ProcessRule[] => [
      ruleFrom(WHEN_GONE, when.doesNotExist().forCycles(graceCycles).do(action), origins),
      ...rules,
    ];
    if (this.service.supervisor === 'systemd') {
      const given = rules.some(({ test }) => test.test === 'doesNotExist');
      return given ? rules : withGone(this.props.whenGone ?? alert());
    }
    const written = this.givenRules().some((rule) => !isCompositeRule(rule) && this.isFinished(rule) && rule.test.test === 'doesNotExist');
    return written ? rules : withGone(exec([`${directory}/guard`, 'revive', unitName, cooldown], { repeatEvery: graceCycles }));
  }

  /** Number of cycles that a stop and a start can take. */
  private graceCycles(): number {
    const seconds = this.service.stopTimeout.toSeconds() + this.service.startTimeout.toSeconds();
    return Math.floor(seconds / Math.max(1, monitInterval(this.host).toSeconds())) + 1;
  }

  private ruleIssues(): readonly Issue[] {
    const context = this.contextOf(this.instances()[0]);
    return this.givenRules().flatMap((rule, index) =>
      isCompositeRule(rule) ? rule.issues(context).map((issue) => inside(['rules', index], issue)) : this.unfinishedRule(rule, index),
    );
  }

  /** A single pidfile or pattern finds only one process, so a service with instances needs PidfileHooks. */
  private finderIssues(): readonly Issue[] {
    const { pidfile, matching } = this.props;
    if (this.service.instances.length === 0 || (typeof pidfile === 'object' && matching === undefined)) return [];
    return [
      error('monit/check-of-instances', [matching === undefined ? 'pidfile' : 'matching'], {
        problem: `${show(pidfile ?? matching)} finds only one process, and the service has instances`,
        remedy:
          'Use PidfileHooks of the service, which keep a pidfile for each instance: otherwise Monit takes all instances for one process.',
      }),
    ];
  }

  private issues(): readonly Issue[] {
    // All instances have the same issues.
    const [first] = this.instances();
    const origins: RuleOrigins = new Map();
    const checks = this.checks([first], origins);
    // The first is that of the process.
    const check = checks[0] as ProcessCheck;
    const rules = check.rules.flatMap((rule) => {
      const place = origins.get(rule)!;
      return place === WHEN_GONE ? [] : [{ rule, place }];
    });
    const context = { monitVersion: this.host.platform.monit, origins: new Map([[check, []], ...origins]) };
    const { matching, whenGone } = this.props;
    return [
      ...this.finderIssues(),
      ...conflictIssues(this.boundRules()),
      ...controlFileIssues({ statements: checks }, context)
        .filter(({ code }) => !REPORTED_ELSEWHERE.has(code) && (code !== 'monit/empty-pattern' || matching !== undefined))
        .flatMap((issue) => inProps(issue, whenGone)),
      ...monitCheckIssues({ check, props: this.props, rules, graceCycles: this.graceCycles() }),
      ...foreignChecks(this.props, this.host).map(([index, other]) => otherHost(['dependsOn', index], other.node.path)),
    ];
  }
}

function bind(rule: ICompositeRule, context: CompositeRuleContext): CompositeRuleConfig {
  return rule.issues(context).length > 0 ? {} : rule.bind(context);
}

function bound(rules: readonly ICompositeRule[], context: CompositeRuleContext): readonly CompositeRuleConfig[] {
  return rules.map((rule) => bind(rule, context));
}

function secondCheck(first: MonitCheck): Issue {
  return error('monit/duplicate-check', ['service'], {
    problem: `the service already has a MonitCheck, ${show(first.node.path)}`,
    remedy: 'Add the rules to that one with addRules.',
  });
}
