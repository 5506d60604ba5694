import type { CheckKind } from '../../tests';
import { misreading, refusal, type ParseIssue } from '../issue';
import type { Token } from '../lexer/token';
import { Cursor } from './cursor';

/** What the rules of the grammar share: where they are, and what they have to tell. */
export class Context {
  /** The tokens. */
  readonly cursor: Cursor;
  /** What was found. */
  readonly issues: ParseIssue[] = [];
  /** The kind of the check that is read. */
  check: CheckKind | undefined;

  constructor(tokens: readonly Token[]) {
    this.cursor = new Cursor(tokens);
  }

  /** Tells of a value that Monit refuses. */
  refuse(token: Token, got: string, expected: string): void {
    this.issues.push(refusal('refused', token, got, expected));
  }

  /** What Monit reads of digits: a C int, which wraps. */
  integer(token: Token): number {
    const digits = BigInt(token.text);
    const capped = digits > LONGEST ? LONGEST : digits;
    const read = Number(BigInt.asIntN(32, capped));
    if (digits !== BigInt(read)) {
      this.issues.push(
        misreading('wrapped-number', token.line, {
          severity: 'error',
          got: `${token.text}, which Monit reads as ${read}`,
          expected: 'a number up to 2147483647',
          remedy: 'Use a larger unit: Monit keeps 32 bits of it.',
        }),
      );
    }
    return read;
  }

  /** Digits, perhaps with a point. */
  real(token: Token): number {
    return token.kind === 'REAL' ? Number(token.text) : this.integer(token);
  }
}

/** What strtol of 64 bits stops at. */
const LONGEST = 2n ** 63n - 1n;
