import type { BundleFile } from '../../bundle';
import { error, placeText, type Issue, type Place } from '../../values';
import type { CompositeRuleConfig } from './composite-rule';

/** A composite rule as bound to its check, and its place in the properties. */
export interface BoundRule {
  /** Place of the rule: `['rules', 0]`. */
  readonly place: Place;
  /** Additions of the rule. */
  readonly config: CompositeRuleConfig;
}

/** Returns the files of all rules, each once. */
export function filesOfRules(rules: readonly BoundRule[]): readonly BundleFile[] {
  return [...owners(rules).values()].map(({ file }) => file);
}

/** Reports rules that need one file with different texts, which options about the same thing cause. Codes: `monit/conflicting-rules`. */
export function conflictIssues(rules: readonly BoundRule[]): readonly Issue[] {
  const first = owners(rules);
  return rules.flatMap(({ place, config }) => {
    const other = (config.files ?? []).find((file) => JSON.stringify(file) !== JSON.stringify(first.get(file.path)!.file));
    if (other === undefined) return [];
    return [
      error('monit/conflicting-rules', place, {
        problem: `this rule and ${placeText(first.get(other.path)!.place)} need different versions of ${other.path}`,
        remedy: 'Give both rules the same options, such as redis.',
      }),
    ];
  });
}

/** The first rule that needs each file, by path. */
function owners(rules: readonly BoundRule[]): ReadonlyMap<string, { readonly place: Place; readonly file: BundleFile }> {
  const found = rules.flatMap(({ place, config }) => (config.files ?? []).map((file) => [file.path, { place, file }] as const));
  return new Map(found.reverse());
}
