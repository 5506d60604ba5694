import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { HostRegistry, resolve } from '../terraform';

/**
 * What every host of a stack or app gets: host → path → text, sorted; a snapshot of it shows what a change does to which
 * host. Values that are only known at apply time stand as Terraform expressions.
 *
 * Validates nothing: `collectIssues` does.
 *
 * @param scope a stack, an app, or a host
 */
export function hostFiles(scope: IConstruct): Record<string, Record<string, string>> {
  return Object.fromEntries(
    HostRegistry.hostsBelow(scope).map(({ construct, bundle }) => [
      // Within a stack its own name says nothing.
      TerraformStack.isStack(scope) ? construct.node.path.slice(scope.node.path.length + 1) : construct.node.path,
      Object.fromEntries(bundle().files.map(({ path, lines }) => [path, resolve(construct, lines).join('\n')])),
    ]),
  );
}
