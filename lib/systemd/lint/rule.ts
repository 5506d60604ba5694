import { issue, type Issue, type IssueText, type Severity } from '../../values';
import type { InstallDirectives } from '../sections/install.generated';
import type { ServiceDirectives } from '../sections/service';
import type { UnitDirectives } from '../sections/unit.generated';
import type { ServiceUnit } from '../units/service-unit';

/** Directives of an example, added to a service without problems, which has a command and a user. */
export interface LintExample {
  /** Directives of [Unit]. */
  readonly unit?: UnitDirectives;
  /** Directives of [Service]. */
  readonly service?: ServiceDirectives;
  /** Directives of [Install]. */
  readonly install?: InstallDirectives;
}

/** A rule about directives that are valid on their own but not together, or not in production. */
export interface LintRule {
  /** Code of its issues, by which they can be acknowledged. */
  readonly code: string;
  /** Consequence on a host, in one sentence. */
  readonly reason: string;
  /** A unit that breaks the rule. */
  readonly bad: () => LintExample;
  /** The same unit, corrected. */
  readonly good: () => LintExample;
  /** @internal Finds the rule's issues in a unit. */
  readonly find: (unit: ServiceUnit) => readonly Issue[];
}

/** A finding of a rule: an issue without its code, and with an optional severity. */
export type Finding = Pick<Issue, 'place'> &
  IssueText & {
    /**
     * Severity of the issue.
     * @default 'warning'
     */
    readonly severity?: Severity;
  };

/** The parts of a rule. */
export interface RuleParts<C extends string> extends Pick<LintRule, 'reason' | 'bad' | 'good'> {
  /** See {@link LintRule.code}. */
  readonly code: C;
  /** Finds any number of problems in a unit. */
  readonly find: (unit: ServiceUnit) => Finding | readonly Finding[] | undefined;
}

/** Creates a rule whose findings carry its code. */
export function rule<C extends string>({ find, ...parts }: RuleParts<C>): LintRule {
  return {
    ...parts,
    find: (unit) => {
      const found = find(unit) ?? [];
      return [found].flat().map(({ severity = 'warning', place, ...text }) => issue(severity, parts.code, place, text));
    },
  };
}
