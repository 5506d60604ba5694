import { Construct } from 'constructs';
import type { IHostTarget } from './host-target';
import { Platform } from './platform';

/** Stands in for a host that was not given: it belongs to no stack, and what it is told is forgotten. */
class Nowhere extends Construct implements IHostTarget {
  public readonly platform = Platform.DEBIAN_12;
  public readonly loginUser = 'root';

  public constructor() {
    // A root of its own. RootConstruct would say so in its name, but constructs has it only from 10.4.2 on.
    super(undefined as unknown as Construct, 'nowhere');
  }

  public addPart(): void {
    // Nothing is deployed there: that no host was given is an issue.
  }
}

/** A host for a construct that was given none. */
export function nowhere(): Construct & IHostTarget {
  return new Nowhere();
}
