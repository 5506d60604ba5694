import { Construct } from 'constructs';
import type { IHostTarget } from './host-target';
import { Platform } from './platform';

/** Placeholder for a host that wasn't given. It belongs to no stack and ignores the parts that are added to it. */
class PlaceholderHost extends Construct implements IHostTarget {
  public readonly platform = Platform.DEBIAN_12;
  public readonly loginUser = 'root';

  public constructor() {
    // A construct without a scope is a root. RootConstruct would be clearer, but constructs has it only since 10.4.2.
    super(undefined as unknown as Construct, 'placeholder-host');
  }

  public addPart(): void {
    // Nothing is deployed: the missing host is reported as an issue.
  }
}

/** Returns a placeholder for the host of a construct that was given none. */
export function placeholderHost(): Construct & IHostTarget {
  return new PlaceholderHost();
}
