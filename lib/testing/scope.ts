import { Construct, type IConstruct } from 'constructs';

/** Returns the scope as a construct. Throws a TypeError for any other value, which JavaScript and loosely typed tests can pass. */
export function scopeOf(scope: unknown): IConstruct {
  if (Construct.isConstruct(scope)) return scope;
  const hint = typeof scope === 'string' ? ' Testing.synth returns text: pass the stack itself.' : '';
  throw new TypeError(`Expected a stack, an app or a host, got ${scope === null ? 'null' : `a value of type ${typeof scope}`}.${hint}`);
}
