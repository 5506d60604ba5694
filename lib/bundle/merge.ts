import type { Issue } from '../values/issue';
import { error } from '../values/make-issue';
import type { Bundle, BundleFile, BundleRequirements, BundleService } from './bundle';

/** A path that a construct claims. */
export interface Claim {
  /** Absolute path on the host. */
  readonly path: string;
  /** Path of the construct. */
  readonly claimedBy: string;
}

/** The name of a Monit check that a construct claims. */
export interface CheckClaim {
  /** Name of the check, as in Monit's summary. */
  readonly name: string;
  /** Path of the construct. */
  readonly claimedBy: string;
  /** True to replace an existing check of this name. */
  readonly adopt?: boolean;
}

/** The part of a host's bundle that one construct adds. */
export interface BundlePart {
  /** Files to put on the host. */
  readonly files?: readonly BundleFile[];
  /** Services whose unit files are among the files. */
  readonly services?: readonly BundleService[];
  /** Monit check names, each with the path of the construct that claims it. */
  readonly checks?: readonly CheckClaim[];
  /** Pidfiles that its services write at run time, each with the path of the construct that claims it. */
  readonly pidfiles?: readonly Claim[];
  /** Requirements of the host. */
  readonly requires?: Partial<BundleRequirements>;
}

/** A bundle, and the conflicts between its parts. */
export interface MergedBundle {
  /** The merged bundle. */
  readonly bundle: Bundle;
  /**
   * Conflicts: `host/duplicate-path`, `monit/duplicate-name`, `host/duplicate-pidfile`, `host/path-below-file`.
   */
  readonly issues: readonly Issue[];
}

/**
 * Merges the parts of all constructs of a host. The result is sorted, so the order of construction doesn't matter. A path,
 * pidfile or check name may be claimed only once, and no file may be where another one needs a directory. If two constructs claim
 * the same, the first one's is kept and an issue names both.
 */
export function mergeBundle(parts: readonly BundlePart[]): MergedBundle {
  const issues: Issue[] = [];
  const claimOnce = <T>(
    items: readonly T[],
    nameOf: (item: T) => string,
    ownerOf: (item: T) => string,
    kind: keyof typeof CLASHES,
  ): T[] => {
    const byName = new Map<string, T>();
    for (const item of items) {
      const first = byName.get(nameOf(item));
      if (first === undefined) byName.set(nameOf(item), item);
      else issues.push(clash(kind, nameOf(item), ownerOf(first), ownerOf(item)));
    }
    return [...byName.values()].sort((a, b) => compare(nameOf(a), nameOf(b)));
  };
  const files = claimOnce(
    parts.flatMap((part) => part.files ?? []),
    (file) => file.path,
    (file) => file.claimedBy,
    'path',
  );
  const pidfiles = claimOnce(
    parts.flatMap((part) => part.pidfiles ?? []),
    (pidfile) => pidfile.path,
    (pidfile) => pidfile.claimedBy,
    'pidfile',
  );
  issues.push(...placeIssues(files, pidfiles));
  // Monit treats `Web` and `web` as the same service.
  const checks = claimOnce(
    parts.flatMap((part) => part.checks ?? []),
    (check) => check.name.toLowerCase(),
    (check) => check.claimedBy,
    'check',
  );
  const services = oncePerUnit(parts.flatMap((part) => part.services ?? [])).sort((a, b) => compare(a.unit, b.unit));
  const all = (pick: (requires: Partial<BundleRequirements>) => readonly string[] | undefined): string[] =>
    [...new Set(parts.flatMap((part) => pick(part.requires ?? {}) ?? []))].sort(compare);
  const firstDefined = <T>(pick: (requires: Partial<BundleRequirements>) => T | undefined): T | undefined =>
    parts.map((part) => pick(part.requires ?? {})).find((value) => value !== undefined);
  return {
    bundle: {
      files,
      services,
      checks: checks.map((check) => check.name),
      ...(checks.some(({ adopt }) => adopt) ? { adoptChecks: checks.filter(({ adopt }) => adopt).map(({ name }) => name) } : {}),
      requires: {
        systemd: firstDefined((requires) => requires.systemd),
        monit: firstDefined((requires) => requires.monit),
        users: all((requires) => requires.users),
        groups: all((requires) => requires.groups),
        programs: all((requires) => requires.programs),
        // Files that the bundle contains needn't exist beforehand.
        files: all((requires) => requires.files).filter((path) => !files.some((file) => file.path === path)),
        monitIntervalSeconds: firstDefined((requires) => requires.monitIntervalSeconds),
      },
    },
    issues,
  };
}

/** A drop-in asks for the restart of a unit that may be another construct's service, or have other drop-ins. */
function oncePerUnit(services: readonly BundleService[]): BundleService[] {
  const owned = new Set(services.filter(({ enabled }) => enabled !== undefined).map(({ unit }) => unit));
  const extended = new Map(services.filter(({ unit }) => !owned.has(unit)).map((service) => [service.unit, service]));
  return [...services.filter(({ unit }) => owned.has(unit)).filter(({ enabled }) => enabled !== undefined), ...extended.values()];
}

/** Reports paths that are both a file and a pidfile, or a file and the directory of another one. */
function placeIssues(files: readonly Claim[], pidfiles: readonly Claim[]): Issue[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const shared = pidfiles.flatMap(({ path, claimedBy }) => {
    const file = byPath.get(path);
    return file === undefined ? [] : [clash('path', path, file.claimedBy, claimedBy)];
  });
  const claims = [...files, ...pidfiles];
  const claimed = new Map(claims.map((claim) => [claim.path, claim]));
  const below = claims.flatMap((claim) => {
    const parent = parentsOf(claim.path).find((path) => claimed.has(path));
    return parent === undefined ? [] : [belowPath(claim, claimed.get(parent)!)];
  });
  return [...shared, ...below];
}

/** Returns the directories that contain a path, nearest first: for `/a/b/c` those are `/a/b` and `/a`. */
function parentsOf(path: string): string[] {
  const elements = path.split('/').slice(0, -1);
  return elements.map((_, index) => elements.slice(0, elements.length - index).join('/')).filter((parent) => parent !== '');
}

function belowPath(claim: Claim, parent: Claim): Issue {
  return error('host/path-below-file', [claim.path], {
    problem: `${claim.claimedBy} uses this path, but ${parent.path} is a file of ${parent.claimedBy}`,
    remedy: 'Give one of them another path: a file can’t contain another file.',
  });
}

const CLASHES = {
  path: { code: 'host/duplicate-path', what: 'path', remedy: 'Give one of them another path or unit name.' },
  check: { code: 'monit/duplicate-name', what: 'check name', remedy: 'Give one of them another checkName.' },
  pidfile: {
    code: 'host/duplicate-pidfile',
    what: 'pidfile',
    remedy: 'Give one of them another path: otherwise each would overwrite or remove the other’s file.',
  },
} as const;

function clash(kind: keyof typeof CLASHES, name: string, first: string, second: string): Issue {
  const { code, what, remedy } = CLASHES[kind];
  return error(code, [name], {
    problem: `${first} and ${second} both use this ${what}`,
    remedy,
  });
}

/** Compares by code unit, so that the order is the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
