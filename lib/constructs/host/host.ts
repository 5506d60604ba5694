import { Construct } from 'constructs';
import { mergeBundle, type Bundle, type BundlePart, type MergedBundle } from '../../bundle';
import { lintUnits, readUnits } from '../../systemd';
import { connectionIssues, HostRegistry, isRenderable, reportIssues, type SshOptions } from '../../terraform';
import { byteOrderMarkProblem, error, textProblem, type Issue } from '../../values';
import { instanceOf, text, wholeNumberProblem } from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import type { IHostTarget } from './host-target';
import { Platform } from './platform';

/** Properties of a {@link Host}. */
export interface HostProps {
  /** IP address or host name at which the host is reached; may be a token of another resource. */
  readonly address: string;
  /** SSH login. */
  readonly ssh: SshOptions;
  /**
   * Platform of the host: its systemd and Monit.
   * @default Platform.DEBIAN_12
   */
  readonly platform?: Platform;
  /**
   * Identity of the host in Terraform, to which its uninstallation is tied. Set it only to keep a host's identity while its
   * address changes.
   * @default the address and port; if the address is a token, the attribute it refers to
   */
  readonly hostId?: string;
  /**
   * Identifier of the machine, such as an instance id; may be a token. When it changes, everything is installed again. Use it for
   * machines that are replaced while their address stays the same.
   * @default none: only a changed address is taken for another machine
   */
  readonly instanceId?: string;
  /**
   * Number of recent bundles that the host keeps for `installer list`, `diff` and `rollback`, from 2 to 100. They contain the
   * files' text, including secrets, and are readable only by root.
   * @default 5
   */
  readonly generations?: number;
  /**
   * Note on the deployment, such as the URL of a CI run or a commit: one line of text. The host stores it with the generation,
   * along with Terraform's workspace and the login user, and `installer list` shows it. Changing only the note deploys nothing.
   * @default none
   */
  readonly deployedBy?: string;
}

// connectionIssues validates the address and the SSH login together.
const rules: PropRules<Omit<HostProps, 'address' | 'ssh'>> = {
  platform: instanceOf(Platform, 'a Platform', 'one such as Platform.DEBIAN_12'),
  hostId: {
    code: 'host/invalid-id',
    valid: 'letters, digits, spaces and any of . _ : / @ [ ] " -',
    problem: (value) => {
      if (typeof value !== 'string') return 'is not a string';
      return /^[A-Za-z0-9 ._:/@[\]"-]+$/.test(value) ? undefined : value === '' ? 'is empty' : 'contains an invalid character';
    },
  },
  generations: {
    code: 'host/invalid-generations',
    valid: 'a whole number from 2 to 100',
    reason: 'the host keeps at least the current generation and one to roll back to',
    problem: (value) => wholeNumberProblem(value, 2, 100),
  },
  deployedBy: { ...text, valid: 'text on one line', problem: textProblem },
  instanceId: {
    ...text,
    valid: 'text on one line',
    tokens: true,
    problem: (value) => textProblem(value) ?? byteOrderMarkProblem(value),
  },
};

/**
 * A machine that is reached over SSH. All services, checks and files that a stack has on it form one deployment: one SSH
 * connection and one transaction.
 *
 * Errors: those of {@link SshOptions}, `host/duplicate-path`, `host/duplicate-pidfile`, `host/path-below-file`,
 * `monit/duplicate-name`, `host/invalid-platform`, `host/invalid-id`, `stack/unknown-property`,
 * `host/invalid-generations`, `stack/invalid-property`; `unit/ordering-cycle`, `unit/misspelt-unit`,
 * `unit/required-unit-unknown` for all units together.
 *
 * @example
 * ```ts
 * const ssh = {
 *   user: 'ops',
 *   privateKey: PrivateKey.fromFile('~/.ssh/ops'),
 *   hostKeys: HostKeys.fromKnownHosts('known_hosts'),
 * };
 * const host = new Host(this, 'worker-1', { address: '203.0.113.10', ssh, platform: Platform.DEBIAN_13 });
 * ```
 */
export class Host extends Construct implements IHostTarget {
  /** Platform of the host: its systemd and Monit. */
  public readonly platform: Platform;
  /** The user that Terraform logs in as. */
  public readonly loginUser: string;
  /** IP address or host name at which the host is reached. */
  public readonly address: string;
  private readonly parts: (() => BundlePart)[] = [];
  private readonly kept: Pick<Bundle, 'generations' | 'deployedBy'>;

  public constructor(scope: Construct, id: string, props: HostProps) {
    super(scope, id);
    const { address, ssh, ...others } = props ?? {};
    const { props: checked, issues } = readProps<Omit<HostProps, 'address' | 'ssh'>>(others, rules, ['address', 'ssh']);
    const { platform = Platform.DEBIAN_12, hostId, instanceId, generations, deployedBy } = checked;
    this.kept = { ...(generations === undefined ? {} : { generations }), ...(deployedBy === undefined ? {} : { deployedBy }) };
    const bad = platformIssues(platform);
    this.platform = bad.length === 0 ? platform : Platform.DEBIAN_12;
    this.address = address;
    const registry = HostRegistry.of(this);
    const reachable = isRenderable(address, ssh);
    this.loginUser = reachable ? (ssh.user ?? 'root') : 'root';
    reportIssues(this, () => [...issues, ...connectionIssues(address, ssh), ...bad, ...this.bundleIssues()]);
    if (reachable) registry.register({ construct: this, address, ssh, hostId, instanceId, bundle: () => this.merged().bundle });
  }

  /** Adds a part to the host's bundle. The function is called at synth. */
  public addPart(part: () => BundlePart): void {
    this.parts.push(part);
  }

  private bundleIssues(): readonly Issue[] {
    const { bundle, issues } = this.merged();
    return [...issues, ...unitsIssues(bundle)];
  }

  private merged(): MergedBundle {
    const { systemd, monit } = this.platform;
    const parts = this.parts.map((part) => part());
    const withMonit = parts.some((part) => (part.checks ?? []).length > 0);
    const { bundle, issues } = mergeBundle([{ requires: { systemd: String(systemd), ...(withMonit ? { monit } : {}) } }, ...parts]);
    return { bundle: { ...bundle, ...this.kept }, issues };
  }
}

/** Issues that only show when the units of all constructs are checked together. */
function unitsIssues({ files }: Bundle): readonly Issue[] {
  return lintUnits(readUnits(files.map(({ path, lines }) => ({ path, text: lines.join('\n') }))));
}

function platformIssues(platform: Platform): readonly Issue[] {
  const problem = platform.problem();
  if (problem === undefined) return [];
  return [
    error('host/invalid-platform', ['platform'], {
      problem,
      remedy: `Use one such as Platform.DEBIAN_12, or the versions that \`systemctl --version\` and \`monit --version\` print on the host, like Platform.of({ systemd: 252, monit: '5.33.0' }).`,
    }),
  ];
}
