import type { Duration } from '../../values/duration';
import type { Issue, Severity } from '../../values/issue';
import { issue, type IssueText } from '../../values/make-issue';
import type { Place } from '../../values/place';
import type { Statement } from '../model';

/** Known facts about the host and its other control files. */
export interface ControlFileContext {
  /**
   * Version of the host's Monit: `5.33.0`.
   * @default unknown; checks that depend on it are skipped
   */
  readonly monitVersion?: string;
  /**
   * Length of Monit's cycle, if the file does not set it.
   * @default unknown; cycles aren't converted to time
   */
  readonly interval?: Duration;
  /**
   * Set if another control file includes this one, so that `set daemon` changes the timing of other checks.
   * @default true
   */
  readonly included?: boolean;
  /**
   * Names of the checks in the host's other control files.
   * @default unknown; a name that is missing here may be in another file
   */
  readonly otherChecks?: readonly string[];
  /**
   * Timeouts of units, by name: `sidekiq.service`.
   * @default 90 seconds each, systemd's default
   */
  readonly units?: Readonly<Record<string, UnitTimeouts>>;
  /**
   * State of a program on the host, by its path.
   * @default nothing is known
   */
  readonly program?: (path: string) => 'missing' | 'not executable' | undefined;
  /**
   * Places that statements and rules come from, by the object itself: `['rules', 3]` for a rule of a construct's properties. Issues name
   * these places instead of those in the control file. The place of a check or setting is that of its parts.
   * @default none: issues name the places in the control file
   */
  readonly origins?: ReadonlyMap<object, Place>;
}

/** Timeouts of a systemd unit. */
export interface UnitTimeouts {
  /** `TimeoutStartSec=`. */
  readonly start: Duration;
  /** `TimeoutStopSec=`. */
  readonly stop: Duration;
}

/** Input of a rule. */
export interface LintSubject {
  /** The control file's statements. */
  readonly statements: readonly Statement[];
  /** Known facts about the host and its other files. */
  readonly context: ControlFileContext;
}

/** A control file, with known facts about its host. */
export interface LintExample {
  /** The statements. */
  readonly statements: readonly Statement[];
  /**
   * The known facts.
   * @default none
   */
  readonly context?: ControlFileContext;
}

/** A rule that finds control files that Monit accepts but that probably don't work as intended. */
export interface LintRule {
  /** Code of its issues, used to acknowledge them. */
  readonly code: string;
  /** Severity of its issues. */
  readonly severity: Exclude<Severity, 'error'>;
  /** Reason for the rule. */
  readonly reason: string;
  /** Makes a control file that violates the rule. */
  readonly bad: () => LintExample;
  /** Makes the same control file, corrected. */
  readonly good: () => LintExample;
  /** @internal Finds the rule's issues in a control file. */
  readonly find: (subject: LintSubject) => readonly Issue[];
}

/** An issue without its code and severity. */
export type Finding = Pick<Issue, 'place'> & IssueText;

/** Parts that a rule is made from. */
export interface RuleParts extends Omit<LintRule, 'find'> {
  /** Finds problems, one by one. */
  readonly find: (subject: LintSubject) => Generator<Finding, void, undefined>;
}

/** Makes a rule that adds its code to its findings. */
export function rule({ find, ...parts }: RuleParts): LintRule {
  const { code, severity } = parts;
  return { ...parts, find: (subject) => Array.from(find(subject), ({ place, ...text }) => issue(severity, code, place, text)) };
}
