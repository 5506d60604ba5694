import { RootConstruct, type Construct } from 'constructs';
import type { IHostTarget } from './host-target';
import { Platform } from './platform';

/** Stands in for a host that was not given: it belongs to no stack, and what it is told is forgotten. */
class Nowhere extends RootConstruct implements IHostTarget {
  public readonly platform = Platform.DEBIAN_12;
  public readonly loginUser = 'root';

  public addPart(): void {
    // Nothing is deployed there: that no host was given is an issue.
  }
}

/** A host for a construct that was given none. */
export function nowhere(): Construct & IHostTarget {
  return new Nowhere('nowhere');
}
