import type { IssueCode } from '../issue-codes.generated';
import type { TextMatch } from './text-match';
import { toHaveDirective } from './to-have-directive';
import { toHaveHostFile } from './to-have-host-file';
import { toRaiseIssue, type IssueMatch } from './to-raise-issue';

/**
 * The matchers, as `expect(scope)` has them; the scope is a stack, an app or a host. With `.not` none of its hosts is so.
 *
 * What is asked of a scope with several hosts is true where one of them is so: to require it of each, ask each host.
 */
export interface HostMatchers<R = unknown> {
  /**
   * A host gets a file. Fails with all errors of the stack where it has some.
   *
   * @param path absolute, on the host
   * @param text all of the file, a regular expression, or an asymmetric matcher
   */
  toHaveHostFile(path: string, text?: TextMatch): R;
  /**
   * A unit says something, drop-ins that are deployed with it included. Fails, also after `.not`, where there is no such
   * unit, or systemd has no such directive.
   *
   * @param unit its name, `.service` may be left out
   * @param section as in the brackets: `Service`
   * @param name of the directive: `MemoryMax`
   * @param value one of its values as it stands in the file, `2G`; a regular expression, or an asymmetric matcher
   */
  toHaveDirective(unit: string, section: string, name: string, value?: TextMatch): R;
  /**
   * A construct raises an issue. Fails, also after `.not`, where this library has no such code.
   *
   * @param code of the catalogue, docs/issues.md
   * @param match what else it must be: `{ path: 'workers/sidekiq', severity: 'warning' }`
   */
  toRaiseIssue(code: IssueCode, match?: IssueMatch): R;
}

/** The matchers for `expect.extend`, of Jest or Vitest. */
export const hostMatchers = { toHaveHostFile, toHaveDirective, toRaiseIssue };
