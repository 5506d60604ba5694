import { lib } from '../../test/errors/lib';
import type { Mistake } from '../../test/errors/mistakes';
import type { Raised } from '../../test/errors/raise';
import type { GeneratedFile } from './generated';
import { cataloguePage } from './page';

/**
 * The page, made with the sources.
 *
 * @param raised what each mistake raises, where they were made before
 */
export function pageFile(raised?: (mistake: Mistake) => Raised): GeneratedFile {
  return { path: 'docs/issues.md', text: cataloguePage(lib, lib.testing.ISSUE_CODES, raised) };
}
