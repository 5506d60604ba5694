/**
 * Helpers for tests of stacks: what lands on each host, and which issues there are.
 *
 * @packageDocumentation
 * @module cdktf-sidekiq/testing
 */
export { hostFiles } from './host-files';
export { collectIssues, type ConstructIssue } from './issues';
export type { Issue, Severity } from '../values';
