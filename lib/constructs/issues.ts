import type { IConstruct } from 'constructs';
import { acknowledgementsAt, addAcknowledgement, raisedBy, reportIssues } from '../terraform';
import { nearNames, show, type Issue } from '../values';

/** Codes about acknowledgements: they are not themselves what an acknowledgement finds. */
const OWN = ['constructs/unused-acknowledgement', 'constructs/acknowledged-error', 'constructs/acknowledged-without-reason'];

/**
 * What is said of the issues of a construct and of all below it. As `Annotations.of(construct).acknowledgeWarning` does in the AWS CDK, it
 * silences by code, in one place of the tree, and with a reason that stays in the program.
 */
export class Issues {
  /** The issues of a construct and of those below it: an app, a stack, a host, a service. */
  public static of(scope: IConstruct): Issues {
    return new Issues(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Silences warnings and infos of a code; an error stays, because what it names does not work. A code that does not occur is told, so that
   * an acknowledgement does not outlive what it was for.
   *
   * Errors: `constructs/unused-acknowledgement`, `constructs/acknowledged-error`, `constructs/acknowledged-without-reason`.
   *
   * @param code - as it stands at the end of the message: `systemd/no-user`; all are in docs/issues.md
   * @param reason - why it is all right here, for who reads the program
   */
  public acknowledge(code: string, reason: string): this {
    const first = acknowledgementsAt(this.scope).length === 0;
    addAcknowledgement(this.scope, { code, reason });
    if (first) reportIssues(this.scope, () => acknowledgementIssues(this.scope));
    return this;
  }
}

/** What is being looked at: an acknowledgement above another one would ask it for its issues, and be asked. */
const looking = new Set<IConstruct>();

function acknowledgementIssues(scope: IConstruct): readonly Issue[] {
  if (looking.size > 0) return [];
  looking.add(scope);
  try {
    const raised = scope.node.findAll().flatMap(raisedBy);
    return acknowledgementsAt(scope).flatMap(({ code, reason }) => [...reasonIssues(code, reason), ...codeIssues(code, raised)]);
  } finally {
    looking.delete(scope);
  }
}

function reasonIssues(code: string, reason: unknown): readonly Issue[] {
  if (typeof reason === 'string' && reason.trim() !== '') return [];
  return [
    {
      code: 'constructs/acknowledged-without-reason',
      severity: 'error',
      property: `acknowledge(${show(code)})`,
      got: `${show(reason)} for a reason`,
      expected: 'a sentence that says why it is all right here',
      remedy: 'Say why: who reads it later can then tell whether it still holds.',
    },
  ];
}

function codeIssues(code: string, raised: readonly Issue[]): readonly Issue[] {
  const found = raised.filter((issue) => issue.code === code);
  if (found.some(({ severity }) => severity !== 'error')) return [];
  if (found.length > 0) {
    return [
      {
        code: 'constructs/acknowledged-error',
        severity: 'warning',
        property: `acknowledge(${show(code)})`,
        got: 'a code that is an error here',
        expected: 'the code of a warning or an info',
        remedy: 'Correct what the error names, and take this out: an error can’t be silenced.',
      },
    ];
  }
  const near = nearNames(
    code,
    [...new Set(raised.map((issue) => issue.code))].filter((each) => !OWN.includes(each)),
  );
  return [
    {
      code: 'constructs/unused-acknowledgement',
      severity: 'warning',
      property: `acknowledge(${show(code)})`,
      got: 'a code that does not occur here',
      expected: near.length === 0 ? 'the code of an issue of this construct, or of one below it' : near.join(' or '),
      remedy: 'Take it out, or correct the code: it would hide an issue that comes later.',
    },
  ];
}
