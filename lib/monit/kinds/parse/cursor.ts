import { quotedName, quotedPath, quotedString } from '../../escape';
import { spelling } from '../../lexer/keywords';
import type { Token } from '../../lexer/token';

/** Thrown where Monit has no rule for the next token; the parser catches it. */
export class SyntaxFailure extends Error {}

/** A piece of canonical text. A joined piece has no blank before it. */
interface Piece {
  readonly text: string;
  readonly joined: boolean;
}

/**
 * Walks through the tokens of a control file and writes them in canonical form: each token that is taken is written, and {@link insert}
 * adds words that mean nothing to Monit.
 */
export class Cursor {
  private index = 0;
  private furthest = 0;
  private pieces: Piece[] = [];

  constructor(private readonly tokens: readonly Token[]) {}

  /** Number of tokens that have been taken. */
  get taken(): number {
    return this.index;
  }

  /** True if all tokens have been taken. */
  get atEnd(): boolean {
    return this.index >= this.tokens.length;
  }

  /** The next token, not taken. */
  get next(): Token | undefined {
    return this.tokens[this.index];
  }

  /** The token that was taken last. */
  get previous(): Token | undefined {
    return this.tokens[this.index - 1];
  }

  /** The first token that no rule could take; undefined at the end of the file. */
  get offender(): Token | undefined {
    return this.tokens[this.furthest];
  }

  /** True if the next tokens are of these kinds. */
  comes(...kinds: readonly string[]): boolean {
    return kinds.every((kind, offset) => this.tokens[this.index + offset]?.kind === kind);
  }

  /** Takes and writes the next token if it is of one of these kinds. */
  accept(...kinds: readonly string[]): Token | undefined {
    const token = this.next;
    if (token === undefined || !kinds.includes(token.kind)) {
      this.furthest = Math.max(this.furthest, this.index);
      return undefined;
    }
    this.index += 1;
    this.furthest = Math.max(this.furthest, this.index);
    this.write(written(token), token.kind === ':' || token.kind === 'PERCENT');
    return token;
  }

  /** Takes and writes the next token, which must be of one of these kinds. */
  expect(...kinds: readonly string[]): Token {
    return this.accept(...kinds) ?? this.fail();
  }

  /** Takes a token and writes other text with the same meaning for it. */
  as(text: string, ...kinds: readonly string[]): Token {
    const token = this.expect(...kinds);
    this.pieces.pop();
    this.write(text);
    return token;
  }

  /** Writes words that mean nothing to Monit. */
  insert(text: string): void {
    this.write(text);
  }

  /** Writes text joined to the text before it, such as a comma. */
  join(text: string): void {
    this.write(text, true);
  }

  /** Joins the piece that was written last to the one before it. */
  joinLast(): void {
    const last = this.pieces.pop();
    if (last !== undefined) this.write(last.text, true);
  }

  /** Removes the pieces that were written last, to write others for the same tokens. */
  drop(pieces: number): void {
    this.pieces.length -= pieces;
  }

  /** Gives up: Monit has no rule for the next token. */
  fail(): never {
    this.furthest = Math.max(this.furthest, this.index);
    throw new SyntaxFailure();
  }

  /**
   * Tries a rule. If it fails, no token is taken.
   * @returns undefined when the rule fails
   */
  attempt<T>(rule: () => T): T | undefined {
    const [index, pieces] = [this.index, this.pieces.length];
    try {
      return rule();
    } catch (failure) {
      if (!(failure instanceof SyntaxFailure)) throw failure;
      this.index = index;
      this.pieces.length = pieces;
      return undefined;
    }
  }

  /** Returns the text that was written since the last call. */
  text(): string {
    let text = '';
    for (const piece of this.pieces) text += piece.joined || text === '' || text.endsWith('\n') ? piece.text : ` ${piece.text}`;
    this.pieces = [];
    return text;
  }

  private write(text: string, joined = false): void {
    this.pieces.push({ text, joined });
  }
}

/** Canonical text of a token. */
export function written(token: Token): string {
  if (!token.exact) return token.text;
  switch (token.kind) {
    case 'STRING':
      return quotedString(token.value);
    case 'PATH':
      return quotedPath(token.value);
    case 'SERVICENAME':
    case 'STRINGNAME':
      return quotedName(token.value);
    case 'TIMESPEC':
    case 'PATTERN':
      return `"${token.value}"`;
    case 'NUMBER':
    case 'REAL':
    case 'MAILADDR':
    case 'URLOBJECT':
      return token.text;
    default:
      return spelling(token.kind);
  }
}
