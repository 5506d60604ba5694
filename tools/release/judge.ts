import semver from 'semver';

import type { ApiChange } from './api-change';
import type { ChangelogSection } from './changelog';

/** The next release, and the one before it. */
export interface Release {
  /** Version in package.json, which would be released. */
  readonly version: string;
  /** Last released version, and the differences of the API from it; undefined before the first release. */
  readonly last?: { readonly version: string; readonly change: ApiChange };
  /** The change log. */
  readonly changelog: readonly ChangelogSection[];
}

type Bump = 'major' | 'minor' | 'patch';

/**
 * Returns the reasons that prevent the release, one sentence each. Rules of semantic versioning: a removal or change needs
 * a major version, an addition a minor one. While the major version is 0, each counts one place lower (items 4 and 11
 * allow any change then; npm's `^0.2.0` accepts 0.2.1 and not 0.3.0, so the minor version protects
 * users): changes need a minor version, additions are allowed in a patch.
 */
export function judge({ version, last, changelog }: Release): readonly string[] {
  const section = changelog.find((each) => each.version === version);
  const entries = section?.kinds ?? [];
  const problems: string[] = [];
  if (section === undefined) problems.push(`CHANGELOG.md has no section for ${version}: rename "Unreleased", and put the date beside it`);
  else if (entries.length === 0) problems.push(`CHANGELOG.md has no entries for ${version}`);
  if (last === undefined) return problems;
  if (!semver.gt(version, last.version)) return [...problems, `${version} is not newer than ${last.version}, which was released last`];
  const { removed, added } = last.change;
  const needed = neededBump(last);
  if (!isAtLeast(last.version, version, needed)) {
    const what = removed.length > 0 ? `${removed.length} lines of it removed or changed` : `${added.length} lines added`;
    problems.push(
      `the API differs from ${last.version} (${what}): that needs at least ${semver.inc(last.version, needed)!}, not ${version}`,
    );
  }
  if (section !== undefined && removed.length > 0 && !entries.some((kind) => ['Changed', 'Removed'].includes(kind)))
    problems.push(
      `the API has ${removed.length} lines removed or changed, and ${version} in CHANGELOG.md has no entry under "Changed" or "Removed"`,
    );
  if (section !== undefined && removed.length === 0 && added.length > 0 && !entries.some((kind) => ['Added', 'Changed'].includes(kind)))
    problems.push(`the API has ${added.length} lines more, and ${version} in CHANGELOG.md has no entry under "Added" or "Changed"`);
  return problems;
}

function neededBump({ version, change }: NonNullable<Release['last']>): Bump {
  const isInitial = semver.major(version) === 0;
  if (change.removed.length > 0) return isInitial ? 'minor' : 'major';
  return change.added.length > 0 && !isInitial ? 'minor' : 'patch';
}

function isAtLeast(before: string, after: string, bump: Bump): boolean {
  return semver.gte(after, semver.inc(before, bump)!);
}
