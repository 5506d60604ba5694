/**
 * Helpers for tests of stacks: the files that each host gets, and the issues that are raised.
 *
 * @packageDocumentation
 * @module cdktf-sidekiq/testing
 */
export type {} from './jest-types';
export { hostFiles } from './host-files';
export { hostFilesSerializer, type SnapshotSerializer } from './host-files-serializer';
export { ISSUE_CODES, type IssueCode } from './issue-codes.generated';
export { collectIssues, type ConstructIssue } from './issues';
export { hostMatchers, type HostMatchers } from './matchers/host-matchers';
export type { MatcherContext, MatcherResult } from './matchers/matcher';
export type { AsymmetricMatch, TextMatch } from './matchers/text-match';
export { toHaveDirective } from './matchers/to-have-directive';
export { toHaveHostFile } from './matchers/to-have-host-file';
export { toRaiseIssue, type IssueMatch } from './matchers/to-raise-issue';
export { setupJest, type ExtensibleExpect } from './setup-jest';
export type { Severity, ShownIssue } from '../values';
