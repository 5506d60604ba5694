import type { Comment } from '../lexer/token';

/** Canonical text of a statement or an option, with the position of its tokens. */
export interface Line {
  /** The text. */
  readonly text: string;
  /** Index of the token after its last one. */
  readonly to: number;
  /** Line of its last token. */
  readonly lastLine: number;
  /** True if it belongs to the check above it. */
  readonly indented: boolean;
}

/**
 * Writes one statement per line, and the comments where they were: a comment above a statement stays above it, one inside a statement moves
 * above it, and one at the end of a line stays there.
 */
export function layout(lines: readonly Line[], comments: readonly Comment[]): string {
  const out: string[] = [];
  let rest = comments;
  for (const { text, to, lastLine, indented } of lines) {
    const indent = indented ? '  ' : '';
    const above = rest.filter(({ after }) => after < to);
    rest = rest.slice(above.length);
    const beside = rest.filter(({ after, line }) => after === to && line === lastLine);
    rest = rest.slice(beside.length);
    if (!indented && out.length > 0) out.push('');
    out.push(...above.map((comment) => `${indent}${written(comment)}`), `${indent}${[text, ...beside.map(written)].join('  ')}`);
  }
  if (rest.length > 0 && out.length > 0) out.push('');
  out.push(...rest.map(written));
  return out.map((line) => `${line}\n`).join('');
}

function written({ text }: Comment): string {
  return text === '' ? '#' : `# ${text}`;
}
