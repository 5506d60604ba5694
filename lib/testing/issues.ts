import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { invokeAspects, issuesOf } from '../terraform';
import { shownIssue, type ShownIssue } from '../values';
import { scopeOf } from './scope';

/** An issue, and the construct that raises it. */
export interface ConstructIssue extends ShownIssue {
  /** Path of the construct. */
  readonly path: string;
}

/**
 * Returns all errors, warnings and notes of a construct and everything below it, without synthesizing. The catalogue,
 * docs/issues.md, explains each code.
 *
 * @param scope stack, app, host, or any other construct
 *
 * @example
 * ```ts
 * import { collectIssues } from 'cdktf-sidekiq/testing';
 *
 * test('the stack has no warnings', () => {
 *   expect(collectIssues(stack).filter(({ severity }) => severity === 'warning')).toEqual([]);
 * });
 * ```
 */
export function collectIssues(scope: IConstruct): readonly ConstructIssue[] {
  invokeAspects(scopeOf(scope).node.scopes.find((above) => TerraformStack.isStack(above)) ?? scope);
  return scope.node.findAll().flatMap((node) => issuesOf(node).map((issue) => ({ path: node.node.path, ...shownIssue(issue) })));
}
