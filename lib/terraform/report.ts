import { Annotations } from 'cdktf';
import type { IConstruct } from 'constructs';
import { formatIssue, type Issue } from '../values';
import { isAcknowledged } from './acknowledgements';
import { reportAllStacks } from './all-stacks';

const producers = new WeakMap<IConstruct, (() => readonly Issue[])[]>();

/**
 * Reports a construct's issues to cdktf. Errors stop the synthesis, together with those of all other constructs in the app. The
 * CLI prints warnings and notes as annotations, unless they are acknowledged.
 *
 * Annotations are added during validation, because a construct may change until then; cdktf collects them afterwards.
 */
export function reportIssues(construct: IConstruct, producer: () => readonly Issue[]): void {
  producers.set(construct, [...(producers.get(construct) ?? []), producer]);
  reportAllStacks(construct);
  const printed = new Set<string>();
  construct.node.addValidation({
    validate: () => {
      const issues = withoutAcknowledged(construct, producer());
      for (const issue of issues) {
        const message = formatIssue(issue);
        if (issue.severity === 'error' || printed.has(message)) continue;
        printed.add(message);
        if (issue.severity === 'warning') Annotations.of(construct).addWarning(message);
        else Annotations.of(construct).addInfo(message);
      }
      return issues.filter((issue) => issue.severity === 'error').map(formatIssue);
    },
  });
}

/** Returns the issues that a construct itself raises, without acknowledged ones and without those of its children. */
export function issuesOf(construct: IConstruct): readonly Issue[] {
  return withoutAcknowledged(construct, raisedBy(construct));
}

/** Returns the issues that a construct itself raises, acknowledged or not. */
export function raisedBy(construct: IConstruct): readonly Issue[] {
  return (producers.get(construct) ?? []).flatMap((producer) => producer());
}

/** Leaves out acknowledged issues. An error can't be acknowledged, because it means that something doesn't work. */
function withoutAcknowledged(construct: IConstruct, issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(({ severity, code }) => severity === 'error' || !isAcknowledged(construct, code));
}
