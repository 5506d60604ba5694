import type { Issue, Severity } from '../../values';
import type { UnitFile } from '../unit-file';

/** A rule about directives that are fine one by one. It looks at a whole unit file and tells what it found. */
export type Rule = (unit: UnitFile) => readonly Issue[];

/** What a rule tells. */
export interface Finding extends Omit<Issue, 'severity'> {
  /** Default: warning. */
  readonly severity?: Severity;
}

/** A rule that tells at most one thing. */
export function rule(find: (unit: UnitFile) => Finding | undefined): Rule {
  return (unit) => {
    const finding = find(unit);
    return finding === undefined ? [] : [{ severity: 'warning', ...finding }];
  };
}
