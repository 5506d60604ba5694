import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { hasListToken, hasToken } from '../terraform';
import type { Issue } from '../values';

/**
 * Whether a token hides anywhere in a value: in a word of a command, a variable, an element of a list. Tokens look like
 * text and numbers: nothing else tells.
 */
export function hasTokenWithin(value: unknown): boolean {
  const seen = new Set<object>();
  const search = (part: unknown): boolean => {
    if (typeof part === 'string') return hasToken(part) || hasListToken(part);
    if (typeof part === 'number') return Token.isUnresolved(part);
    if (typeof part !== 'object' || part === null || seen.has(part)) return false;
    seen.add(part);
    // A construct refers to its whole tree, and is no text.
    if (Construct.isConstruct(part)) return false;
    return Token.isUnresolved(part) || Object.values(part).some(search);
  };
  return search(value);
}

/** A value that is only known at apply time, where text is needed at synth. */
export function tokenIssue(property: string): Issue {
  return {
    code: 'constructs/token-in-text',
    severity: 'error',
    property,
    got: 'a token (a value that is only known at apply time)',
    expected: 'a value that is known at synth',
    remedy: 'Tokens may stand in a Host’s address and in the values of an EnvironmentFile: let the service read it from there.',
  };
}
