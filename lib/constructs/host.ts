import { Construct } from 'constructs';
import { mergeBundle, type BundlePart, type MergedBundle } from '../bundle';
import { connectionIssues, HostRegistry, reportIssues, type SshOptions } from '../terraform';
import { show, type Issue } from '../values';
import type { IHostTarget } from './host-target';
import { Platform } from './platform';

/** Properties of a {@link Host}. */
export interface HostProps {
  /** Where the host is reached: an IP address or a name; may be a token of another resource. */
  readonly address: string;
  /** How to log in. */
  readonly ssh: SshOptions;
  /**
   * What runs on the host.
   * @default Platform.DEBIAN_12
   */
  readonly platform?: Platform;
  /**
   * Who the host is to Terraform: the uninstall belongs to it. Set it only to keep a host's identity while its address
   * changes.
   * @default the address and port; where the address is a token, what it refers to
   */
  readonly hostId?: string;
  /**
   * Which machine it is, such as an instance id; may be a token. When it changes, everything is installed anew: for
   * machines that are replaced behind an address that stays.
   * @default only a changed address tells
   */
  readonly instanceId?: string;
}

/**
 * A machine that is reached over SSH. All services, checks and files of a stack on it are one deployment: one SSH
 * connection, one transaction.
 *
 * Errors: those of {@link SshOptions}, `bundle/path-claimed-twice`, `bundle/check-claimed-twice`, `constructs/bad-platform`.
 */
export class Host extends Construct implements IHostTarget {
  public readonly platform: Platform;
  public readonly loginUser: string;
  /** Where the host is reached. */
  public readonly address: string;
  private readonly parts: (() => BundlePart)[] = [];

  public constructor(scope: Construct, id: string, props: HostProps) {
    super(scope, id);
    this.platform = props.platform ?? Platform.DEBIAN_12;
    this.loginUser = props.ssh?.user ?? 'root';
    this.address = props.address;
    reportIssues(this, () => [...connectionIssues(props.address, props.ssh), ...platformIssues(this.platform), ...this.merged().issues]);
    HostRegistry.of(this).register({
      construct: this,
      address: props.address,
      ssh: props.ssh,
      hostId: props.hostId,
      instanceId: props.instanceId,
      bundle: () => this.merged().bundle,
    });
  }

  public addPart(part: () => BundlePart): void {
    this.parts.push(part);
  }

  private merged(): MergedBundle {
    const platform = { requires: { systemd: String(this.platform.systemd), monit: this.platform.monit } };
    const parts = this.parts.map((part) => part());
    const withMonit = parts.some((part) => (part.checks ?? []).length > 0);
    return mergeBundle([withMonit ? platform : { requires: { systemd: platform.requires.systemd } }, ...parts]);
  }
}

function platformIssues(platform: Platform): readonly Issue[] {
  const ok = Number.isInteger(platform.systemd) && platform.systemd >= 200 && /^\d+\.\d+(\.\d+)?$/.test(platform.monit);
  if (ok) return [];
  return [
    {
      code: 'constructs/bad-platform',
      severity: 'error',
      property: 'platform',
      got: show(platform.name),
      expected: `a systemd version like 252 and a Monit version like '5.33.0'`,
      remedy: 'Use one of the named platforms, or write what `systemctl --version` and `monit --version` print on the host.',
    },
  ];
}
