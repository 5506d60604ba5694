export type { ParseIssue } from './issue';
export { parseControlFile, type ParsedControlFile } from './parsed';
