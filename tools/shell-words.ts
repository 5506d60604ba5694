/**
 * A parser of POSIX shell programs, for our own checks: the simple commands with their words and redirections. It knows quotes,
 * expansions, command substitutions, here-documents, `case`, `for` and functions; anything unknown is an error.
 */

/** A word as it is written, and the commands that are substituted in it. */
export interface Word {
  readonly text: string;
  readonly line: number;
}

/** `<file`, `>>file`, `2>file`; without descriptors and here-documents. */
export interface Redirection {
  readonly operator: string;
  readonly target: Word;
}

/** A simple command. `words[0]` is its name. */
export interface Command {
  readonly words: readonly Word[];
  /** Assignments before its name, `x=1`. Without words, they are permanent. */
  readonly assignments: readonly Word[];
  readonly redirections: readonly Redirection[];
  /** Names of the variables that it expands, and of those expanded between the previous command and this one, as in `case $x in`. */
  readonly expanded: readonly string[];
  /** Its function, or ''. */
  readonly func: string;
  readonly line: number;
}

const RESERVED = new Set(['if', 'then', 'else', 'elif', 'fi', 'while', 'until', 'do', 'done', '{', '}', '!']);
const ASSIGNMENT = /^[A-Za-z_]\w*=/;
const OPERATORS = [';;', '&&', '||', '&', '|', ';', '(', ')', '\n'];
const REDIRECTS = ['<<-', '<<', '<>', '<&', '>&', '>>', '>|', '<', '>'];

/** Returns all simple commands of a program, also those in command substitutions, in the order in which they are written. */
export function commandsOf(text: string, firstLine = 1, func = ''): Command[] {
  return new Reader(text, firstLine, func).read();
}

/** Returns the program in single quotes that a command passes to a shell, `sh -c '…'`, without the quotes. */
export function quotedProgram({ words }: Command): Word | undefined {
  const shell = words.findIndex(({ text }, index) => /^(\/bin\/)?sh$/.test(text) && words[index + 1]?.text === '-c');
  const program = shell < 0 ? undefined : words[shell + 2];
  return program !== undefined && /^'[^']*'$/.test(program.text) ? { ...program, text: program.text.slice(1, -1) } : undefined;
}

class Reader {
  private at = 0;
  private line: number;
  private readonly commands: Command[] = [];
  private words: Word[] = [];
  private assignments: Word[] = [];
  private expanded: string[] = [];
  private redirections: Redirection[] = [];
  private heres: { readonly end: string; readonly quoted: boolean; readonly tabs: boolean }[] = [];
  private depth = 0;
  /** For each open `case`, true while a pattern is read. */
  private readonly cases: { pattern: boolean }[] = [];

  constructor(
    private readonly text: string,
    firstLine: number,
    private func: string,
  ) {
    this.line = firstLine;
  }

  read(): Command[] {
    while (this.at < this.text.length) this.step();
    this.endCommand();
    this.endExpanded();
    return this.commands;
  }

  private step(): void {
    const rest = this.text.slice(this.at);
    const open = this.cases.at(-1);
    if (/^[ \t]/.test(rest)) {
      this.skip(1);
      return;
    }
    if (rest.startsWith('\\\n')) {
      this.skip(2);
      return;
    }
    if (rest.startsWith('#')) {
      this.skip(/^[^\n]*/.exec(rest)![0].length);
      return;
    }
    if (open?.pattern === true && this.words.length === 0) {
      this.pattern(open);
      return;
    }
    const redirect = /^(\d*)/.exec(rest)![1]!;
    const operator = REDIRECTS.find((one) => rest.startsWith(one, redirect.length));
    if (operator !== undefined) {
      this.redirect(redirect.length, operator);
      return;
    }
    const separator = OPERATORS.find((one) => rest.startsWith(one));
    if (separator !== undefined) {
      this.separate(separator);
      return;
    }
    this.word();
  }

  private skip(count: number): void {
    for (const character of this.text.slice(this.at, this.at + count)) if (character === '\n') this.line += 1;
    this.at += count;
  }

  private pattern(open: { pattern: boolean }): void {
    const rest = this.text.slice(this.at);
    if (/^\s/.test(rest)) {
      this.skip(1);
      return;
    }
    if (/^esac\b/.test(rest)) {
      this.cases.pop();
      this.skip(4);
      return;
    }
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined) throw new Error(`line ${this.line}: a pattern without its end`);
      if (character === ')') break;
      this.skip(this.unit());
    }
    this.skip(1);
    open.pattern = false;
  }

  private separate(separator: string): void {
    // The head of a function: NAME ( ).
    if (separator === '(' && this.words.length === 1 && /^\(\s*\)/.test(this.text.slice(this.at))) {
      this.endExpanded();
      this.func = this.words[0]!.text;
      this.words = [];
      this.skip(/^\(\s*\)/.exec(this.text.slice(this.at))![0].length);
      return;
    }
    this.endCommand();
    if (separator === ';;') this.cases.at(-1)!.pattern = true;
    this.skip(separator.length);
    if (separator === '\n') this.readHeres();
  }

  private endCommand(): void {
    const { words, assignments, redirections, expanded } = this;
    const first = words[0] ?? assignments[0] ?? redirections[0]?.target;
    this.words = [];
    this.assignments = [];
    this.redirections = [];
    if (first === undefined) return;
    this.expanded = [];
    this.commands.push({ words, assignments, redirections, expanded, func: this.func, line: first.line });
  }

  /** Adds an expansion since the last command, as in a `case` without a command. */
  private endExpanded(): void {
    const expanded = this.expanded;
    this.expanded = [];
    if (expanded.length > 0)
      this.commands.push({ words: [], assignments: [], redirections: [], expanded, func: this.func, line: this.line });
  }

  private redirect(digits: number, operator: string): void {
    this.skip(digits + operator.length);
    while (/^[ \t]/.test(this.text.slice(this.at))) this.skip(1);
    const target = this.take();
    if (operator.startsWith('<<')) {
      const quoted = /['"\\]/.test(target.text);
      this.heres.push({ end: target.text.replace(/['"\\]/g, ''), quoted, tabs: operator === '<<-' });
    } else if (!/^[<>]&$/.test(operator)) this.redirections.push({ operator, target });
  }

  private word(): void {
    const word = this.take();
    const first = this.words.length === 0;
    if (first && RESERVED.has(word.text)) {
      if (word.text === '{') this.depth += 1;
      if (word.text === '}' && (this.depth -= 1) === 0) {
        this.endExpanded();
        this.func = '';
      }
      return;
    }
    if (first && ASSIGNMENT.test(word.text)) {
      this.assignments.push(word);
      return;
    }
    this.words.push(word);
    if (this.words[0]!.text === 'case' && this.words.length === 3) {
      if (word.text !== 'in') throw new Error(`line ${word.line}: case without in`);
      this.words = [];
      this.cases.push({ pattern: true });
    }
  }

  /** Reads a word, and the substitutions in it. */
  private take(): Word {
    const [from, line] = [this.at, this.line];
    while (this.at < this.text.length && !/[\s;&|()<>]/.test(this.text[this.at]!)) this.skip(this.unit());
    if (this.at === from) throw new Error(`line ${line}: a word is missing`);
    return { text: this.text.slice(from, this.at).replace(/\\\n/g, ''), line };
  }

  /** Returns the length of the quoted text, the expansion or the single character that begins here. */
  private unit(): number {
    const rest = this.text.slice(this.at);
    if (rest[0] === '\\') return 2;
    if (rest[0] === "'") return rest.indexOf("'", 1) + 1 || fail(this.line);
    if (rest[0] === '"') return this.quoted(rest);
    if (rest[0] === '$') return this.expansion(rest);
    if (rest[0] === '`') return fail(this.line);
    return 1;
  }

  private quoted(rest: string): number {
    let length = 1;
    while (rest[length] !== '"') {
      if (length >= rest.length) fail(this.line);
      if (rest[length] === '\\') length += 2;
      else length += rest[length] === '$' ? this.expansion(rest.slice(length)) : 1;
    }
    return length + 1;
  }

  private expansion(rest: string): number {
    if (rest.startsWith('$((')) {
      let depth = 0;
      for (let length = 1; length < rest.length; length += 1) {
        if (rest[length] === '(') depth += 1;
        if (rest[length] === ')' && (depth -= 1) === 0) {
          this.arithmetic(rest.slice(3, length - 1));
          return length + 1;
        }
      }
      return fail(this.line);
    }
    if (rest.startsWith('$(')) {
      const length = endOfSubstitution(rest, this.line);
      const line = this.line;
      this.commands.push(...commandsOf(rest.slice(2, length - 1), line, this.func));
      return length;
    }
    const name = /^\$\{?#?([A-Za-z_]\w*)/.exec(rest)?.[1];
    if (name !== undefined) this.expanded.push(name);
    if (rest.startsWith('${')) {
      let length = 2;
      while (rest[length] !== '}') {
        if (length >= rest.length) fail(this.line);
        if (rest[length] === '\\') length += 2;
        else if (rest[length] === '"') length += this.quoted(rest.slice(length));
        else if (rest[length] === "'") length += rest.indexOf("'", length + 1) - length + 1;
        else length += rest[length] === '$' ? this.expansion(rest.slice(length)) : 1;
      }
      return length + 1;
    }
    return 1;
  }

  /** Names need no `$` there. */
  private arithmetic(text: string): void {
    for (let at = 0; at < text.length;) {
      const name = /^[A-Za-z_]\w*/.exec(text.slice(at))?.[0];
      if (name !== undefined) this.expanded.push(name);
      at += name?.length ?? (text[at] === '$' ? this.dollar(text.slice(at)) : 1);
    }
  }

  /** Like `expansion`, with the whole name if it isn't in braces. */
  private dollar(rest: string): number {
    return Math.max(this.expansion(rest), /^\$\w*/.exec(rest)![0].length);
  }

  private readHeres(): void {
    for (const { end, quoted, tabs } of this.heres.splice(0)) {
      const from = this.at;
      for (;;) {
        if (this.at >= this.text.length) throw new Error(`line ${this.line}: a here-document without ${end}`);
        const line = /^[^\n]*/.exec(this.text.slice(this.at))![0];
        const body = this.text.slice(from, this.at);
        this.skip(line.length + 1);
        if ((tabs ? line.replace(/^\t+/, '') : line) !== end) continue;
        if (!quoted) this.substitutions(body);
        break;
      }
    }
  }

  private substitutions(body: string): void {
    for (let at = 0; at < body.length;) at += body[at] === '\\' ? 2 : body[at] === '$' ? this.expansion(body.slice(at)) : 1;
  }
}

/** Returns the length of `$(…)`, which may contain quotes, other substitutions and `case`, but its patterns must have both parentheses. */
function endOfSubstitution(rest: string, line: number): number {
  let depth = 0;
  for (let at = 1; at < rest.length; at += 1) {
    const character = rest[at]!;
    if (character === '\\') at += 1;
    else if (character === "'") at = rest.indexOf("'", at + 1);
    else if (character === '"') at = endOfDouble(rest, at, line);
    else if (character === '(') depth += 1;
    else if (character === ')' && (depth -= 1) === 0) return at + 1;
    if (at < 0) break;
  }
  return fail(line);
}

function endOfDouble(rest: string, from: number, line: number): number {
  for (let at = from + 1; at < rest.length; at += 1) {
    if (rest[at] === '\\') at += 1;
    else if (rest[at] === '"') return at;
    else if (rest[at] === '$' && rest[at + 1] === '(' && rest[at + 2] !== '(') at += endOfSubstitution(rest.slice(at), line) - 1;
  }
  return fail(line);
}

function fail(line: number): never {
  throw new Error(`line ${line}: not understood`);
}
