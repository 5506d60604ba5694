import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { error, show, type Issue, type Place } from '../../values';

/**
 * Reports a property that refers to another stack: the construct would be deployed with that stack instead of with its own. Placeholders
 * for missing properties belong to no stack, and aren't reported.
 *
 * Codes: `stack/other-stack`.
 */
export function otherStackIssues(construct: IConstruct, place: Place, given: IConstruct): readonly Issue[] {
  const [own, other] = [stackOf(construct), stackOf(given)];
  if (own === undefined || other === undefined || own === other) return [];
  return [
    error('stack/other-stack', place, {
      problem: `${show(given.node.path)} is in the stack ${show(other.node.path)}, and this construct is in ${show(own.node.path)}`,
      remedy: `Move this construct to ${show(other.node.path)}, or create a Host for the same machine in ${show(own.node.path)}: both stacks can deploy to it.`,
    }),
  ];
}

function stackOf(construct: IConstruct): TerraformStack | undefined {
  return construct.node.scopes.find((scope) => TerraformStack.isStack(scope));
}
