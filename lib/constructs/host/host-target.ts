import type { IConstruct } from 'constructs';
import type { BundlePart } from '../../bundle';
import type { Platform } from './platform';

/** Target for services, checks and files: a {@link Host}. */
export interface IHostTarget extends IConstruct {
  /** Platform of the host: its systemd and Monit. */
  readonly platform: Platform;
  /** The user that Terraform logs in as. */
  readonly loginUser: string;
  /**
   * Adds a part to the target's bundle. The function is called at synth, so that a construct can be changed until then.
   *
   * @param part function that returns the part
   */
  addPart(part: () => BundlePart): void;
}
