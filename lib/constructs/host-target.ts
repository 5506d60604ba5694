import type { IConstruct } from 'constructs';
import type { BundlePart } from '../bundle';
import type { Platform } from './platform';

/** Where services, checks and files go: a {@link Host}. */
export interface IHostTarget extends IConstruct {
  /** What runs there. */
  readonly platform: Platform;
  /** The user that Terraform logs in as. */
  readonly loginUser: string;
  /**
   * Adds to what the target shall have. The part is asked for at synth, so that a construct may be changed until then.
   *
   * @param part what to add
   */
  addPart(part: () => BundlePart): void;
}
