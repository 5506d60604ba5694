import type { IConstruct } from 'constructs';
import { formatShownIssue } from '../../values';
import { ISSUE_CODES, type IssueCode } from '../issue-codes.generated';
import { collectIssues, type ConstructIssue } from '../issues';
import { result, misuse, type MatcherContext, type MatcherResult } from './matcher';
import { didYouMean, listed } from './near';
import { matchesText, showMatch, type TextMatch } from './text-match';

/** Properties that an issue must have besides its code: `{ path: 'workers/sidekiq', severity: 'error' }`. */
export type IssueMatch = { readonly [K in Exclude<keyof ConstructIssue, 'code'>]?: TextMatch };

/**
 * See HostMatchers.toRaiseIssue.
 *
 * @example
 * ```ts
 * import { toRaiseIssue } from 'cdktf-sidekiq/testing';
 *
 * expect.extend({ toRaiseIssue });
 *
 * test('the host’s keys are checked', () => {
 *   expect(stack).not.toRaiseIssue('ssh/host-keys-unchecked');
 * });
 * ```
 */
export function toRaiseIssue(this: MatcherContext, scope: IConstruct, code: IssueCode, match: IssueMatch = {}): MatcherResult {
  if (!(ISSUE_CODES as readonly string[]).includes(code)) {
    return misuse(
      this,
      `This library raises no issue ${JSON.stringify(code)}.`,
      didYouMean(code, ISSUE_CODES),
      'All of them: docs/issues.md.',
    );
  }
  const wanted = Object.entries(match) as readonly (readonly [Exclude<keyof ConstructIssue, 'code'>, TextMatch])[];
  const issues = collectIssues(scope);
  const sameCode = issues.filter((issue) => issue.code === code);
  const found = sameCode.filter((issue) => wanted.every(([name, text]) => matchesText(issue[name], text)));
  const what = [code, ...wanted.map(([name, text]) => `${name} ${showMatch(text)}`)].join(', ');
  if (found.length > 0) return result(true, `Expected no issue ${what}, but there is:`, listed(found.map(line)));
  if (sameCode.length > 0) return result(false, `Expected an issue ${what}. Of this code there is:`, listed(sameCode.map(line)));
  return issues.length === 0
    ? result(false, `Expected an issue ${what}, but nothing is raised.`)
    : result(false, `Expected an issue ${what}, but these are raised:`, listed(issues.map(line)));
}

function line(issue: ConstructIssue): string {
  return `${issue.severity} [${issue.path}] ${formatShownIssue(issue)}`;
}
