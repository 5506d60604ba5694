import type { Issue, Severity } from '../../values';
import type { ServiceUnit } from '../units/service-unit';

/** A rule about directives that are fine one by one. It looks at a whole unit file and tells what it found. */
export type Rule = (unit: ServiceUnit) => readonly Issue[];

/** What a rule tells. */
export interface Finding extends Omit<Issue, 'severity'> {
  /** Default: warning. */
  readonly severity?: Severity;
}

/** A rule that tells at most one thing. */
export function rule(find: (unit: ServiceUnit) => Finding | undefined): Rule {
  return (unit) => {
    const finding = find(unit);
    return finding === undefined ? [] : [{ severity: 'warning', ...finding }];
  };
}
