import { Construct } from 'constructs';
import type { BundlePart } from '../bundle';
import {
  alert,
  controlFileIssues,
  exec,
  renderControlFile,
  when,
  type ControlFile,
  type ProcessCheck,
  type ProcessRule,
  type Program,
  type ProgramCheck,
} from '../monit';
import { guardProgram } from '../programs';
import { reportIssues } from '../terraform';
import { Duration, show, type Issue } from '../values';
import { bundleFile } from './host-file';
import { CONTROL_DIRECTORY, ensureMonit, monitInterval } from './monit-daemon';
import { monitCheckIssues } from './monit-check-issues';
import { checkRules, type MonitCheckProps } from './monit-check-props';
import { otherStackIssues } from './other-stack';
import { readProps } from './props';
import { ruleProblem } from './rule-problem';
import { hasTokenWithin, tokenIssue } from './tokens';
import type { SystemdService } from './systemd-service';

const checks = new WeakMap<SystemdService, MonitCheck>();

/** Above systemd's own time-outs, so that it is systemd that decides. */
const MARGIN_SECONDS = 10;

/**
 * A Monit check of a service's main process.
 *
 * systemd restarts what is gone; Monit watches resources and tells. So the check says what "does not exist" means: after
 * as many cycles as a stop and a start may take, it tells or does what `whenGone` says (or, where Monit is the service's
 * supervisor, starts the service unless an operator has stopped it).
 *
 * Errors: all that {@link controlFileIssues} finds, those of `monitCheckIssues`, `constructs/bad-rule`,
 * `constructs/second-monit-check`, `constructs/other-stack`, `constructs/unknown-property`, `constructs/bad-property`, `constructs/token-in-text`.
 *
 * Source: Monit manual, "SERVICE TESTS"
 */
export class MonitCheck extends Construct {
  /** The service that is watched. */
  public readonly service: SystemdService;
  /** Name of the check. */
  public readonly checkName: string;
  private readonly props: MonitCheckProps;
  private readonly given: ProcessRule[];

  public constructor(scope: Construct, id: string, props: MonitCheckProps) {
    super(scope, id);
    const { props: checked, issues } = readProps(props, checkRules);
    this.props = checked;
    this.service = checked.service;
    this.checkName = checked.checkName ?? checked.service.baseName;
    this.given = [...(checked.rules ?? [])];
    const elsewhere = otherStackIssues(this, 'service', this.service);
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
    ensureMonit(this.service.host);
    reportIssues(this, () => [...issues, ...this.unfinishedRules(), ...this.issues()]);
    this.service.host.addPart(() => this.part());
  }

  /** Adds rules, after those that the check has. */
  public addRules(...rules: readonly ProcessRule[]): void {
    this.given.push(...rules);
  }

  private get rules(): readonly ProcessRule[] {
    return this.given.filter((rule) => ruleProblem(rule) === undefined && !hasTokenWithin(rule));
  }

  private get guard(): string {
    return `/usr/local/lib/cdktf-sidekiq/${this.service.unitName}/guard`;
  }

  private get cooldown(): string {
    return String(Math.round((this.props.restartCooldown ?? Duration.minutes(10)).toSeconds()));
  }

  private part(): BundlePart {
    const statements = this.controlFile().statements;
    const lines = renderControlFile({ statements }).split('\n');
    const { adopt } = this.props;
    return {
      files: [
        bundleFile(this, { path: `${CONTROL_DIRECTORY}/${this.checkName}`, mode: '0600', adopt }, lines, 'monit'),
        bundleFile(this, { path: this.guard, mode: '0755' }, guardProgram.split('\n')),
      ],
      checks: [this.process(), ...this.reviver()].map(({ name }) => ({ name, claimedBy: this.node.path, adopt })),
    };
  }

  private controlFile(): ControlFile {
    return { statements: [this.process(), ...this.reviver()] };
  }

  private process(): ProcessCheck {
    const { pidfile, matching } = this.props;
    const file = typeof pidfile === 'object' ? pidfile.path : pidfile;
    const finder = file !== undefined ? { pidfile: file } : { matching: matching ?? '' };
    return { statement: 'check process', name: this.checkName, ...finder, ...this.programs(), rules: this.allRules() };
  }

  private programs(): Pick<ProcessCheck, 'start' | 'stop' | 'restart'> {
    const stop = Math.ceil(this.service.stopTimeout.toSeconds());
    const start = Math.ceil(this.service.startTimeout.toSeconds());
    const systemctl = (verb: string, seconds: number): Program => ({
      argv: ['/bin/systemctl', verb, this.service.unitName],
      timeout: Duration.seconds(seconds + MARGIN_SECONDS),
    });
    const restart = this.props.restart ?? {
      argv: [this.guard, 'restart', this.service.unitName, this.cooldown],
      timeout: Duration.seconds(stop + start + MARGIN_SECONDS),
    };
    return {
      start: this.props.start ?? systemctl('start', start),
      stop: this.props.stop ?? systemctl('stop', stop),
      ...(restart === 'stop-start' ? {} : { restart }),
    };
  }

  /** Monit's own answer to a process that is gone is to restart at once, whether it is starting, stopping or was stopped. */
  private allRules(): readonly ProcessRule[] {
    if (this.rules.some((rule) => rule.test.test === 'doesNotExist')) return this.rules;
    const cycles = this.patience();
    const gone = when.doesNotExist().forCycles(cycles);
    return this.service.supervisor === 'systemd'
      ? [gone.do(this.props.whenGone ?? alert()), ...this.rules]
      : [gone.do(exec([this.guard, 'revive', this.service.unitName, this.cooldown], { repeatEvery: cycles })), ...this.rules];
  }

  /** The cycles that a stop and a start may take. */
  private patience(): number {
    const seconds = this.service.stopTimeout.toSeconds() + this.service.startTimeout.toSeconds();
    return Math.floor(seconds / Math.max(1, monitInterval(this.service.host).toSeconds())) + 1;
  }

  private reviver(): readonly ProgramCheck[] {
    if (this.props.revive !== true) return [];
    return [
      {
        statement: 'check program',
        name: `${this.checkName}-gave-up`,
        program: { argv: [this.guard, 'check', this.service.unitName], timeout: Duration.seconds(30) },
        rules: [when.status.notEqual(0).do(exec([this.guard, 'revive', this.service.unitName, this.cooldown], { repeatEvery: 1 }))],
      },
    ];
  }

  private unfinishedRules(): readonly Issue[] {
    return this.given.flatMap((rule, index): Issue[] => {
      const property = `rules[${index}]`;
      if (hasTokenWithin(rule)) return [tokenIssue(property)];
      const problem = ruleProblem(rule);
      return problem === undefined ? [] : [unfinishedRule(property, problem)];
    });
  }

  private issues(): readonly Issue[] {
    const check = this.process();
    const own = this.rules;
    const places = this.given.flatMap((rule, index) => (own.includes(rule) ? [index] : []));
    const added = check.rules.length - own.length;
    const inFile = controlFileIssues(this.controlFile(), { monitVersion: this.service.host.platform.monit })
      .filter(({ code }) => !TOLD_BETTER.has(code) && (code !== 'monit/empty-pattern' || this.props.matching !== undefined))
      .map((issue) => inProps(issue, check.name))
      // Ours is right, or what is wrong with it is told by what it follows from; its action is the user's.
      .map((issue) => (added === 0 || this.props.whenGone === undefined ? issue : ofWhenGone(issue)))
      .filter(({ property }) => added === 0 || !property.startsWith('rules[0]'));
    const between = monitCheckIssues({ check, props: this.props, rules: own, patience: this.patience() });
    return [
      ...inFile.map((issue) => asGiven(issue, (index) => places[index - added])),
      ...between.map((issue) => asGiven(issue, (index) => places[index])),
    ];
  }
}

/** What the construct knows more of: which platform is sandboxed, that a check's name is that of a file, the unit's time-outs. */
const TOLD_BETTER = new Set([
  'monit/uid-forbidden-by-sandbox',
  'monit/path-hidden-by-sandbox',
  'monit/name',
  'monit/no-restart-limit',
  'monit/timeout-below-unit',
]);

/** In a control file a check stands among others: `sidekiq.rules[1]`. */
function inProps(issue: Issue, checkName: string): Issue {
  const [prefix] = [`${checkName}.`, `${show(checkName)}.`].filter((each) => issue.property.startsWith(each));
  return prefix === undefined ? issue : { ...issue, property: issue.property.slice(prefix.length) };
}

/** The action of the first rule, by the name that the user gave it. */
function ofWhenGone(issue: Issue): Issue {
  return { ...issue, property: issue.property.replace(/^rules\[0\]\.action\b/, 'whenGone') };
}

/** Rules are counted as the user gave them: the check may have one of its own before them, and leaves out what is none. */
function asGiven(issue: Issue, place: (index: number) => number | undefined): Issue {
  const renumbered = (text: string): string => text.replace(/\brules\[(\d+)\]/g, (all, index) => `rules[${place(Number(index)) ?? all}]`);
  return { ...issue, property: renumbered(issue.property), got: renumbered(issue.got) };
}

function secondCheck(first: MonitCheck): Issue {
  return {
    code: 'constructs/second-monit-check',
    severity: 'error',
    property: 'service',
    got: `a service that has one: ${first.node.path}`,
    expected: 'one MonitCheck for each service',
    remedy: 'Give the rules to the first one: addRules.',
  };
}

function unfinishedRule(property: string, problem: string): Issue {
  return {
    code: 'constructs/bad-rule',
    severity: 'error',
    property,
    got: `something that ${problem}`,
    expected: 'a rule like when.totalMemory.above(Size.mebibytes(800)).forCycles(3).do(restart())',
    remedy: 'Begin it with `when` and end it with `.do(…)`.',
  };
}
