import { Construct, type IConstruct } from 'constructs';
import type { BundleFile } from '../bundle';
import { reportIssues } from '../terraform';
import { contentIssues, kindOf } from './file-content';
import type { IHostTarget } from './host-target';
import { otherStackIssues } from './other-stack';
import * as is from './prop-kinds';
import { readProps, type PropRules } from './props';

/** Who owns a file on a host, and who may read it. */
export interface FileOwnership {
  /**
   * Permissions as octal digits.
   * @default '0644'
   */
  readonly mode?: string;
  /**
   * The user that owns the file; must exist on the host.
   * @default 'root'
   */
  readonly user?: string;
  /**
   * The group that owns the file; must exist on the host.
   * @default 'root'
   */
  readonly group?: string;
}

/** Properties of a {@link HostFile}. */
export interface HostFileProps extends FileOwnership {
  /** The host that gets the file. */
  readonly host: IHostTarget;
  /** Where: an absolute path. */
  readonly path: string;
  /** The whole text. Tokens are refused: only an {@link EnvironmentFile} can hold them. */
  readonly content: string;
  /**
   * Takes over a file that is on the host already, instead of refusing to replace it. What it was is kept there, and comes back
   * when the stack lets go of it.
   * @default false
   */
  readonly adopt?: boolean;
}

/** What the properties of any file must be. */
export const fileRules: PropRules<FileOwnership & Pick<HostFileProps, 'host' | 'path' | 'adopt'>> = {
  host: is.host,
  path: { ...is.path, standIn: () => '/' },
  mode: is.mode,
  user: is.account,
  group: is.account,
  adopt: is.flag,
};

const rules: PropRules<HostFileProps> = { ...fileRules, content: { ...is.content, standIn: () => '' } };

/**
 * Any text file on a host. Give it to a service's `addFile` and the service restarts when it changes. A control file of
 * Monit in its own directories and a unit file or drop-in below /etc/systemd/system or /etc/systemd/user are read as the host's Monit and systemd
 * will read them, and validated on the host before they count.
 *
 * Errors: all that `UnitFile.parse` and `ControlFile.parse` find; `constructs/bad-path`, `constructs/bad-mode`, `constructs/bad-owner`, `constructs/bad-content`,
 * `constructs/token-in-text`, `constructs/other-stack`, `constructs/unknown-property`, `constructs/bad-property`.
 */
export class HostFile extends Construct {
  /** The host that gets the file. */
  public readonly host: IHostTarget;
  /** Where the file is. */
  public readonly path: string;

  public constructor(scope: Construct, id: string, props: HostFileProps) {
    super(scope, id);
    const { props: checked, issues } = readProps(props, rules);
    this.host = checked.host;
    this.path = checked.path;
    const found = [...issues, ...otherStackIssues(this, 'host', checked.host)];
    reportIssues(this, () => [
      ...found,
      ...(found.length === 0 ? contentIssues(checked.path, checked.content, checked.host.platform) : []),
    ]);
    if (found.length === 0)
      checked.host.addPart(() => filePart(bundleFile(this, checked, checked.content.split('\n'), kindOf(checked.path))));
  }
}

/** A bundle file with the defaults filled in. */
export function bundleFile(
  construct: IConstruct,
  file: FileOwnership & { readonly path: string; readonly adopt?: boolean },
  lines: readonly string[],
  kind: BundleFile['kind'] = 'plain',
): BundleFile {
  const digits = file.mode ?? '0644';
  return {
    path: file.path,
    lines,
    mode: digits.padStart(4, '0'),
    user: file.user ?? 'root',
    group: file.group ?? 'root',
    claimedBy: construct.node.path,
    kind,
    ...(file.adopt === true ? { adopt: true } : {}),
  };
}

/** A file together with the user and group that have to be there. */
export function filePart(file: BundleFile): { files: BundleFile[]; requires: { users: string[]; groups: string[] } } {
  return { files: [file], requires: { users: named(file.user), groups: named(file.group) } };
}

function named(name: string): string[] {
  return /^\d+$/.test(name) ? [] : [name];
}
