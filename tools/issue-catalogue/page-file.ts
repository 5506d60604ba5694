import { lib } from '../../test/errors/lib';
import type { GeneratedFile } from './generated';
import { cataloguePage } from './page';

/** The page, made with the sources. */
export function pageFile(): GeneratedFile {
  return { path: 'docs/issues.md', text: cataloguePage(lib, lib.testing.ISSUE_CODES) };
}
