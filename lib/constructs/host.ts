import { Construct } from 'constructs';
import { mergeBundle, type Bundle, type BundlePart, type MergedBundle } from '../bundle';
import { lintUnits, readUnits } from '../systemd';
import { connectionIssues, HostRegistry, isRenderable, reportIssues, type SshOptions } from '../terraform';
import { byteOrderMarkProblem, show, textProblem, type Issue } from '../values';
import type { IHostTarget } from './host-target';
import { Platform } from './platform';
import { instanceOf, text } from './prop-kinds';
import { readProps, type PropRules } from './props';

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
  /**
   * How many of its last bundles the host keeps, to be looked at and gone back to: `installer list`, `diff`, `rollback`. 2 to 100.
   * They hold what the files hold, secrets as well, and are root's alone.
   * @default 5
   */
  readonly generations?: number;
  /**
   * A note on the deployment, such as the address of a CI run or a commit. The host keeps it with the generation, beside Terraform's workspace
   * and the login user, and `installer list` shows it. Text on one line. Another text alone deploys nothing.
   * @default nothing
   */
  readonly deployedBy?: string;
}

// Address and way in are judged together, by connectionIssues.
const rules: PropRules<Omit<HostProps, 'address' | 'ssh'>> = {
  platform: instanceOf(Platform, 'a Platform, like Platform.DEBIAN_12'),
  hostId: {
    code: 'constructs/bad-host-id',
    expected: 'letters, digits, blanks and any of . _ : / @ [ ] " -',
    problem: (value) => {
      if (typeof value !== 'string') return 'is not a string';
      return /^[A-Za-z0-9 ._:/@[\]"-]+$/.test(value) ? undefined : value === '' ? 'is empty' : 'holds another character';
    },
  },
  generations: {
    code: 'constructs/bad-generations',
    expected: 'a whole number from 2 to 100',
    remedy: 'Two are the current one and the one to go back to.',
    problem: (value) => (Number.isInteger(value) && Number(value) >= 2 && Number(value) <= 100 ? undefined : 'is not such a number'),
  },
  deployedBy: { ...text, expected: 'text on one line', problem: textProblem },
  instanceId: {
    ...text,
    expected: 'text on one line',
    tokens: true,
    problem: (value) => textProblem(value) ?? byteOrderMarkProblem(value),
  },
};

/**
 * A machine that is reached over SSH. All services, checks and files of a stack on it are one deployment: one SSH
 * connection, one transaction.
 *
 * Errors: those of {@link SshOptions}, `bundle/path-claimed-twice`, `bundle/pidfile-claimed-twice`, `bundle/path-below-path`,
 * `bundle/check-claimed-twice`, `constructs/bad-platform`, `constructs/bad-host-id`, `constructs/unknown-property`,
 * `constructs/bad-generations`, `constructs/bad-property`; `systemd/ordering-cycle`, `systemd/misspelt-unit`,
 * `systemd/unit-from-elsewhere` of all units together.
 */
export class Host extends Construct implements IHostTarget {
  /** What runs there. */
  public readonly platform: Platform;
  /** The user that Terraform logs in as. */
  public readonly loginUser: string;
  /** Where the host is reached. */
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

  /** Adds to what the host shall have. */
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

/** What units of all constructs get wrong together. */
function unitsIssues({ files }: Bundle): readonly Issue[] {
  return lintUnits(readUnits(files.map(({ path, lines }) => ({ path, text: lines.join('\n') }))));
}

function platformIssues(platform: Platform): readonly Issue[] {
  const problem = platform.problem();
  if (problem === undefined) return [];
  return [
    {
      code: 'constructs/bad-platform',
      severity: 'error',
      property: 'platform',
      got: `Platform.of({ systemd: ${show(platform.systemd)}, monit: ${show(platform.monit)} }), ${problem}`,
      expected: `versions like those of Debian 12, { systemd: 252, monit: '5.33.0' }`,
      remedy: 'Use one of the named platforms, or write what `systemctl --version` and `monit --version` print on the host.',
    },
  ];
}
