import type { Issue } from '../values/issue';
import type { Bundle, BundleFile, BundleRequirements, BundleService } from './bundle';

/** What one construct adds to a host's bundle. */
export interface BundlePart {
  /** Files that it wants there. */
  readonly files?: readonly BundleFile[];
  /** Services whose unit files are among them. */
  readonly services?: readonly BundleService[];
  /** Monit check names, each with the path of the construct that claims it. */
  readonly checks?: readonly { readonly name: string; readonly claimedBy: string }[];
  /** What it needs the host to be or have. */
  readonly requires?: Partial<BundleRequirements>;
}

/** A bundle, and what its parts disagree on. */
export interface MergedBundle {
  /** The whole. */
  readonly bundle: Bundle;
  /** `bundle/path-claimed-twice`, `bundle/check-claimed-twice`. */
  readonly issues: readonly Issue[];
}

/**
 * Puts the parts of all constructs of a host together: sorted, so that the order of construction changes nothing, each
 * path and check name claimed once. Where two claim the same, the first one's is kept and an issue names both.
 */
export function mergeBundle(parts: readonly BundlePart[]): MergedBundle {
  const issues: Issue[] = [];
  const claimOnce = <T>(items: readonly T[], nameOf: (item: T) => string, ownerOf: (item: T) => string, what: string): T[] => {
    const byName = new Map<string, T>();
    for (const item of items) {
      const first = byName.get(nameOf(item));
      if (first === undefined) byName.set(nameOf(item), item);
      else issues.push(clash(what, nameOf(item), ownerOf(first), ownerOf(item)));
    }
    return [...byName.values()].sort((a, b) => compare(nameOf(a), nameOf(b)));
  };
  const files = claimOnce(
    parts.flatMap((part) => part.files ?? []),
    (file) => file.path,
    (file) => file.claimedBy,
    'path',
  );
  // Monit takes `Web` and `web` for the same service.
  const checks = claimOnce(
    parts.flatMap((part) => part.checks ?? []),
    (check) => check.name.toLowerCase(),
    (check) => check.claimedBy,
    'check',
  );
  const services = [...parts.flatMap((part) => part.services ?? [])].sort((a, b) => compare(a.unit, b.unit));
  const all = (pick: (requires: Partial<BundleRequirements>) => readonly string[] | undefined): string[] =>
    [...new Set(parts.flatMap((part) => pick(part.requires ?? {}) ?? []))].sort(compare);
  const firstDefined = <T>(pick: (requires: Partial<BundleRequirements>) => T | undefined): T | undefined =>
    parts.map((part) => pick(part.requires ?? {})).find((value) => value !== undefined);
  return {
    bundle: {
      files,
      services,
      checks: checks.map((check) => check.name),
      requires: {
        systemd: firstDefined((requires) => requires.systemd),
        monit: firstDefined((requires) => requires.monit),
        users: all((requires) => requires.users),
        groups: all((requires) => requires.groups),
        programs: all((requires) => requires.programs),
        monitIntervalSeconds: firstDefined((requires) => requires.monitIntervalSeconds),
      },
    },
    issues,
  };
}

function clash(what: string, name: string, first: string, second: string): Issue {
  return {
    code: `bundle/${what}-claimed-twice`,
    severity: 'error',
    property: name,
    got: `${first} and ${second}`,
    expected: `one construct for each ${what} of a host`,
    remedy: `Give one of them another ${what === 'path' ? 'path or unit name' : 'checkName'}.`,
  };
}

/** By code unit, so that the order is the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
