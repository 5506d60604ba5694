import { decoded, unquoted } from './decode';
import { KEYWORD_OF, NOISE } from './keywords';
import { CHECK_OF, PATTERNS, SINGLE, type Pattern } from './patterns';
import { STATE_PATTERNS, type State } from './states';
import type { Comment, Lexed, LexicalProblem, Token, UrlParts } from './token';

/** Maximum number of bytes in one match of Monit's lexer. Seen with 5.27, 5.33, 5.34 and 6.0. */
export const LONGEST = 16_382;
/** Maximum for a match that ends in quotes or with the line: the lexer needn't look further to know its end. */
const LONGEST_ENDED = 16_383;

/** Splits a control file into tokens as Monit 5.33 does: in each state the longest match wins, and of equally long ones the first. */
export function lexed(text: string): Lexed {
  return new Lexer(text).run();
}

interface Match {
  readonly kind: string;
  readonly text: string;
}

class Lexer {
  private readonly tokens: Token[] = [];
  private readonly comments: Comment[] = [];
  private readonly problems: LexicalProblem[] = [];
  private position = 0;
  private line = 1;
  /** Number of line breaks that Monit doesn't count. */
  private uncounted = 0;
  private state: State = 'plain';
  /** Kind of the check that began last: in a program check, `path "` begins a command. */
  private check = '';
  private pending = { text: '', firstLine: 1, name: '', login: false };

  constructor(private readonly source: string) {}

  run(): Lexed {
    while (this.position < this.source.length && this.problems.at(-1)?.tooLong === undefined) this.step();
    return {
      tokens: this.tokens,
      comments: this.comments,
      problems: this.problems,
      lastLine: this.line,
      lastMonitLine: this.line - this.uncounted,
    };
  }

  private step(): void {
    const firstLine = this.line;
    const match = this.state === 'plain' ? this.plainMatch() : longest(this.source, this.position, STATE_PATTERNS[this.state]);
    const found = match ?? { kind: '(character)', text: this.source[this.position]! };
    this.consume(found.text);
    const tooLong = bytesIfTooLong(found.text);
    if (tooLong !== undefined) {
      this.problems.push({ line: firstLine, monitLine: firstLine - this.uncounted, text: found.text, tooLong });
      return;
    }
    if (found.kind === '(nothing)') return;
    if (found.kind === '(unbalanced)') {
      this.problems.push({ line: firstLine, monitLine: firstLine - this.uncounted, text: found.text });
      return;
    }
    if (found.kind === '(character)') {
      this.check = '';
      this.push(found.text, found.text, firstLine, found.text);
      return;
    }
    if (this.state === 'plain') this.plain(found, firstLine);
    else this.inside(this.state, found, firstLine);
  }

  /** Finds the next match; a single word loses to a pattern that matches as much. */
  private plainMatch(): Match | undefined {
    const pattern = longest(this.source, this.position, candidates(this.source[this.position]!));
    SINGLE.lastIndex = this.position;
    const word = SINGLE.exec(this.source)?.[0] ?? '';
    return pattern !== undefined && pattern.text.length >= word.length
      ? pattern
      : word === ''
        ? undefined
        : { kind: kindOfWord(word), text: word };
  }

  private plain({ kind, text }: Match, firstLine: number): void {
    if (!kind.startsWith('(')) {
      this.word(kind, text, firstLine);
      return;
    }
    const check = /^\(check (.*)\)$/.exec(kind)?.[1];
    if (check !== undefined) {
      this.beginCheck(check, text, firstLine);
      return;
    }
    switch (kind) {
      case '(comment)':
        if (text.startsWith('#')) this.comments.push({ text: text.slice(1).trim(), line: firstLine, after: this.tokens.length });
        return;
      case '(start)':
      case '(stop)':
      case '(restart)':
      case '(exec)': {
        this.begin('command', kind.slice(1, -1).toUpperCase(), text, firstLine);
        return;
      }
      case '(path)':
        this.push('PATHTOK', text.slice(0, -1), firstLine, '');
        if (this.check === 'program') this.state = 'command';
        else this.position -= 1;
        return;
      case '(notevery)': {
        this.begin('every', 'NOTEVERY', text, firstLine);
        return;
      }
      case '(depends)': {
        this.begin('depends', 'DEPENDS', text, firstLine);
        return;
      }
      case '(group)': {
        this.begin('group', 'GROUP', text, firstLine);
        return;
      }
      case '(headers)': {
        this.begin('headers', '[', text, firstLine);
        return;
      }
      case '(url)':
        this.state = 'url';
        this.pending = { text, firstLine, name: '', login: false };
        return;
      case '(from)': {
        this.beginAddress('MAILFROM', text, firstLine);
        return;
      }
      case '(reply-to)': {
        this.beginAddress('MAILREPLYTO', text, firstLine);
        return;
      }
      case '(subject)': {
        this.push('MAILSUBJECT', text, firstLine, text.slice('subject:'.length).trim());
        return;
      }
      case '(message)': {
        this.push('MAILBODY', text, firstLine, text.slice('message:'.length).trim());
        return;
      }
      case '(address)': {
        this.push('STRING', text, firstLine, text);
        return;
      }
      default: {
        this.word(kind.slice(1, -1), text, firstLine);
        return;
      }
    }
  }

  private word(kind: string, text: string, firstLine: number): void {
    if (kind === 'NOISE') return;
    const quoted = /^["']/.test(text) && (kind === 'STRING' || kind === 'PATH');
    if (quoted) {
      this.pushQuoted(kind, text, firstLine);
      return;
    }
    this.push(kind, text, firstLine, text);
    if (kind === 'EVERY') this.state = 'every';
    if (kind === 'INCLUDE') this.state = 'include';
  }

  private beginCheck(word: string, text: string, firstLine: number): void {
    this.check = word;
    // `check ` without a kind is a process check.
    this.begin('name', CHECK_OF[word]!, text, firstLine);
  }

  private begin(state: State, kind: string, text: string, firstLine: number): void {
    this.push(kind, text, firstLine, '');
    this.state = state;
  }

  private beginAddress(kind: string, text: string, firstLine: number): void {
    this.begin('address', kind, text, firstLine);
    this.pending = { text: '', firstLine, name: '', login: false };
  }

  private inside(state: Exclude<State, 'plain'>, { kind, text }: Match, firstLine: number): void {
    if (kind === '(close)') {
      if (state === 'headers') this.push(']', text, firstLine, text);
      this.state = 'plain';
      return;
    }
    if (kind === '(end)') {
      this.giveBack(1);
      this.state = 'plain';
      return;
    }
    switch (state) {
      case 'name':
        this.named('SERVICENAME', kind, text, firstLine);
        this.state = 'plain';
        return;
      case 'depends': {
        this.named('SERVICENAME', kind, text, firstLine);
        return;
      }
      case 'group':
        this.named('STRINGNAME', kind, text, firstLine);
        this.state = 'plain';
        return;
      case 'command': {
        this.named('ARGUMENT', kind, text, firstLine);
        return;
      }
      case 'include':
        this.named('PATTERN', kind, text, firstLine);
        this.state = 'plain';
        return;
      case 'every':
        this.push(kind, text, firstLine, kind === 'NUMBER' ? text : unquoted(text));
        this.state = 'plain';
        return;
      case 'headers': {
        this.header(kind, text, firstLine);
        return;
      }
      case 'url': {
        this.url(kind, text);
        return;
      }
      case 'address': {
        this.address(kind, text, firstLine);
        return;
      }
    }
  }

  private named(token: string, kind: string, text: string, firstLine: number): void {
    if (kind === 'raw') this.push(token, text, firstLine, text);
    else this.pushQuoted(token, text, firstLine);
  }

  private header(kind: string, text: string, firstLine: number): void {
    if (kind === 'name') this.pending = { ...this.pending, name: text.trim() };
    else this.push('HTTPHEADER', text, firstLine, `${this.pending.name}:${unquoted(text.slice(1))}`);
  }

  private url(kind: string, text: string): void {
    if (kind !== '(url end)') {
      this.pending = { ...this.pending, text: this.pending.text + text, login: this.pending.login || kind === 'login' };
      return;
    }
    if (text === '\n') this.uncounted += 1;
    const { text: all, firstLine, login } = this.pending;
    const url: UrlParts = { scheme: /^[^:]*/.exec(all)![0].toLowerCase(), login };
    this.push('URLOBJECT', all, firstLine, all, url);
    this.state = 'plain';
  }

  private address(kind: string, text: string, firstLine: number): void {
    if (kind === 'address') this.pending = { ...this.pending, text };
    else if (kind === 'name') this.pending = { ...this.pending, name: unquoted(text) || this.pending.name };
    else {
      if (text === '}') this.giveBack(1);
      else this.uncounted += 1;
      // Name, line break, address: neither part contains a line break.
      this.push('ADDRESSOBJECT', this.pending.text, firstLine, `${this.pending.name}\n${this.pending.text}`);
      this.state = 'plain';
    }
  }

  private pushQuoted(kind: string, text: string, firstLine: number): void {
    const { value, exact } = decoded(text);
    this.tokens.push({ kind, text, value, exact, line: this.line, monitLine: this.line - this.uncounted, firstLine });
  }

  private push(kind: string, text: string, firstLine: number, value: string, url?: UrlParts): void {
    const line = url === undefined ? this.line : this.line - (this.source[this.position - 1] === '\n' ? 1 : 0);
    this.tokens.push({
      kind,
      text,
      value,
      exact: true,
      line,
      monitLine: this.line - this.uncounted,
      firstLine,
      ...(url === undefined ? {} : { url }),
    });
  }

  private consume(text: string): void {
    this.position += text.length;
    for (const character of text) if (character === '\n') this.line += 1;
  }

  private giveBack(characters: number): void {
    this.position -= characters;
    if (this.source[this.position] === '\n') this.line -= 1;
  }
}

function bytesIfTooLong(text: string): number | undefined {
  // Most matches are short, and their bytes needn't be counted.
  if (text.length <= LONGEST / 4) return undefined;
  const bytes = new TextEncoder().encode(text).length;
  return bytes > (/["'\n]$/.test(text) ? LONGEST_ENDED : LONGEST) ? bytes : undefined;
}

const BY_FIRST = new Map<string, readonly Pattern[]>();

/** Patterns that can begin with this character, computed once per character. */
function candidates(first: string): readonly Pattern[] {
  const known = BY_FIRST.get(first);
  if (known !== undefined) return known;
  const letter = /[a-z]/i.test(first) ? first.toLowerCase() : undefined;
  const found = PATTERNS.filter(({ kind, regex }) => {
    const word = /^[a-z]/.exec(regex.source)?.[0];
    return letter === undefined || word === undefined || word === letter || ['(nothing)', '(address)', '(url)', 'MAILADDR'].includes(kind);
  });
  BY_FIRST.set(first, found);
  return found;
}

function longest(source: string, position: number, patterns: readonly Pattern[]): Match | undefined {
  let best: Match | undefined;
  for (const { kind, regex } of patterns) {
    regex.lastIndex = position;
    const text = regex.exec(source)?.[0] ?? '';
    if (text.length > (best?.text.length ?? 0)) best = { kind, text };
  }
  return best;
}

function kindOfWord(word: string): string {
  const small = word.toLowerCase();
  if (NOISE.has(small)) return 'NOISE';
  const keyword = KEYWORD_OF.get(small);
  if (keyword !== undefined) return keyword;
  if (/^[0-9]+$/.test(word)) return 'NUMBER';
  if (/^[0-9]+\.[0-9]+$/.test(word)) return 'REAL';
  return word.startsWith('/') ? 'PATH' : 'STRING';
}
