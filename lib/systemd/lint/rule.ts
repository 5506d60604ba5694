import type { Issue, Severity } from '../../values';
import type { InstallDirectives } from '../sections/install.generated';
import type { ServiceDirectives } from '../sections/service';
import type { UnitDirectives } from '../sections/unit.generated';
import type { ServiceUnit } from '../units/service-unit';

/** What an example sets, beside a service that has no fault: it has a command, and runs as a user. */
export interface LintExample {
  /** Directives of [Unit]. */
  readonly unit?: UnitDirectives;
  /** Directives of [Service]. */
  readonly service?: ServiceDirectives;
  /** Directives of [Install]. */
  readonly install?: InstallDirectives;
}

/** A rule about directives that are fine one by one, and not together, or not in production. */
export interface LintRule {
  /** Code of its issues; it can be acknowledged by it. */
  readonly code: string;
  /** Why it matters. */
  readonly reason: string;
  /** A unit that the rule finds fault with. */
  readonly bad: () => LintExample;
  /** The same unit, mended. */
  readonly good: () => LintExample;
  /** @internal What it finds in a unit. */
  readonly find: (unit: ServiceUnit) => readonly Issue[];
}

/** What a rule tells: an issue without its code, and without its severity where that is `warning`. */
export interface Finding extends Omit<Issue, 'code' | 'severity'> {
  /** Default: warning. */
  readonly severity?: Severity;
}

/** What a rule is made of. */
export interface RuleParts<C extends string> extends Pick<LintRule, 'reason' | 'bad' | 'good'> {
  /** See {@link LintRule.code}. */
  readonly code: C;
  /** What it finds: nothing, one thing or several. */
  readonly find: (unit: ServiceUnit) => Finding | readonly Finding[] | undefined;
}

/** Makes a rule, whose findings carry its code. */
export function rule<C extends string>({ find, ...parts }: RuleParts<C>): LintRule {
  return {
    ...parts,
    find: (unit) => {
      const found = find(unit) ?? [];
      return [found].flat().map((finding) => ({ severity: 'warning', code: parts.code, ...finding }));
    },
  };
}
