import { App, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { Host } from '../constructs';

/**
 * What every host of a stack or app gets: host → path → text, sorted; a snapshot of it shows what a change does to which
 * host. Values that are only known at apply time stand as Terraform expressions.
 *
 * @param scope a stack, an app, or any other construct
 */
export function hostFiles(scope: IConstruct): Record<string, Record<string, string>> {
  const hosts = scope.node.findAll().filter((node): node is Host => node instanceof Host);
  return Object.fromEntries(
    hosts.map((host) => [nameOf(host), Object.fromEntries(host.files().map(({ path, lines }) => [path, lines.join('\n')]))]),
  );
}

function nameOf(host: Host): string {
  const stack = TerraformStack.of(host);
  return host.node.path.slice(App.isApp(stack.node.root) ? 0 : stack.node.path.length + 1);
}
