import { Annotations } from 'cdktf';
import type { IConstruct } from 'constructs';
import { formatIssue, type Issue } from '../values/issue';
import { isAcknowledged } from './acknowledgements';
import { tellOfAllStacks } from './all-stacks';

const producers = new WeakMap<IConstruct, (() => readonly Issue[])[]>();

/**
 * Makes a construct's issues known to cdktf: errors stop the synthesis together with those of all other constructs of
 * the app, warnings and notes are printed by the CLI as annotations, unless they are acknowledged.
 *
 * Annotations are added while validating, because a construct may still be changed until then; cdktf collects them
 * afterwards.
 */
export function reportIssues(construct: IConstruct, producer: () => readonly Issue[]): void {
  producers.set(construct, [...(producers.get(construct) ?? []), producer]);
  tellOfAllStacks(construct);
  const told = new Set<string>();
  construct.node.addValidation({
    validate: () => {
      const issues = untold(construct, producer());
      for (const issue of issues) {
        const message = formatIssue(issue);
        if (issue.severity === 'error' || told.has(message)) continue;
        told.add(message);
        if (issue.severity === 'warning') Annotations.of(construct).addWarning(message);
        else Annotations.of(construct).addInfo(message);
      }
      return issues.filter((issue) => issue.severity === 'error').map(formatIssue);
    },
  });
}

/** The issues that a construct itself raises, but for those that are acknowledged; those of its children are their own. */
export function issuesOf(construct: IConstruct): readonly Issue[] {
  return untold(construct, raisedBy(construct));
}

/** The issues that a construct itself raises, acknowledged or not. */
export function raisedBy(construct: IConstruct): readonly Issue[] {
  return (producers.get(construct) ?? []).flatMap((producer) => producer());
}

/** An error is told whatever was acknowledged: what it names does not work. */
function untold(construct: IConstruct, issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(({ severity, code }) => severity === 'error' || !isAcknowledged(construct, code));
}
