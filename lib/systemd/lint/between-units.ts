import { distance, info, warning, type Issue, type Place } from '../../values';
import type { ReadUnit } from '../read-unit-text';
import type { ReadUnits } from '../read-units';

/** Directives of [Unit] that name other units. */
const REFERENCES = [
  ...['Requires', 'Requisite', 'Wants', 'BindsTo', 'PartOf', 'Upholds', 'Conflicts', 'Before', 'After', 'OnSuccess', 'OnFailure'],
  ...['PropagatesReloadTo', 'ReloadPropagatedFrom', 'PropagatesStopTo', 'StopPropagatedFrom', 'JoinsNamespaceOf'],
];

/**
 * Finds problems between units that are each valid on their own. The place is the unit and its directive: `a.service After`.
 *
 * @example
 * ```ts
 * import { lintUnits, readUnits } from 'cdktf-sidekiq/systemd';
 *
 * const text = '[Unit]\nAfter=redis.service\n\n[Service]\nExecStart=/usr/bin/myapp\n';
 * const issues = lintUnits(readUnits([{ path: '/etc/systemd/system/myapp.service', text }]));
 * ```
 */
export function lintUnits(units: ReadUnits): readonly Issue[] {
  return [...missingUnits(units), ...orderingCycles(units)];
}

function missingUnits(units: ReadUnits): readonly Issue[] {
  return [...units].flatMap(([unit, read]) =>
    REFERENCES.flatMap((directive) =>
      namesIn(read, 'Unit', directive)
        .filter((name) => !units.has(name) && !units.has(templateOf(name)))
        .flatMap((name) => missingUnit([`${unit} ${directive}`], name, directive, [...units.keys()])),
    ),
  );
}

/**
 * Reports `unit/misspelt-unit` if the name is similar to that of a known unit. Otherwise reports `unit/required-unit-unknown` if the start
 * fails without the unit, which may be on the host without being part of the stack.
 */
function missingUnit(place: Place, name: string, directive: string, names: readonly string[]): readonly Issue[] {
  const required = REQUIRING.includes(directive);
  const similar = names.filter((other) => isSimilar(name, other));
  if (similar.length > 0) {
    return [
      warning('unit/misspelt-unit', place, {
        problem: `${name} is not a unit of this host, but its name is similar to ${similar.slice(0, MOST_SUGGESTIONS).join(', ')}`,
        remedy: `Correct the name: otherwise ${required ? 'this unit fails to start' : 'the line has no effect, and systemd reports no error'}.`,
      }),
    ];
  }
  if (!required || isProvidedBySystemd(name)) return [];
  return [
    info('unit/required-unit-unknown', place, {
      problem: `${name} is not installed by this stack`,
      remedy: 'Make sure that it exists on the host, or use Wants: if it is missing, this unit fails to start.',
    }),
  ];
}

/** Most similar names that an issue suggests. */
const MOST_SUGGESTIONS = 3;
/** Directives that make a start fail if a unit is missing. */
const REQUIRING = ['Requires', 'Requisite', 'BindsTo'];

/** Returns true for units that systemd creates or provides itself: devices, mounts, slices, and its own targets and services. */
function isProvidedBySystemd(name: string): boolean {
  return /\.(?:device|mount|swap|slice|scope|target)$/.test(name) || /^(?:systemd-|dbus[.-])/.test(name);
}

/** Returns true if names differ in one letter, or two if they are longer. Very short names are skipped, because most of them are similar. */
function isSimilar(name: string, other: string): boolean {
  const [[stem, suffix], [otherStem, otherSuffix]] = [name, other].map((each) => {
    const dot = each.lastIndexOf('.');
    return [each.slice(0, dot), each.slice(dot)] as const;
  }) as [readonly [string, string], readonly [string, string]];
  return suffix === otherSuffix && stem.length >= 4 && distance(stem, otherStem) <= (stem.length < 7 ? 1 : 2);
}

/** Reports `unit/ordering-cycle`. systemd breaks a cycle by not starting one of its units. Source: systemd.unit(5), Before=, After=. */
function orderingCycles(units: ReadUnits): readonly Issue[] {
  const later = new Map([...units.keys()].map((name) => [name, new Set<string>()] as const));
  for (const [unit, read] of units) {
    for (const earlier of namesIn(read, 'Unit', 'After')) later.get(earlier)?.add(unit);
    for (const after of namesIn(read, 'Unit', 'Before')) if (later.has(after)) later.get(unit)!.add(after);
  }
  return cyclesOf(later).map((cycle) =>
    warning('unit/ordering-cycle', [`${cycle[0]!} After`], {
      problem: `the ordering is a cycle: ${[...cycle, cycle[0]!].join(' before ')}`,
      remedy: 'Remove one After or Before from it: when these units start together, systemd skips one of them.',
    }),
  );
}

/**
 * Returns one cycle for each unit that is part of one, except units of a cycle already found. Each cycle begins with its first unit in
 * alphabetical order.
 */
function cyclesOf(later: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const reported = new Set<string>();
  return [...later.keys()].sort().flatMap((start) => {
    if (reported.has(start)) return [];
    const cycle = shortestCycle(start, later);
    for (const name of cycle ?? []) reported.add(name);
    return cycle === undefined ? [] : [cycle];
  });
}

/** Returns the shortest path from a unit back to itself; undefined if there is none. */
function shortestCycle(start: string, later: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const from = new Map<string, string>();
  const queue = [start];
  for (let unit = queue.shift(); unit !== undefined; unit = queue.shift()) {
    for (const next of [...later.get(unit)!].sort()) {
      if (next === start) return pathTo(unit, start, from);
      if (from.has(next)) continue;
      from.set(next, unit);
      queue.push(next);
    }
  }
  return undefined;
}

function pathTo(end: string, start: string, from: ReadonlyMap<string, string>): readonly string[] {
  const path = [end];
  while (path[0] !== start) path.unshift(from.get(path[0]!)!);
  return path;
}

/** Returns the names in a directive, without those that contain specifiers, which only systemd can resolve. */
function namesIn(unit: ReadUnit, section: string, directive: string): readonly string[] {
  const words = (unit.get(section)?.get(directive) ?? []).flatMap((value) => value.split(/[ \t]+/));
  return [...new Set(words.filter((word) => word !== '' && !word.includes('%')))];
}

/** Returns `a@.service` for `a@b.service`. */
function templateOf(name: string): string {
  return name.replace(/@[^.]*(?=\.)/, '@');
}
