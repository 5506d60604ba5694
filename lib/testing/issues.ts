import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { invokeAspects, issuesOf } from '../terraform';
import type { Issue } from '../values';
import { scopeOf } from './scope';

/** An issue, and the construct that raises it. */
export interface ConstructIssue extends Issue {
  /** Path of the construct. */
  readonly path: string;
}

/**
 * Everything that the constructs below a scope find wrong, errors, warnings and notes, without synthesizing. What the code
 * of each means is in the catalogue, docs/issues.md.
 *
 * @param scope a stack, an app, a host, or any other construct
 */
export function collectIssues(scope: IConstruct): readonly ConstructIssue[] {
  invokeAspects(scopeOf(scope).node.scopes.find((above) => TerraformStack.isStack(above)) ?? scope);
  return scope.node.findAll().flatMap((node) => issuesOf(node).map((issue) => ({ path: node.node.path, ...issue })));
}
