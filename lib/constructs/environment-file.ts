import { Fn, Token } from 'cdktf';
import { Construct } from 'constructs';
import { environmentFileIssues, escapeEnvironmentFileValue } from '../systemd';
import { reportIssues, Secret, splitTokens } from '../terraform';
import type { Issue } from '../values';
import { bundleFile, fileIssues, filePart, type FileOwnership } from './host-file';
import type { IHostTarget } from './host-target';

/** Properties of an {@link EnvironmentFile}. */
export interface EnvironmentFileProps extends FileOwnership {
  /** The host that gets the file. */
  readonly host: IHostTarget;
  /** Where: an absolute path. */
  readonly path: string;
  /**
   * The variables by name. A value is literal text, may hold tokens of other resources (`redis://${redis.address}`), or is
   * a secret from a Terraform variable.
   */
  readonly variables: Readonly<Record<string, string | Secret>>;
  /**
   * Permissions as octal digits. systemd reads the file as root, whoever the service runs as.
   * @default '0600'
   */
  readonly mode?: string;
}

/**
 * A file of environment variables for services, root's alone. The only place for values that are known at apply time:
 * they are escaped then, by Terraform.
 *
 * Errors: those of a {@link HostFile}'s path and owner, those of the variables, `constructs/secret-of-host`.
 *
 * Source: systemd.exec(5), EnvironmentFile=
 */
export class EnvironmentFile extends Construct {
  /** The host that gets the file. */
  public readonly host: IHostTarget;
  /** Where the file is. */
  public readonly path: string;

  public constructor(scope: Construct, id: string, props: EnvironmentFileProps) {
    super(scope, id);
    this.host = props.host;
    this.path = props.path;
    const file = { ...props, mode: props.mode ?? '0600' };
    const variables = Object.entries(props.variables);
    reportIssues(this, () => [...fileIssues(file), ...variableIssues(variables)]);
    props.host.addPart(() => {
      const lines = variables.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => line(name, plain(value)));
      return filePart(bundleFile(this, file, [...lines.join('\n').split('\n'), '']));
    });
  }
}

function plain(value: string | Secret): string {
  if (typeof value === 'string') return value;
  return value.source.kind === 'variable' ? value.source.variable.stringValue : '';
}

/** Terraform's regular expression for what systemd takes out of double quotes, and what it becomes, as text within quotes of its own. */
const SPECIAL = '/[\\\\\\\\\\"`$]/';
const ESCAPED = '\\\\\\\\$0';

function line(name: string, value: string): string {
  const parts = splitTokens(value).map((part) =>
    part.token ? Fn.replace(part.text, Fn.rawString(SPECIAL), Fn.rawString(ESCAPED)) : escapeEnvironmentFileValue(part.text).slice(1, -1),
  );
  return `${name}="${parts.join('')}"`;
}

function variableIssues(variables: readonly (readonly [string, string | Secret])[]): readonly Issue[] {
  const literals: Record<string, string> = {};
  const issues: Issue[] = [];
  for (const [name, value] of variables) {
    if (value instanceof Secret) {
      literals[name] = '';
      if (value.source.kind === 'hostFile') issues.push(secretOfHost(name));
    } else {
      // What a token stands for is escaped at apply time; what is around it can be judged now.
      literals[name] = Token.isUnresolved(value)
        ? splitTokens(value)
            .map((part) => (part.token ? '' : part.text))
            .join('')
        : value;
    }
  }
  return [...issues, ...environmentFileIssues(literals)];
}

function secretOfHost(name: string): Issue {
  return {
    code: 'constructs/secret-of-host',
    severity: 'error',
    property: `variables.${name}`,
    got: 'Secret.fromHostFile',
    expected: 'text, a token, or Secret.fromVariable',
    remedy: 'What is already on the host can be read there: give its path to the service’s addEnvironmentFile.',
  };
}
