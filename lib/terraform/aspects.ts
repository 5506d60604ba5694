import { Aspects, type IAspect } from 'cdktf';
import type { IConstruct } from 'constructs';

const visited = new WeakMap<IConstruct, Set<IAspect>>();

/**
 * Invokes the aspects of a construct tree, including those of the constructs above it, as cdktf does before it validates. An
 * aspect visits each construct only once, however often this is called, so an aspect that appends to a list doesn't append twice.
 */
export function invokeAspects(scope: IConstruct): void {
  const above = scope.node.scopes.slice(0, -1).flatMap((construct) => Aspects.of(construct).all);
  visit(scope, above);
}

function visit(construct: IConstruct, above: readonly IAspect[]): void {
  const aspects = [...above, ...Aspects.of(construct).all];
  const seen = visited.get(construct) ?? new Set();
  visited.set(construct, seen);
  for (const aspect of aspects) {
    if (seen.has(aspect)) continue;
    seen.add(aspect);
    aspect.visit(construct);
  }
  for (const child of construct.node.children) visit(child, aspects);
}
