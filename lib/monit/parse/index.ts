export { parseControlFile, type ParsedControlFile } from './parsed';
