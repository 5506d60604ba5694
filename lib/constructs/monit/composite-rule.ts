import type { IConstruct } from 'constructs';
import type { BundleFile } from '../../bundle';
import type { FilesystemCheck, ProcessRule, ProgramCheck, ProgramRule } from '../../monit';
import type { Duration, Issue } from '../../values';
import { isRecord } from '../props/read-props';
import type { SystemdService } from '../units/systemd-service';

/** Context of a composite rule: the check that it was given to, and one of the service's processes. */
export interface CompositeRuleContext {
  /** The check that the rule was given to. */
  readonly check: IConstruct;
  /** The service that the check watches. */
  readonly service: SystemdService;
  /** Name of the process's check. The names of a rule's own checks begin with it. */
  readonly checkName: string;
  /** Name of the process's unit. */
  readonly unitName: string;
  /** Directory on the host for the programs that Monit runs. */
  readonly directory: string;
  /** Minimum number of seconds between two restarts. */
  readonly cooldown: string;
  /** Number of cycles that a stop and a start may take. */
  readonly graceCycles: number;
  /** Length of Monit's cycle. */
  readonly interval: Duration;
}

/** Additions of a composite rule to the configuration of Monit and of the host. */
export interface CompositeRuleConfig {
  /**
   * Rules for the check of the process.
   * @default none
   */
  readonly process?: readonly ProcessRule[];
  /**
   * Rules for the check of the unit's state. Its program exits with 1 while systemd has given up on the unit, and once with 3 after a crash.
   * @default none
   */
  readonly state?: readonly ProgramRule[];
  /**
   * Separate checks, of a program's result or of a file system.
   * @default none
   */
  readonly checks?: readonly (ProgramCheck | FilesystemCheck)[];
  /**
   * Files that the checks need. Rules of one check may add the same file, with the same text; it is installed once.
   * @default none
   */
  readonly files?: readonly BundleFile[];
  /**
   * Paths of files that the host must have already.
   * @default none
   */
  readonly requiredFiles?: readonly string[];
}

/** A rule that may add to several checks, and whose issues and Monit rules depend on the service: what {@link SidekiqRules} returns. */
export interface ICompositeRule {
  /** True if the rule is about one process, so that each instance has its own; false if about something that all instances share. */
  readonly perProcess: boolean;
  /**
   * Returns the rule's own issues. Their places are within the rule: `['limit']`; an empty one is the rule as a whole.
   *
   * @param context context of the first process
   */
  issues(context: CompositeRuleContext): readonly Issue[];
  /**
   * Returns what the rule adds. Called only if it has no issues.
   *
   * @param context context of each process or, if the rule isn't about one, of the service
   */
  bind(context: CompositeRuleContext): CompositeRuleConfig;
}

/** Returns whether a value is a composite rule. */
export function isCompositeRule(rule: unknown): rule is ICompositeRule {
  return isRecord(rule) && typeof rule.issues === 'function' && typeof rule.bind === 'function';
}
