import { Token } from 'cdktf';
import { Construct } from 'constructs';
import type { BundleFile } from '../bundle';
import { reportIssues } from '../terraform';
import { absolutePathProblem, fileModeProblem, show, textProblem, userNameProblem, type Issue } from '../values';
import type { IHostTarget } from './host-target';

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
}

/**
 * Any text file on a host. Give it to a service's `addFile` and the service restarts when it changes.
 *
 * Errors: `constructs/bad-path`, `constructs/bad-mode`, `constructs/bad-owner`, `constructs/bad-content`,
 * `constructs/token-in-text`.
 */
export class HostFile extends Construct {
  /** The host that gets the file. */
  public readonly host: IHostTarget;
  /** Where the file is. */
  public readonly path: string;

  public constructor(scope: Construct, id: string, props: HostFileProps) {
    super(scope, id);
    this.host = props.host;
    this.path = props.path;
    reportIssues(this, () => [...fileIssues(props), ...contentIssues(props.content)]);
    props.host.addPart(() => filePart(bundleFile(this, props, String(props.content).split('\n'))));
  }
}

/** A bundle file with the defaults filled in. */
export function bundleFile(
  construct: Construct,
  file: FileOwnership & { readonly path: string },
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
  };
}

/** A file together with the user and group that have to be there. */
export function filePart(file: BundleFile): { files: BundleFile[]; requires: { users: string[]; groups: string[] } } {
  return { files: [file], requires: { users: named(file.user), groups: named(file.group) } };
}

function named(name: string): string[] {
  return /^\d+$/.test(name) ? [] : [name];
}

/** What is wrong with a file's path, mode and owner. */
export function fileIssues(file: FileOwnership & { readonly path: string }): readonly Issue[] {
  const checks = [
    { code: 'bad-path', property: 'path', value: file.path, problem: absolutePathProblem, expected: 'an absolute, normalised path' },
    { code: 'bad-mode', property: 'mode', value: file.mode ?? '0644', problem: fileModeProblem, expected: `octal digits like '0640'` },
    { code: 'bad-owner', property: 'user', value: file.user ?? 'root', problem: userNameProblem, expected: 'a user name or id' },
    { code: 'bad-owner', property: 'group', value: file.group ?? 'root', problem: userNameProblem, expected: 'a group name or id' },
  ];
  return checks.flatMap(({ code, property, value, problem, expected }): Issue[] => {
    if (Token.isUnresolved(value)) return [tokenIssue(property)];
    const found = problem(value);
    if (found === undefined) return [];
    return [
      {
        code: `constructs/${code}`,
        severity: 'error',
        property,
        got: show(value),
        expected: `${expected}; this ${found}`,
        remedy: `Mend ${property}.`,
      },
    ];
  });
}

function contentIssues(content: string): readonly Issue[] {
  if (Token.isUnresolved(content)) return [tokenIssue('content')];
  const found = textProblem(content, { allowNewline: true });
  if (found === undefined) return [];
  return [
    {
      code: 'constructs/bad-content',
      severity: 'error',
      property: 'content',
      got: show(content),
      expected: `text as Unicode in normal form C; this ${found}`,
      remedy: 'Terraform can carry text alone; write `content.normalize()` where only the form is wrong.',
    },
  ];
}

/** A value that is only known at apply time, where text is needed at synth. */
export function tokenIssue(property: string): Issue {
  return {
    code: 'constructs/token-in-text',
    severity: 'error',
    property,
    got: 'a token (a value that is only known at apply time)',
    expected: 'text',
    remedy: 'Tokens may stand in a Host’s address and in the values of an EnvironmentFile: let the service read it from there.',
  };
}
