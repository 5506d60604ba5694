export { hostFiles } from './host-files';
export { collectIssues, type ConstructIssue } from './issues';
