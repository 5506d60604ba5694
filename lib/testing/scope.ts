import { Construct, type IConstruct } from 'constructs';

/** The scope as a construct; whoever gives something else is told what is wanted, in a test as in JavaScript. */
export function scopeOf(scope: unknown): IConstruct {
  if (Construct.isConstruct(scope)) return scope;
  const hint = typeof scope === 'string' ? ' Testing.synth makes text of a stack: give the stack itself.' : '';
  throw new TypeError(`Expected a stack, an app or a host, got ${scope === null ? 'null' : `a value of type ${typeof scope}`}.${hint}`);
}
