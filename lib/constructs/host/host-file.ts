import { Construct, type IConstruct } from 'constructs';
import type { BundleFile } from '../../bundle';
import { reportIssues } from '../../terraform';
import { otherStackIssues } from '../props/other-stack';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import { contentIssues, kindOf } from './file-content';
import { hostProp } from './host-prop';
import type { IHostTarget } from './host-target';

/** Owner and permissions of a file on a host. */
export interface FileOwnership {
  /**
   * Permissions as octal digits.
   * @default '0644'
   */
  readonly mode?: string;
  /**
   * User that owns the file. It must exist on the host.
   * @default 'root'
   */
  readonly user?: string;
  /**
   * Group that owns the file. It must exist on the host.
   * @default 'root'
   */
  readonly group?: string;
}

/** Properties of a {@link HostFile}. */
export interface HostFileProps extends FileOwnership {
  /** The host that gets the file. */
  readonly host: IHostTarget;
  /** Absolute path of the file. */
  readonly path: string;
  /** Full text of the file. Tokens aren't allowed; only an {@link EnvironmentFile} can hold them. */
  readonly content: string;
  /**
   * Takes over an existing file instead of refusing to replace it. The host keeps the original and restores it when the stack no
   * longer manages the file.
   * @default false
   */
  readonly adopt?: boolean;
}

/** Validation rules for the properties of any file. */
export const fileRules: PropRules<FileOwnership & Pick<HostFileProps, 'host' | 'path' | 'adopt'>> = {
  host: hostProp,
  path: { ...is.path, placeholder: () => '/' },
  mode: is.mode,
  user: is.account,
  group: is.account,
  adopt: is.flag,
};

const rules: PropRules<HostFileProps> = { ...fileRules, content: { ...is.content, placeholder: () => '' } };

/**
 * A text file on a host. Pass it to a service's `addFile` to restart the service when the file changes. Control files in Monit's
 * directories, and unit files and drop-ins below /etc/systemd/system or /etc/systemd/user, are parsed at synth as the host's Monit
 * and systemd will read them, and validated on the host before they take effect.
 *
 * Errors: all that `UnitFile.parse` and `ControlFile.parse` find; `file/invalid-path`, `file/invalid-mode`,
 * `file/invalid-owner`, `file/invalid-content`, `stack/token-in-text`, `stack/other-stack`,
 * `stack/unknown-property`, `stack/invalid-property`.
 *
 * @example
 * ```ts
 * const config = new HostFile(this, 'config', {
 *   host,
 *   path: '/etc/myapp/sidekiq.yml',
 *   content: ':concurrency: 10\n:queues: [critical, default]\n',
 * });
 * sidekiq.addFile(config);
 * ```
 */
export class HostFile extends Construct {
  /** The host that gets the file. */
  public readonly host: IHostTarget;
  /** Absolute path of the file. */
  public readonly path: string;

  public constructor(scope: Construct, id: string, props: HostFileProps) {
    super(scope, id);
    const { props: checked, issues } = readProps(props, rules);
    this.host = checked.host;
    this.path = checked.path;
    const found = [...issues, ...otherStackIssues(this, ['host'], checked.host)];
    reportIssues(this, () => [
      ...found,
      ...(found.length === 0 ? contentIssues(checked.path, checked.content, checked.host.platform) : []),
    ]);
    if (found.length === 0)
      checked.host.addPart(() => filePart(bundleFile(this, checked, checked.content.split('\n'), kindOf(checked.path))));
  }
}

/** Creates a bundle file, with defaults for mode, user and group. */
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

/** Creates a bundle part with a file, which requires the file's user and group on the host. */
export function filePart(file: BundleFile): { files: BundleFile[]; requires: { users: string[]; groups: string[] } } {
  return { files: [file], requires: { users: named(file.user), groups: named(file.group) } };
}

function named(name: string): string[] {
  return /^\d+$/.test(name) ? [] : [name];
}
