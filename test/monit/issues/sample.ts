import {
  controlFileIssues,
  type Check,
  type ControlFileContext,
  type ProcessCheck,
  type ProcessRule,
  type ProgramCheck,
} from '../../../lib/monit';
import type { Issue } from '../../../lib/values';
import { placeText } from '../../../lib/values';

const argv = ['/bin/true'];

/** A valid process check, with the changes of a test. */
export function processCheck(
  changes: Partial<Omit<ProcessCheck, 'statement' | 'pidfile' | 'matching'>> & { pidfile?: string } = {},
): ProcessCheck {
  const { pidfile = '/run/x.pid', ...rest } = changes;
  return {
    statement: 'check process',
    name: 'x',
    pidfile,
    start: { argv },
    stop: { argv },
    restart: { argv },
    mode: 'passive',
    rules: [],
    ...rest,
  };
}

/** A process check with one rule. */
export function withRule(rule: ProcessRule): ProcessCheck {
  return processCheck({ rules: [rule] });
}

/** A valid program check, with the changes of a test. */
export function programCheck(changes: Partial<ProgramCheck> = {}): ProgramCheck {
  return {
    statement: 'check program',
    name: 'x',
    program: { argv },
    rules: [{ test: { test: 'status', operator: '!=', limit: 0 }, action: { action: 'alert' } }],
    ...changes,
  };
}

/** Issues of one check. */
export function issuesOf(check: Check, context?: ControlFileContext): Issue[] {
  return controlFileIssues({ statements: [check] }, context);
}

/** Codes and places of these issues: `monit/invalid-timeout at x.start.timeout`. */
export function codesOf(check: Check, context?: ControlFileContext): string[] {
  return brief(issuesOf(check, context));
}

/** Code and place of each issue. */
export function brief(issues: readonly Issue[]): string[] {
  return issues.map(({ code, place }) => `${code} at ${placeText(place)}`);
}
