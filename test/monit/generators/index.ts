import fc from 'fast-check';

import type { Check, ControlFile } from '../../../lib/monit';
import { anyCheck, type CheckOptions } from './checks';
import { settingsOf, type Room } from './settings';

export { anyCheck, checkOf, ruleOf, type CheckOptions } from './checks';
export * from './text';

/** Checks with unique names, and one `check system` at most. */
function named(checks: readonly Check[]): Check[] {
  return checks
    .map((check, index) => ({ ...check, name: `${index} ${check.name}` }))
    .filter(({ statement }, index) => statement !== 'check system' || index === checks.findIndex((check) => check.statement === statement));
}

/** True if Monit replaces `$HOST` in the name of `check system`, so that no other check can depend on it. */
function renamed({ statement, name }: Check): boolean {
  return statement === 'check system' && name.includes('$HOST');
}

/** A control file of a few checks that Monit accepts on a host with the program. */
export const controlFile = (options: CheckOptions): fc.Arbitrary<ControlFile> =>
  fc.array(anyCheck(options), { minLength: 1, maxLength: 4 }).map((checks) => ({ statements: named(checks) }));

/** Any control file that Monit accepts: settings, and checks that may depend on each other. */
export const wholeFile = (options: CheckOptions & Room): fc.Arbitrary<ControlFile> =>
  fc.tuple(settingsOf(options), fc.array(anyCheck(options), { maxLength: 4 }), fc.boolean()).map(([settings, checks, depend]) => {
    const all = named(checks);
    const dependent = all.map((check, index) =>
      depend && index > 0 && !renamed(all[index - 1]!) ? { ...check, dependsOn: [all[index - 1]!.name] } : check,
    );
    return { statements: [...settings, ...dependent] };
  });
