import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { environmentFileIssues, escapeEnvironmentFileValue } from '../../systemd';
import { EscapedToken, hasListToken, reportIssues, Secret, splitTokens } from '../../terraform';
import { error, show, type Issue, type Place } from '../../values';
import { otherStackIssues } from '../props/other-stack';
import { secretProblem } from '../props/prop-kinds';
import { isRecord, readProps, type PropRules } from '../props/read-props';
import { notSensitiveIssues, readableSecretIssues } from '../props/secret-issues';
import { bundleFile, filePart, fileRules, type FileOwnership } from './host-file';
import type { IHostTarget } from './host-target';

/** Properties of an {@link EnvironmentFile}. */
export interface EnvironmentFileProps extends FileOwnership {
  /** The host that gets the file. */
  readonly host: IHostTarget;
  /** Absolute path of the file. */
  readonly path: string;
  /**
   * Variables by name. A value is text, which may contain tokens of other resources (`redis://${redis.address}`), or a secret
   * from a Terraform variable.
   */
  readonly variables: Readonly<Record<string, string | Secret>>;
  /**
   * Permissions as octal digits. systemd reads the file as root, regardless of the service's user.
   * @default '0600'
   */
  readonly mode?: string;
  /**
   * Takes over an existing file instead of refusing to replace it. The host keeps the original and restores it when the stack no
   * longer manages the file.
   * @default false
   */
  readonly adopt?: boolean;
}

const DEFAULT_MODE = '0600';

type Variables = EnvironmentFileProps['variables'];

const rules: PropRules<EnvironmentFileProps> = {
  ...fileRules,
  variables: {
    valid: `an object like { REDIS_URL: 'redis://…' }`,
    secret: true,
    tokens: true,
    problem: (value) => (isRecord(value) ? undefined : 'is not an object'),
    placeholder: () => ({}),
  },
};

/**
 * A file of environment variables for services, by default readable only by root. It is the only kind of file that can hold
 * values known only at apply time; Terraform escapes them then.
 *
 * Errors: those of a {@link HostFile}'s path and owner, those of the variables (`unit/invalid-environment-name`,
 * `unit/unrepresentable-text`), `secret/from-host-file`, `secret/not-sensitive`, `file/invalid-variable`,
 * `stack/other-stack`, `stack/unknown-property`; warning: `secret/readable-by-others`.
 *
 * Source: systemd.exec(5), EnvironmentFile=
 *
 * @example
 * ```ts
 * const redisUrl = new TerraformVariable(this, 'redis-url', { type: 'string', sensitive: true });
 * const environment = new EnvironmentFile(this, 'environment', {
 *   host,
 *   path: '/etc/myapp/environment',
 *   variables: { REDIS_URL: Secret.fromVariable(redisUrl), RAILS_MAX_THREADS: '10' },
 * });
 * sidekiq.addEnvironmentFile(environment);
 * ```
 */
export class EnvironmentFile extends Construct {
  /** The host that gets the file. */
  public readonly host: IHostTarget;
  /** Absolute path of the file. */
  public readonly path: string;

  private readonly owner: string;
  private readonly mode: string;

  public constructor(scope: Construct, id: string, props: EnvironmentFileProps) {
    super(scope, id);
    const { props: checked, issues } = readProps(props, rules);
    this.host = checked.host;
    this.path = checked.path;
    this.owner = checked.user ?? 'root';
    this.mode = checked.mode ?? DEFAULT_MODE;
    const found = [...issues, ...otherStackIssues(this, ['host'], checked.host), ...variableIssues(checked.variables)];
    const secrets = Object.values(checked.variables).some((value) => value instanceof Secret);
    const warnings = secrets ? readableSecretIssues(this.mode) : [];
    reportIssues(this, () => [...found, ...warnings]);
    if (found.length > 0) return;
    checked.host.addPart(() => {
      const variables = Object.entries(checked.variables).sort(([a], [b]) => (a < b ? -1 : 1));
      const text = variables.map(([name, value]) => `${assignment(name, plain(value))}\n`).join('');
      return filePart(bundleFile(this, { ...checked, mode: this.mode }, text.split('\n')));
    });
  }

  /**
   * Returns whether a user can read the file. Group membership isn't known here, so a file that its group can read counts as
   * readable by any user.
   * @internal
   */
  public isReadableBy(user: string): boolean {
    return user === this.owner ? /[4-7]..$/.test(this.mode) : /.[4-7].$|[4-7]$/.test(this.mode);
  }
}

function plain(value: string | Secret): string {
  if (typeof value === 'string') return value;
  return value.source.kind === 'variable' ? value.source.variable.stringValue : '';
}

/**
 * Terraform regular expression for the characters that systemd doesn't take literally between double quotes, and their
 * replacement, both as written in a quoted Terraform string. The double quote is written as \x22, so that it doesn't matter
 * whether cdktf adds a backslash to it.
 */
const SPECIAL = '/[\\\\\\\\\\\\x22`$]/';
const ESCAPED = '\\\\$0';

function assignment(name: string, value: string): string {
  const parts = splitTokens(value).map((part) =>
    part.token ? Token.asString(new EscapedToken(part.text, [SPECIAL, ESCAPED])) : escapeEnvironmentFileValue(part.text).slice(1, -1),
  );
  return `${name}="${parts.join('')}"`;
}

function variableIssues(variables: Variables): readonly Issue[] {
  const literals: Record<string, string> = {};
  const issues: Issue[] = [];
  for (const [name, value] of Object.entries(variables)) {
    if (isList(value)) {
      literals[name] = '';
      issues.push(listVariable(name));
      continue;
    }
    if (typeof value === 'string') {
      // A token's value is escaped at apply time; only the text around it can be validated now.
      const parts = splitTokens(value).filter(({ token }) => !token);
      literals[name] = parts.map((part) => part.text).join('');
      continue;
    }
    literals[name] = '';
    const problem = secretProblem(value);
    if (value === undefined || value === null) issues.push(missingVariable(name));
    else if (value instanceof Secret && value.source.kind === 'hostFile') issues.push(secretOfHost(name));
    else if (problem !== undefined) issues.push(badVariable(name, value));
    else issues.push(...notSensitiveIssues(placeOf(name), value));
  }
  const named = environmentFileIssues(literals).map((issue) => ({ ...issue, place: placeOf(String(issue.place[0])) }));
  return [...issues, ...named];
}

/** Returns whether a value is a list or contains a list token. cdktf can't convert one to text: it throws if a string has one. */
function isList(value: unknown): boolean {
  return Array.isArray(value) || (typeof value === 'string' && hasListToken(value));
}

/** A name may be any text, so it's in quotes. */
function placeOf(variable: string): Place {
  return [`variables[${show(variable)}]`];
}

/** Valid values of a variable, as text that follows "Use". */
const VALID = 'text, a token or Secret.fromVariable(variable)';

/** The cause is usually an unset `process.env.X`, which would end up in the file as the text `undefined`. */
function missingVariable(name: string): Issue {
  return error('file/invalid-variable', placeOf(name), {
    problem: 'this variable has no value',
    remedy: `Set it to ${VALID}, or remove it: the environment variable that it comes from may be unset on this machine.`,
  });
}

function listVariable(name: string): Issue {
  return error('file/invalid-variable', placeOf(name), {
    problem: 'the value is a list or a map, and an environment variable is text',
    remedy: `Use Fn.join(',', list), which also accepts a token.`,
  });
}

/** Never shows the value, which may be a secret that was passed in the wrong way. */
function badVariable(name: string, value: unknown): Issue {
  const secret = value instanceof Secret;
  return error('file/invalid-variable', placeOf(name), {
    problem: secret ? 'the secret is not made from a TerraformVariable' : 'the value is neither text nor a Secret',
    remedy: secret
      ? 'Pass the TerraformVariable itself to Secret.fromVariable, not its name or value.'
      : `Use ${VALID}, or convert it with String(value).`,
  });
}

function secretOfHost(name: string): Issue {
  return error('secret/from-host-file', placeOf(name), {
    problem: 'Secret.fromHostFile is a file on the host, whose content this program can’t read',
    remedy: `Pass its path to the service’s addEnvironmentFile, or use ${VALID}.`,
  });
}
