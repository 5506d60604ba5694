export { hostFiles } from './host-files';
export { collectIssues, type ConstructIssue } from './issues';
export type { Issue, Severity } from '../values';
