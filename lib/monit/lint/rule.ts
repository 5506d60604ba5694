import type { Issue, Severity } from '../../values/issue';
import type { Duration } from '../../values/duration';
import type { Statement } from '../model';

/** What is known about the host, and about the other control files there. */
export interface ControlFileContext {
  /** Version of the host's Monit, `5.33.0`. Default: unknown, and what depends on it is not judged. */
  readonly monitVersion?: string;
  /** Length of Monit's cycle, where the file does not say it. Default: unknown, and no time is computed of cycles. */
  readonly interval?: Duration;
  /** Whether another control file includes this one, and `set daemon` retimes the checks of others. Default: yes. */
  readonly included?: boolean;
  /** Names of the checks in the host's other control files. Default: unknown, and what is not in this file may be in another one. */
  readonly otherChecks?: readonly string[];
  /** How long systemd waits for a unit, by its name: `sidekiq.service`. Default: 90 seconds for each, as systemd has it. */
  readonly units?: Readonly<Record<string, UnitTimeouts>>;
  /** What is known of a program on the host, by its path. Default: nothing. */
  readonly program?: (path: string) => 'missing' | 'not executable' | undefined;
}

/** How long systemd waits for a unit. */
export interface UnitTimeouts {
  /** `TimeoutStartSec=`. */
  readonly start: Duration;
  /** `TimeoutStopSec=`. */
  readonly stop: Duration;
}

/** What a rule looks at. */
export interface LintSubject {
  /** The control file's statements. */
  readonly statements: readonly Statement[];
  /** What is known beside them. */
  readonly context: ControlFileContext;
}

/** A control file, and what is known about its host. */
export interface LintExample {
  /** The statements. */
  readonly statements: readonly Statement[];
  /** What is known. Default: nothing. */
  readonly context?: ControlFileContext;
}

/** A rule about a control file that Monit takes, and that hardly does what its author wants. */
export interface LintRule {
  /** Code of its issues; it can be acknowledged by it. */
  readonly code: string;
  /** How much it matters. */
  readonly severity: Exclude<Severity, 'error'>;
  /** Why it matters. */
  readonly reason: string;
  /** A control file that the rule finds fault with. */
  readonly bad: () => LintExample;
  /** The same, mended. */
  readonly good: () => LintExample;
  /** @internal What it finds in a control file. */
  readonly find: (subject: LintSubject) => readonly Issue[];
}

/** What a rule tells: an issue without its code and severity. */
export type Finding = Omit<Issue, 'code' | 'severity'>;

/** What a rule is made of. */
export interface RuleParts extends Omit<LintRule, 'find'> {
  /** What it finds, one after the other. */
  readonly find: (subject: LintSubject) => Generator<Finding, void, undefined>;
}

/** Makes a rule, whose findings carry its code. */
export function rule({ find, ...parts }: RuleParts): LintRule {
  const { code, severity } = parts;
  return { ...parts, find: (subject) => Array.from(find(subject), (finding) => ({ code, severity, ...finding })) };
}
