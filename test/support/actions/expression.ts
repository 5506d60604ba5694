/** Contexts that an expression can refer to: `github`, `env`, `secrets` and others. */
export type Contexts = Readonly<Record<string, unknown>>;

type Value = string | number | boolean | null;

const TOKEN = /\s*(?:('(?:[^']|'')*')|(\d+(?:\.\d+)?)|(==|!=|&&|\|\||[!()])|([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*))/y;

/**
 * Evaluates an expression of GitHub Actions: literals, contexts, `== != && || !`, parentheses and the status functions. Any other
 * syntax throws, because a wrong result would be worse than none.
 *
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
 */
export function evaluate(text: string, contexts: Contexts, failed = false): Value {
  const tokens = tokenize(text);
  let at = 0;
  const take = (token: string): boolean => {
    if (tokens[at] !== token) return false;
    at += 1;
    return true;
  };
  const or = (): Value => {
    let left = and();
    while (take('||')) {
      const right = and();
      left = isTrue(left) ? left : right;
    }
    return left;
  };
  const and = (): Value => {
    let left = equality();
    while (take('&&')) {
      const right = equality();
      left = isTrue(left) ? right : left;
    }
    return left;
  };
  const equality = (): Value => {
    const left = operand();
    if (take('==')) return isEqual(left, operand());
    if (take('!=')) return !isEqual(left, operand());
    return left;
  };
  const operand = (): Value => {
    if (take('!')) return !isTrue(operand());
    if (take('(')) {
      const inner = or();
      if (!take(')')) throw new Error(`missing closing parenthesis: ${text}`);
      return inner;
    }
    const token = tokens[at++];
    if (token === undefined || /^[=!&|()]/.test(token)) throw new Error(`unsupported: ${text}`);
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (/^\d/.test(token)) return Number(token);
    if (take('(')) {
      if (!take(')')) throw new Error(`functions with arguments are unsupported: ${text}`);
      if (token === 'always') return true;
      if (token === 'success') return !failed;
      if (token === 'failure') return failed;
      throw new Error(`unsupported function: ${token}`);
    }
    return token === 'true' ? true : token === 'false' ? false : token === 'null' ? null : lookUp(token, contexts);
  };
  const value = or();
  if (at !== tokens.length) throw new Error(`unsupported: ${text}`);
  return value;
}

/** Replaces each `${{ … }}` in a text by its value. */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, inner: string) => String(evaluate(inner, contexts) ?? ''));
}

/** Returns whether a condition is true. One without a status function is false after a failure. */
export function holds(condition: string | undefined, contexts: Contexts, failed: boolean): boolean {
  if (condition === undefined) return !failed;
  const hasStatusFunction = /\b(always|success|failure|cancelled)\(\)/.test(condition);
  return (hasStatusFunction || !failed) && isTrue(evaluate(condition.replace(/^\$\{\{(.*)\}\}$/s, '$1'), contexts, failed));
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new Error(`unsupported: ${text.slice(from)}`);
    tokens.push(match[0].trim());
  }
  return tokens;
}

function lookUp(name: string, contexts: Contexts): Value {
  const [root, ...rest] = name.split('.') as [string, ...string[]];
  if (!(root in contexts)) throw new Error(`unsupported context: ${root}`);
  let value: unknown = contexts[root];
  for (const key of rest) value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  // A missing value is empty, like a secret in a pull request from a fork.
  if (value === undefined || value === null) return null;
  if (typeof value === 'object') throw new Error(`${name} is not text`);
  return value as Value;
}

function isTrue(value: Value): boolean {
  return value !== null && value !== '' && value !== 0 && value !== false;
}

function isEqual(a: Value, b: Value): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
  if (typeof a === typeof b) return a === b;
  const number = (value: Value): number => (value === null || value === '' ? 0 : Number(value));
  return number(a) === number(b);
}
