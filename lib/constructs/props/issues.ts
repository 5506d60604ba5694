import type { IConstruct } from 'constructs';
import { acknowledgementsAt, addAcknowledgement, raisedBy, reportIssues } from '../../terraform';
import { error, nearNames, show, warning, type Issue } from '../../values';

/** Codes about acknowledgements. They are never suggested in place of an unknown code. */
const OWN = ['stack/unused-acknowledgement', 'stack/acknowledged-error', 'stack/acknowledged-without-reason'];

/**
 * Acknowledges issues of a construct and its descendants. Like `Annotations.of(construct).acknowledgeWarning` in the AWS CDK, it
 * silences a code in one part of the tree, and keeps the reason in the program.
 *
 * @example
 * ```ts
 * const ssh = { privateKey: PrivateKey.fromFile('~/.ssh/ops'), hostKeys: HostKeys.insecurelyAcceptAny() };
 * const staging = new Host(this, 'staging', { address: '192.0.2.10', ssh });
 * Issues.of(staging).acknowledge('ssh/host-keys-unchecked', 'A throwaway machine in a private network.');
 * ```
 */
export class Issues {
  /** Returns the issues of a construct (such as an app, a stack, a host or a service) and its descendants. */
  public static of(scope: IConstruct): Issues {
    return new Issues(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Silences warnings and infos with a given code. Errors can't be silenced, because what they report doesn't work. A code that
   * doesn't occur is reported, so that an acknowledgement doesn't outlive its cause.
   *
   * Errors: `stack/unused-acknowledgement`, `stack/acknowledged-error`, `stack/acknowledged-without-reason`.
   *
   * @param code code at the end of the message, such as `unit/no-user`; docs/issues.md lists all codes
   * @param reason reason the issue is acceptable here, for readers of the program
   */
  public acknowledge(code: string, reason: string): this {
    const first = acknowledgementsAt(this.scope).length === 0;
    addAcknowledgement(this.scope, { code, reason });
    if (first) reportIssues(this.scope, () => acknowledgementIssues(this.scope));
    return this;
  }
}

/** Scopes being checked. Prevents endless recursion: collecting a scope's issues also runs its own check of acknowledgements. */
const checking = new Set<IConstruct>();

function acknowledgementIssues(scope: IConstruct): readonly Issue[] {
  if (checking.size > 0) return [];
  checking.add(scope);
  try {
    const raised = scope.node.findAll().flatMap(raisedBy);
    return acknowledgementsAt(scope).flatMap(({ code, reason }) => [...reasonIssues(code, reason), ...codeIssues(code, raised)]);
  } finally {
    checking.delete(scope);
  }
}

function reasonIssues(code: string, reason: unknown): readonly Issue[] {
  if (typeof reason === 'string' && reason.trim() !== '') return [];
  return [
    error('stack/acknowledged-without-reason', [`acknowledge(${show(code)})`], {
      problem: `${show(reason)} is not a reason`,
      remedy: 'Give one sentence on why the issue is acceptable here: later readers need it to judge whether that still holds.',
    }),
  ];
}

function codeIssues(code: string, raised: readonly Issue[]): readonly Issue[] {
  const found = raised.filter((issue) => issue.code === code);
  if (found.some(({ severity }) => severity !== 'error')) return [];
  if (found.length > 0) {
    return [
      warning('stack/acknowledged-error', [`acknowledge(${show(code)})`], {
        problem: `${show(code)} is an error here, and only warnings and infos can be acknowledged`,
        remedy: 'Fix the error and remove the acknowledgement.',
      }),
    ];
  }
  const near = nearNames(
    code,
    [...new Set(raised.map((issue) => issue.code))].filter((each) => !OWN.includes(each)),
  );
  return [
    warning('stack/unused-acknowledgement', [`acknowledge(${show(code)})`], {
      problem: `${show(code)} does not occur in this construct or its descendants`,
      remedy: `${near.length === 0 ? 'Remove the acknowledgement' : `Use ${near.join(' or ')}, or remove the acknowledgement`}: otherwise it would hide a later issue.`,
    }),
  ];
}
