import type { IConstruct } from 'constructs';
import { issuesOf } from '../terraform';
import type { Issue } from '../values';

/** An issue, and the construct that raises it. */
export interface ConstructIssue extends Issue {
  /** Path of the construct. */
  readonly path: string;
}

/** Everything that the constructs below a scope find wrong, errors, warnings and notes, without synthesizing. */
export function collectIssues(scope: IConstruct): readonly ConstructIssue[] {
  return scope.node.findAll().flatMap((node) => issuesOf(node).map((issue) => ({ path: node.node.path, ...issue })));
}
