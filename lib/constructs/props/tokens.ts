import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { hasListToken, hasToken } from '../../terraform';
import { error, type Issue, type Place } from '../../values';

/**
 * Returns whether a value contains a token anywhere: in an argument of a command, a variable or an element of a list. Tokens look like
 * text and numbers, so the type doesn't show them.
 */
export function hasTokenWithin(value: unknown): boolean {
  const seen = new Set<object>();
  const search = (part: unknown): boolean => {
    if (typeof part === 'string') return hasToken(part) || hasListToken(part);
    if (typeof part === 'number') return Token.isUnresolved(part);
    if (typeof part !== 'object' || part === null || seen.has(part)) return false;
    seen.add(part);
    // A construct refers to its whole tree, and isn't text.
    if (Construct.isConstruct(part)) return false;
    return Token.isUnresolved(part) || Object.values(part).some(search);
  };
  return search(value);
}

/** Returns the issue for a value that is known only at apply time, in a place that needs text at synth. */
export function tokenIssue(place: Place): Issue {
  return error('stack/token-in-text', place, {
    problem: 'the value is a token, which is known only at apply time',
    remedy:
      'Use a value that is known at synth, or put the token in an EnvironmentFile for the service: only its values and a Host’s address may be tokens.',
  });
}
