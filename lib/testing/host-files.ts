import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { HostRegistry, readableLines, validationErrors, validationFailure, type RegisteredHost } from '../terraform';
import { scopeOf } from './scope';
import { markHostFiles, type ShownFile } from './shown-file';

/**
 * What every host of a stack or app gets: host → path → text, sorted; a snapshot of it shows what a change does to which
 * host. Values that are only known at apply time stand as Terraform knows them, `${aws_instance.redis.private_ip}`.
 *
 * Validates as a synthesis does: where something is wrong, all of it is thrown as one error, and there are no files.
 *
 * Hosts are named by their path in the stack; given an app, by their whole path. A stack without hosts has no files: `{}`.
 * Modes and owners are no text: a snapshot shows them in its headings, see `hostFilesSerializer`.
 *
 * @param scope a stack, an app, a host, or anything else that has hosts below it
 */
export function hostFiles(scope: IConstruct): Record<string, Record<string, string>> {
  const stack = scopeOf(scope).node.scopes.find((above) => TerraformStack.isStack(above));
  // What a host gets, the constructs beside it say.
  const errors = validationErrors(stack ?? scope);
  if (errors.length > 0) throw validationFailure(errors);
  const hosts = HostRegistry.hostsBelow(scope)
    .map((host) => ({ name: nameOf(host.construct, stack), host }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, host }) => ({ name, files: filesOf(name, host) }));
  const result = hosts.map(({ name, files }) => [
    name,
    markHostFiles(Object.fromEntries(files.map(({ path, text }) => [path, text])), files),
  ]);
  return markHostFiles(
    Object.fromEntries(result) as Record<string, Record<string, string>>,
    hosts.flatMap(({ files }) => files),
  );
}

function filesOf(name: string, { bundle }: RegisteredHost): readonly ShownFile[] {
  return bundle().files.map(({ path, lines, mode, user, group }) => ({
    host: name,
    path,
    text: readableLines(lines).join('\n'),
    mode,
    owner: `${user}:${group}`,
  }));
}

/** Within a stack its own name says nothing. */
function nameOf(host: IConstruct, stack: IConstruct | undefined): string {
  return stack === undefined ? host.node.path : host.node.path.slice(stack.node.path.length + 1);
}
