import type { CheckKind } from '../../check-kind';
import { misreading, refusal, type ParseIssue, type ParseIssueText } from './issue';
import type { Token } from '../../lexer/token';
import { Cursor } from './cursor';

/** State that the rules of the grammar share: the position, and the issues. */
export class Context {
  /** The tokens. */
  readonly cursor: Cursor;
  /** Issues that were found. */
  readonly issues: ParseIssue[] = [];
  /** Kind of the check that is being parsed. */
  check: CheckKind | undefined;

  constructor(tokens: readonly Token[]) {
    this.cursor = new Cursor(tokens);
  }

  /** Reports a value that Monit rejects. */
  reject(token: Token, text: ParseIssueText): void {
    this.issues.push(refusal('monit/refused-value', token, text));
  }

  /** Number that Monit reads from digits: a C int, which wraps. */
  integer(token: Token): number {
    const digits = BigInt(token.text);
    const capped = digits > LONGEST ? LONGEST : digits;
    const read = Number(BigInt.asIntN(32, capped));
    if (digits !== BigInt(read)) {
      this.issues.push(
        misreading('monit/wrapped-number', token.line, {
          severity: 'error',
          problem: `${token.text} does not fit into 32 bits, so Monit reads it as ${read}`,
          remedy: 'Use a larger unit, or a number up to 2147483647.',
        }),
      );
    }
    return read;
  }

  /** Number from digits, optionally with a point. */
  real(token: Token): number {
    return token.kind === 'REAL' ? Number(token.text) : this.integer(token);
  }
}

/** Largest number that a 64-bit strtol returns. */
const LONGEST = 2n ** 63n - 1n;
