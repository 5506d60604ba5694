import type { IConstruct } from 'constructs';
import { directiveTable } from '../../systemd';
import type { ReadUnit } from '../../systemd/read-unit-text';
import { readUnits, unitOfPath } from '../../systemd/read-units';
import type { ShownFile } from '../shown-file';
import { result, misuse, type MatcherContext, type MatcherResult } from './matcher';
import { didYouMean, listed } from './near';
import { matchesText, showMatch, type TextMatch } from './text-match';
import { filesOf } from './to-have-host-file';

/** A unit on a host, including its drop-ins. */
interface HostUnit {
  readonly host: string;
  readonly unit: ReadUnit;
}

/**
 * See HostMatchers.toHaveDirective.
 *
 * @example
 * ```ts
 * import { toHaveDirective } from 'cdktf-sidekiq/testing';
 *
 * expect.extend({ toHaveDirective });
 *
 * test('Sidekiq runs as deploy', () => {
 *   expect(host).toHaveDirective('sidekiq', 'Service', 'User', 'deploy');
 * });
 * ```
 */
export function toHaveDirective(
  this: MatcherContext,
  scope: IConstruct,
  unit: string,
  section: string,
  name: string,
  value?: TextMatch,
): MatcherResult {
  const fullName = /\.[a-z]+$/.test(unit) ? unit : `${unit}.service`;
  const files = filesOf(scope);
  const units = unitsOf(files, fullName);
  if (units.length === 0) return misuse(this, ...noUnit(fullName, files));
  const unknown = unknownDirective(fullName, section, name);
  if (unknown.length > 0) return misuse(this, ...unknown);
  const place = `${name}= in [${section}] of ${fullName}`;
  const valuesOf = ({ unit: read }: HostUnit): readonly string[] => read.get(section)?.get(name) ?? [];
  const having = units.filter((each) => valuesOf(each).some((text) => value === undefined || matchesText(text, value)));
  if (having.length > 0) {
    const what = value === undefined ? place : `${place} to be ${showMatch(value)}`;
    const found = having.map((each) => `${each.host}: ${name}=${valuesOf(each).join(`, ${name}=`)}`);
    return result(true, `Expected no ${what}, but there is:`, listed(found));
  }
  return result(
    false,
    `Expected ${value === undefined ? place : `${place} to be ${showMatch(value)}`}.`,
    ...units.map((each) => `On ${each.host} ${whatIsThere(each.unit, section, name)}`),
  );
}

/** Returns the units of a name with their drop-ins, by host. A unit from a package may have only drop-ins here. */
function unitsOf(files: readonly ShownFile[], fullName: string): readonly HostUnit[] {
  const byHost = new Map<string, ShownFile[]>();
  for (const file of files) byHost.set(file.host, [...(byHost.get(file.host) ?? []), file]);
  return [...byHost].flatMap(([host, own]) => {
    const unit = readUnits(own).get(fullName);
    return unit === undefined ? [] : [{ host, unit }];
  });
}

function noUnit(fullName: string, files: readonly ShownFile[]): readonly string[] {
  const units = [...new Set(files.flatMap(({ path }) => unitOfPath(path) ?? []))];
  if (units.length === 0) return [`No host here has the unit ${fullName}, nor any other.`];
  return [`No host here has the unit ${fullName}.`, didYouMean(fullName, units) || `There is:\n${listed(units)}`];
}

/** Explains why systemd doesn't have the directive, for the sections that this library knows; empty if it does. */
function unknownDirective(fullName: string, section: string, name: string): readonly string[] {
  if (name.startsWith('X-')) return [];
  const type = fullName.slice(fullName.lastIndexOf('.') + 1);
  const own = `${type.slice(0, 1).toUpperCase()}${type.slice(1)}`;
  const table = directiveTable().filter((row) => ['Unit', own, 'Install'].includes(row.section));
  const sections = [...new Set<string>(table.map((row) => row.section))];
  if (!sections.includes(section))
    return [`A ${type} has no section [${section}]: it has ${sections.map((each) => `[${each}]`).join(', ')}.`];
  if (table.some((row) => row.section === section && row.name === name)) return [];
  const elsewhere = table.find((row) => row.name === name);
  if (elsewhere !== undefined) return [`${name}= is a directive of [${elsewhere.section}], not of [${section}].`];
  const names = table.filter((row) => row.section === section).map((row) => row.name);
  return [`systemd has no ${name}= in [${section}] that this library knows.`, didYouMean(name, names)];
}

function whatIsThere(unit: ReadUnit, section: string, name: string): string {
  const values = unit.get(section)?.get(name);
  if (values !== undefined) return `it is ${values.map((text) => JSON.stringify(text)).join(' and ')}.`;
  const names = [...(unit.get(section)?.keys() ?? [])];
  return names.length === 0 ? `there is no section [${section}].` : `there is none; [${section}] has ${names.join(', ')}.`;
}
