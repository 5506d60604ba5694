import { lib } from '../../test/errors/lib';
import type { Mistake } from '../../test/errors/mistakes';
import type { Raised } from '../../test/errors/raise';
import type { GeneratedFile } from './generated';
import { cataloguePage } from './page';

/**
 * Returns the page, generated from the sources.
 *
 * @param raised issues of each mistake, if they were already raised
 */
export function pageFile(raised?: (mistake: Mistake) => Raised): GeneratedFile {
  return { path: 'docs/issues.md', text: cataloguePage(lib, lib.testing.ISSUE_CODES, raised) };
}
