import type { IConstruct } from 'constructs';
import { hostFiles } from '../host-files';
import { markedFiles, type ShownFile } from '../shown-file';
import { result, type MatcherContext, type MatcherResult } from './matcher';
import { nearNames } from '../../values';
import { didYouMean, listed } from './near';
import { matchesText, showMatch, type TextMatch } from './text-match';

/** Returns every file of the hosts in a scope; throws if the scope has errors. */
export function filesOf(scope: IConstruct): readonly ShownFile[] {
  return markedFiles(hostFiles(scope)) ?? [];
}

/**
 * See HostMatchers.toHaveHostFile.
 *
 * @example
 * ```ts
 * import { toHaveHostFile } from 'cdktf-sidekiq/testing';
 *
 * expect.extend({ toHaveHostFile });
 *
 * test('worker-1 has the unit', () => {
 *   expect(host).toHaveHostFile('/etc/systemd/system/sidekiq.service', /^User=deploy$/m);
 * });
 * ```
 */
export function toHaveHostFile(this: MatcherContext, scope: IConstruct, path: string, text?: TextMatch): MatcherResult {
  const all = filesOf(scope);
  const there = all.filter((file) => file.path === path);
  const matching = text === undefined ? there : there.filter((file) => matchesText(file.text, text));
  if (matching.length > 0) {
    const [first] = matching as [ShownFile];
    const what = text === undefined ? path : `${path} with ${typeof text === 'string' ? 'this text' : showMatch(text)}`;
    return result(true, `Expected no host to have ${what}, but ${hostsOf(matching)} has it:`, indented(first.text));
  }
  if (there.length === 0) return result(false, ...missing(path, all));
  return result(
    false,
    `Expected ${path} to ${typeof text === 'string' ? 'have another text' : `match ${showMatch(text!)}`}.`,
    ...there.map((file) => `On ${file.host} it is:\n${difference(this, text!, file.text)}`),
  );
}

function missing(path: string, all: readonly ShownFile[]): readonly string[] {
  if (all.length === 0) return [`Expected a host to have ${path}, but no host here has any file.`];
  const paths = [...new Set(all.map((file) => file.path))];
  return [
    `Expected a host to have ${path}, but none has it.`,
    didYouMean(path, paths),
    nearNames(path, paths).length > 0 ? '' : `There is:\n${listed(paths)}`,
    'All of them: console.log(hostFiles(scope)).',
  ];
}

function difference({ utils }: MatcherContext, expected: TextMatch, text: string): string {
  const diff = typeof expected === 'string' ? utils?.diff?.(expected, text) : undefined;
  return diff ?? indented(text);
}

function indented(text: string): string {
  return listed(text.replace(/\n$/, '').split('\n'), 60);
}

function hostsOf(files: readonly ShownFile[]): string {
  return files.map(({ host }) => host).join(', ');
}
