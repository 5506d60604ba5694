import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { HostRegistry, readableLines, validationErrors, validationFailure, type RegisteredHost } from '../terraform';
import { scopeOf } from './scope';
import { markHostFiles, type ShownFile } from './shown-file';

/**
 * Returns the files of every host in a stack or app: host → path → text, sorted. A snapshot shows which hosts a change affects,
 * and how. Values that are known only at apply time appear as in Terraform: `${aws_instance.redis.private_ip}`.
 *
 * Validates as a synthesis does: if anything is wrong, it throws one error that lists every problem.
 *
 * Hosts are named by their path in the stack, or by their whole path if you pass an app. The result is `{}` for a stack without
 * hosts. Modes and owners aren't part of the text; a snapshot shows them in its headings, see `hostFilesSerializer`.
 *
 * @param scope stack, app, host, or any other construct with hosts below it
 *
 * @example
 * ```ts
 * import { hostFiles } from 'cdktf-sidekiq/testing';
 *
 * test('worker-1 gets this unit', () => {
 *   const files = hostFiles(stack)['worker-1'];
 *   expect(files?.['/etc/systemd/system/sidekiq.service']).toContain('User=deploy\n');
 * });
 * ```
 */
export function hostFiles(scope: IConstruct): Record<string, Record<string, string>> {
  const stack = scopeOf(scope).node.scopes.find((above) => TerraformStack.isStack(above));
  // Constructs elsewhere in the stack can add to a host's files, so the whole stack is validated.
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

/** Returns the name of a host. Within a stack, the name of the stack adds nothing. */
function nameOf(host: IConstruct, stack: IConstruct | undefined): string {
  return stack === undefined ? host.node.path : host.node.path.slice(stack.node.path.length + 1);
}
