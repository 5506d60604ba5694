import type { IssueCode } from '../issue-codes.generated';
import type { TextMatch } from './text-match';
import { toHaveDirective } from './to-have-directive';
import { toHaveHostFile } from './to-have-host-file';
import { toRaiseIssue, type IssueMatch } from './to-raise-issue';

/**
 * Matchers on `expect(scope)`, where the scope is a stack, an app or a host.
 *
 * In a scope with several hosts, a matcher passes if at least one of them matches; to require it of every host, check each one.
 * With `.not` it passes if none of them matches.
 */
export interface HostMatchers<R = unknown> {
  /**
   * Passes when a host has the file. Fails with all errors of the stack if it has any.
   *
   * @param path absolute path on the host
   * @param text whole text of the file, a regular expression, or an asymmetric matcher
   *
   * @example
   * ```ts
   * import { setupJest } from 'cdktf-sidekiq/testing';
   *
   * setupJest();
   *
   * test('worker-1 has the unit', () => {
   *   expect(host).toHaveHostFile('/etc/systemd/system/sidekiq.service', /^User=deploy$/m);
   * });
   * ```
   */
  toHaveHostFile(path: string, text?: TextMatch): R;
  /**
   * Passes when a unit has the directive, including drop-ins that are deployed with it. Fails, even with `.not`, if there is no
   * such unit or systemd has no such directive.
   *
   * @param unit name of the unit; `.service` may be left out
   * @param section section without brackets: `Service`
   * @param name name of the directive: `MemoryMax`
   * @param value one of its values as written in the file, such as `2G`; a regular expression, or an asymmetric matcher
   *
   * @example
   * ```ts
   * import { setupJest } from 'cdktf-sidekiq/testing';
   *
   * setupJest();
   *
   * test('Sidekiq runs as deploy', () => {
   *   expect(host).toHaveDirective('sidekiq', 'Service', 'User', 'deploy');
   * });
   * ```
   */
  toHaveDirective(unit: string, section: string, name: string, value?: TextMatch): R;
  /**
   * Passes when a construct raises the issue. Fails, even with `.not`, if this library has no such code.
   *
   * @param code code from the catalogue, docs/issues.md
   * @param match other properties that the issue must have: `{ path: 'workers/sidekiq', severity: 'warning' }`
   *
   * @example
   * ```ts
   * import { setupJest } from 'cdktf-sidekiq/testing';
   *
   * setupJest();
   *
   * test('the host’s keys are checked', () => {
   *   expect(stack).not.toRaiseIssue('ssh/host-keys-unchecked');
   * });
   * ```
   */
  toRaiseIssue(code: IssueCode, match?: IssueMatch): R;
}

/**
 * Matchers for `expect.extend` of Jest or Vitest.
 *
 * @example
 * ```ts
 * import { hostMatchers } from 'cdktf-sidekiq/testing';
 *
 * expect.extend(hostMatchers);
 *
 * test('worker-1 has the unit', () => {
 *   expect(host).toHaveHostFile('/etc/systemd/system/sidekiq.service', /^User=deploy$/m);
 * });
 * ```
 */
export const hostMatchers = {
  /** See {@link HostMatchers.toHaveHostFile}. */
  toHaveHostFile,
  /** See {@link HostMatchers.toHaveDirective}. */
  toHaveDirective,
  /** See {@link HostMatchers.toRaiseIssue}. */
  toRaiseIssue,
};
