import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { show, type Issue } from '../values';

/**
 * Something of another stack that was given to a construct: it would be deployed there, where nobody looks for it, and not
 * with the construct's own stack. None for what stands in for a missing property.
 *
 * Codes: `constructs/other-stack`.
 */
export function otherStackIssues(construct: IConstruct, property: string, given: IConstruct): readonly Issue[] {
  const [own, other] = [stackOf(construct), stackOf(given)];
  if (own === undefined || other === undefined || own === other) return [];
  return [
    {
      code: 'constructs/other-stack',
      severity: 'error',
      property,
      got: `${show(given.node.path)}, which is in another stack`,
      expected: `one of the stack ${show(own.node.path)}`,
      remedy: `Move this construct to ${show(other.node.path)}, or make a Host for the same machine in this stack: both may deploy to it.`,
    },
  ];
}

function stackOf(construct: IConstruct): TerraformStack | undefined {
  return construct.node.scopes.find((scope) => TerraformStack.isStack(scope));
}
